package org.openaisle.platform.purpose;

/**
 * A record whose fields leave the module that makes it: what modules tell each other, and what devices send. Each of its fields is declared
 * in the catalogue, as columns are.
 */
public interface EventRecord {}
