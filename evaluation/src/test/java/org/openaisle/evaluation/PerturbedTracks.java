package org.openaisle.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.openaisle.model.Point2;

/** Tracks that an engine could have had: noisy, lost and found under another name, swapped, and some of nobody. */
final class PerturbedTracks {
    private PerturbedTracks() {}

    static String of(List<Places> truth, long seed) {
        Random random = new Random(seed);
        Map<String, Integer> names = new LinkedHashMap<>();
        StringBuilder out = new StringBuilder();
        int next = 1;
        for (Places moment : truth) {
            if (random.nextInt(30) == 0) {
                continue;
            }
            List<String> people = new ArrayList<>();
            List<String> present = new ArrayList<>(moment.people().keySet());
            for (String person : present) {
                if (!names.containsKey(person) || random.nextInt(150) == 0) {
                    names.put(person, next++);
                }
            }
            if (present.size() > 1 && random.nextInt(40) == 0) {
                int first = names.get(present.getFirst());
                names.put(present.getFirst(), names.get(present.getLast()));
                names.put(present.getLast(), first);
            }
            for (String person : present) {
                if (random.nextInt(20) != 0) {
                    Point2 p = moment.people().get(person);
                    people.add(person(
                            names.get(person),
                            p.x() + 0.2 * random.nextGaussian(),
                            p.y() + 0.2 * random.nextGaussian()));
                }
            }
            if (random.nextInt(10) == 0) {
                people.add(person(100_000 + next++, 5 * random.nextDouble(), 5 * random.nextDouble()));
            }
            out.append("{\"t\":").append(moment.t() + random.nextInt(61) - 30);
            out.append(",\"people\":[").append(String.join(",", people)).append("]}\n");
        }
        return out.toString();
    }

    private static String person(int track, double x, double y) {
        return String.format(Locale.ROOT, "{\"track\":\"%d\",\"x\":%.4f,\"y\":%.4f}", track, x, y);
    }
}
