package org.openaisle.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The map of who holds what behaves as a plain map does. */
class ContentsTest {
    private record Key(int good, int holder) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return good != other.good ? Integer.compare(good, other.good) : Integer.compare(holder, other.holder);
        }
    }

    /** The same movements on a plain map; false when somebody would give what they do not hold. */
    private static boolean apply(List<Movement> movements, Map<Key, Integer> map) {
        for (Movement m : movements) {
            if (m.from() != Holder.ELSEWHERE) {
                Key key = new Key(m.good(), m.from());
                int left = map.getOrDefault(key, 0) - m.units();
                if (left < 0) {
                    return false;
                }
                map.put(key, left);
                map.values().removeIf(n -> n == 0);
            }
            if (m.to() != Holder.ELSEWHERE) {
                map.merge(new Key(m.good(), m.to()), m.units(), Integer::sum);
            }
        }
        return true;
    }

    private static Map<Key, Integer> plain(Contents contents) {
        Map<Key, Integer> map = new TreeMap<>();
        for (int i = 0; i < contents.size(); i++) {
            map.put(new Key(Contents.good(contents.keyAt(i)), Contents.holder(contents.keyAt(i))), contents.countAt(i));
        }
        return map;
    }

    private static Movement randomMovement(Random random, int goods) {
        int from = random.nextInt(6) - 1;
        int to = random.nextInt(6) - 1;
        return new Movement(random.nextInt(goods), 1 + random.nextInt(3), from, to);
    }

    @Test
    void movementsDoWhatTheyDoToAPlainMap() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            Contents contents = Contents.NONE;
            Map<Key, Integer> map = new TreeMap<>();
            for (int step = 0; step < 40; step++) {
                List<Movement> movements = new ArrayList<>();
                for (int i = 0; i <= random.nextInt(2); i++) {
                    movements.add(randomMovement(random, 4));
                }
                Map<Key, Integer> changed = new TreeMap<>(map);
                boolean possible = apply(movements, changed);
                Contents after = contents.after(movements);

                assertThat(after != null)
                        .as("possible, step %d of seed %d", step, seed)
                        .isEqualTo(possible);
                if (after != null) {
                    contents = after;
                    map = changed;
                }
                assertThat(plain(contents)).as("step %d of seed %d", step, seed).isEqualTo(map);
            }
        }
    }

    @Test
    void nobodyGivesWhatTheyDoNotHold() {
        Contents one = holding(3, 4);

        assertThat(one.after(List.of(new Movement(3, 2, 4, Holder.ELSEWHERE)))).isNull();
        assertThat(one.after(List.of(new Movement(3, 1, 5, Holder.ELSEWHERE)))).isNull();
        assertThat(one.after(List.of(new Movement(2, 1, 4, Holder.ELSEWHERE)))).isNull();
    }

    @Test
    void theSameUnitsAreEqualWhateverTheWayThere() {
        Contents direct = holding(1, 0);
        Contents detour = holding(1, 2);
        detour = after(detour, new Movement(1, 1, 2, 3));
        detour = after(detour, new Movement(1, 1, 3, 0));

        assertThat(detour).isEqualTo(direct).hasSameHashCodeAs(direct);
        assertThat(direct).isNotEqualTo(holding(1, 2)).isNotEqualTo(holding(2, 0));
    }

    @Test
    void keptAndPutTogetherAgainNothingIsLost() {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            Contents contents = Contents.NONE;
            for (int i = 0; i < 20; i++) {
                Contents after = contents.after(List.of(randomMovement(random, 5)));
                contents = after == null ? contents : after;
            }
            int split = random.nextInt(5);
            Contents low = contents.keep(k -> Contents.good(k) < split);
            Contents high = contents.keep(k -> Contents.good(k) >= split);

            assertThat(low.with(high)).as("seed %d", seed).isEqualTo(contents);
            assertThat(high.with(low)).as("seed %d", seed).isEqualTo(contents);
            assertThat(low.size() + high.size()).isEqualTo(contents.size());
        }
    }

    private static Contents holding(int good, int holder) {
        return after(Contents.NONE, new Movement(good, 1, Holder.ELSEWHERE, holder));
    }

    private static Contents after(Contents contents, Movement movement) {
        return Objects.requireNonNull(contents.after(List.of(movement)));
    }
}
