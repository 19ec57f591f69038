/**
 * Recordings as files: the contract's JSON lines, and their replay in event time.
 *
 * <p>{@link org.openaisle.recording.RecordingFolder} finds and reads the parts of a recording, {@link
 * org.openaisle.recording.ObservationReader} its observations, {@link org.openaisle.recording.EventTime} puts a watermark
 * to them and {@link org.openaisle.recording.Replay} joins these into a run. Lengths are metres, weights grams, money minor
 * units, times milliseconds since the epoch (UTC). Nothing here knows a clock or a thread.
 */
@NullMarked
package org.openaisle.recording;

import org.jspecify.annotations.NullMarked;
