package org.openaisle.evaluation.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openaisle.engine.EngineParameters;
import org.openaisle.evaluation.Outcome;
import org.openaisle.simulator.Mix;

/**
 * Robustness beyond the samples: what the engine makes of recordings that nobody has looked at.
 *
 * @param trials what was recorded; {@code outcomes} what became of each, in the same order
 */
public record Campaign(List<Trial> trials, List<Outcome> outcomes) {
    public Campaign {
        trials = List.copyOf(trials);
        outcomes = List.copyOf(outcomes);
    }

    /** Runs all trials, several at a time; {@code done} is told of each in their order. */
    public static Campaign of(List<Trial> trials, int threads, Consumer<Outcome> done) {
        List<Outcome> outcomes =
                inOrder(trials, threads, trial -> Simulated.anew(trial).play(EngineParameters.defaults()), done);
        return new Campaign(trials, outcomes);
    }

    /** All visits of some of the trials as if they were of one recording; by mix, by trouble, and all of them. */
    public List<Outcome> pooled() {
        List<Outcome> pooled = new ArrayList<>();
        for (Mix mix : Mix.values()) {
            pool(pooled, "all " + mix.name().toLowerCase(java.util.Locale.ROOT), trial -> trial.mix() == mix);
        }
        pool(pooled, "all degraded", Trial::degraded);
        pool(pooled, "all shared", Trial::shared);
        pooled.add(all());
        return pooled;
    }

    /** All visits as if they were of one recording. */
    public Outcome all() {
        return Outcome.pooled("all", outcomes);
    }

    private void pool(List<Outcome> pooled, String name, Predicate<Trial> which) {
        List<Outcome> some = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            if (which.test(trials.get(i))) {
                some.add(outcomes.get(i));
            }
        }
        if (!some.isEmpty()) {
            pooled.add(Outcome.pooled(name, some));
        }
    }

    /** Does something to all of a list, several at a time; results come in the list's order. */
    static <A, B> List<B> inOrder(List<A> all, int threads, Function<A, B> work, Consumer<B> done) {
        List<B> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            try {
                List<Future<B>> futures = new ArrayList<>();
                all.forEach(a -> futures.add(pool.submit(() -> work.apply(a))));
                for (Future<B> future : futures) {
                    B result = future.get();
                    results.add(result);
                    done.accept(result);
                }
                return results;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            } finally {
                pool.shutdownNow();
            }
        }
    }
}
