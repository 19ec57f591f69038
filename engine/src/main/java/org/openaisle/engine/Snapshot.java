package org.openaisle.engine;

/**
 * All that an engine knows, as bytes, with the layout, catalogue and configuration as they are now. Not copied; the form is
 * the engine's own and good for the same version only.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Snapshot(byte[] bytes) {}
