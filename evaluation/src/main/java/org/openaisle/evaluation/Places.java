package org.openaisle.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Point2;

/** Where people are at one moment, by name. */
record Places(long t, SequencedMap<String, Point2> people) {
    /** Tracks further from a true moment than this say nothing about it, milliseconds. */
    private static final long NEAR_IN_TIME = 150;

    Places {
        people = Collections.unmodifiableSequencedMap(people);
    }

    /** Truth and tracks of one moment. */
    record Pair(SequencedMap<String, Point2> truth, SequencedMap<String, Point2> tracks) {}

    /** Reads a file of moments, {@code key} naming people; sorted by time. */
    static List<Places> read(Path file, String key) {
        return parse(Json.text(file), key, String.valueOf(file.getFileName()));
    }

    static List<Places> parse(String text, String key, String name) {
        List<Places> moments = new ArrayList<>();
        int number = 0;
        for (String line : Receipts.lines(text)) {
            number++;
            if (!line.isBlank()) {
                String where = name + ", line " + number;
                moments.add(moment(Fields.of(Json.parse(line, where), where), key));
            }
        }
        moments.sort(Comparator.comparingLong(Places::t));
        return moments;
    }

    private static Places moment(Fields o, String key) {
        SequencedMap<String, Point2> people = new LinkedHashMap<>();
        for (Object raw : o.list("people")) {
            Fields person = Fields.of(raw, o.where());
            Object name = person.raw(key);
            if (name == null) {
                throw new Malformed(o.where() + ": field '" + key + "' is missing");
            }
            Point2 place = new Point2(person.number("x"), person.number("y"));
            if (people.put(name.toString(), place) != null) {
                throw new Malformed(o.where() + ": a '" + key + "' occurs twice in one moment");
            }
        }
        return new Places((long) o.number("t"), people);
    }

    /** For every true moment the tracks nearest in time, where they are near; only what lies in the scored area. */
    static List<Pair> pairs(List<Places> truth, List<Places> tracks, ScoredArea area) {
        List<Pair> pairs = new ArrayList<>();
        int after = 0;
        for (Places moment : truth) {
            while (after < tracks.size() && tracks.get(after).t < moment.t) {
                after++;
            }
            Places nearest = nearer(moment.t, at(tracks, after - 1), at(tracks, after));
            SequencedMap<String, Point2> tracked = nearest != null && Math.abs(nearest.t - moment.t) <= NEAR_IN_TIME
                    ? nearest.people
                    : new LinkedHashMap<>();
            pairs.add(new Pair(area.inside(moment.people), area.inside(tracked)));
        }
        return pairs;
    }

    private static @Nullable Places at(List<Places> moments, int i) {
        return i >= 0 && i < moments.size() ? moments.get(i) : null;
    }

    private static @Nullable Places nearer(long t, @Nullable Places before, @Nullable Places after) {
        if (before == null || after == null) {
            return before == null ? after : before;
        }
        return Math.abs(after.t - t) < Math.abs(before.t - t) ? after : before;
    }
}
