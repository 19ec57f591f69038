package org.openaisle.recording;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a replay has read.
 *
 * @param lines all that were not empty
 * @param observations those given to the sink, by type
 * @param unknownTypes lines of types that this version skips, by type
 * @param problems lines left out, by what was wrong
 * @param firstTime own time of the earliest observation; 0 when there was none
 * @param lastTime own time of the newest one
 */
public record ReplaySummary(
        long lines,
        SortedMap<String, Long> observations,
        SortedMap<String, Long> unknownTypes,
        Map<Problem.Kind, Long> problems,
        long firstTime,
        long lastTime) {
    public ReplaySummary {
        observations = Collections.unmodifiableSortedMap(new TreeMap<>(observations));
        unknownTypes = Collections.unmodifiableSortedMap(new TreeMap<>(unknownTypes));
        Map<Problem.Kind, Long> byKind = new EnumMap<>(Problem.Kind.class);
        byKind.putAll(problems);
        problems = Collections.unmodifiableMap(byKind);
    }

    /** Seconds of event time. */
    public double seconds() {
        return (lastTime - firstTime) / 1000.0;
    }

    /** How many observations there were. */
    public long observed() {
        return sum(observations);
    }

    /** How many problems there were. */
    public long problemCount() {
        return sum(problems);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
