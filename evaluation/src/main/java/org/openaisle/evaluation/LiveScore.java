package org.openaisle.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Gtin;
import org.openaisle.model.Output.CartChanged;
import org.openaisle.model.Truth;

/**
 * How soon what is taken shows in the live cart: a measure of our own, of which the contract's scorer knows nothing. Asked is
 * of every unit that a visit with a token took, staff apart. Times are event times; on the clock, where the engine waits for
 * the watermark, up to 2 s more pass.
 *
 * @param delays from each take to the first {@link CartChanged} that includes it, milliseconds; {@link #NEVER} for a unit
 *     that was never shown
 */
public record LiveScore(List<Long> delays) {
    /** The delay of what was never shown: later than everything. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long SOON_MILLIS = 3_000;

    public LiveScore {
        delays = List.copyOf(delays);
    }

    private record Key(String token, Gtin gtin) {}

    private record Happening(long t, Runnable what) {}

    /** Compares what was said of carts, in the order in which it was said, with what really happened. */
    public static LiveScore of(Truth truth, List<CartChanged> changes) {
        Set<@Nullable String> shoppers = new HashSet<>();
        truth.visits().stream().filter(v -> !v.staff()).forEach(v -> shoppers.add(v.token()));
        Map<Key, CartLine> lines = new LinkedHashMap<>();
        List<Happening> happenings = new ArrayList<>();
        for (Truth.Event e : truth.events()) {
            if (e.token() == null || e.gtin() == null || !shoppers.contains(e.token())) {
                continue;
            }
            CartLine line = line(lines, e.token(), e.gtin());
            for (int i = 0; i < e.quantity(); i++) {
                switch (e.kind()) {
                    case TAKE -> happenings.add(new Happening(e.t(), () -> line.take(e.t())));
                    case RETURN, MISPLACE, HANDOVER -> happenings.add(new Happening(e.t(), line::lose));
                    case RESTOCK, FOREIGN -> {}
                }
            }
        }
        for (CartChanged c : changes) {
            if (c.token() != null && shoppers.contains(c.token())) {
                CartLine line = line(lines, c.token(), c.gtin());
                happenings.add(new Happening(c.t(), () -> line.show(c.t(), c.happenedAt(), c.quantity())));
            }
        }
        // The sort is stable: at the same moment, what happened comes before what is said of it.
        happenings.sort(Comparator.comparingLong(Happening::t));
        happenings.forEach(h -> h.what.run());
        return new LiveScore(
                lines.values().stream().flatMap(line -> line.delays().stream()).toList());
    }

    private static CartLine line(Map<Key, CartLine> lines, String token, Gtin gtin) {
        return lines.computeIfAbsent(new Key(token, gtin), key -> new CartLine());
    }

    /** Several as one. */
    public static LiveScore pooled(List<LiveScore> scores) {
        return new LiveScore(
                scores.stream().flatMap(score -> score.delays.stream()).toList());
    }

    /** What was never shown counts everywhere as later than all that was: a percentile that falls among it is none. */
    public Figures figures() {
        long soon = delays.stream().filter(delay -> delay <= SOON_MILLIS).count();
        long never = delays.stream().filter(delay -> delay == NEVER).count();
        return new Figures()
                .put("liveTakes", delays.size())
                .put("liveWithin3s", Figures.share(soon, delays.size()))
                .put("liveMissed", Figures.share(never, delays.size()))
                .put("liveMedian", percentile(0.5))
                .put("liveP95", percentile(0.95));
    }

    private @Nullable Long percentile(double q) {
        Long value = DecisionScore.percentile(delays, q);
        return Objects.equals(value, NEVER) ? null : value;
    }
}
