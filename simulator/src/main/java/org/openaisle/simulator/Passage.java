package org.openaisle.simulator;

/** An activity at a gate, during which nobody should be held up. */
interface Passage extends Activity {}
