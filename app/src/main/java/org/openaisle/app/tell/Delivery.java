package org.openaisle.app.tell;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Brings events to a platform in the order of their telling, each until it is acknowledged. Whoever tells waits when many are on their way,
 * so that a platform that is down costs time and no memory. What was acknowledged without our hearing of it is sent again, and counts once
 * there.
 */
public final class Delivery implements AutoCloseable {
    private static final int WAITING = 1000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_REASONS = 3;

    private final Platform platform;
    private final DeviceFile device;
    private final int batch;
    private final Consumer<String> notices;
    private final LongConsumer acknowledged;
    private final BlockingQueue<ToldEvent> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread sender;
    private final List<String> reasons = new ArrayList<>();
    private volatile boolean complete;
    private volatile @Nullable RuntimeException failure;
    private long stored;
    private long known;
    private long refused;
    private long batches;
    private long outages;
    private long outageNanos;

    /**
     * Begins to deliver.
     *
     * @param batch how many events are sent at once, at most
     * @param notices told in words when the platform does not answer, and when it does again
     * @param acknowledged told how many events have been acknowledged so far
     */
    public Delivery(
            Platform platform, DeviceFile device, int batch, Consumer<String> notices, LongConsumer acknowledged) {
        this.platform = platform;
        this.device = device;
        this.batch = batch;
        this.notices = notices;
        this.acknowledged = acknowledged;
        this.sender = Thread.ofVirtual().name("delivery").start(this::deliver);
    }

    /**
     * Takes an event to be delivered; waits while too many are on their way.
     *
     * @throws TellRefused when the platform refuses to be told
     */
    public void add(ToldEvent event) {
        try {
            while (!waiting.offer(event, 100, TimeUnit.MILLISECONDS)) {
                check();
            }
            check();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until all has been acknowledged. */
    public void finish() {
        complete = true;
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        check();
    }

    private void check() {
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    private void deliver() {
        try {
            while (true) {
                List<ToldEvent> events = new ArrayList<>();
                ToldEvent first = waiting.poll(20, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (complete && waiting.isEmpty()) {
                        return;
                    }
                    continue;
                }
                events.add(first);
                waiting.drainTo(events, batch - 1);
                count(sendUntilAnswered(events));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            failure = new TellRefused("the platform's answer is none that is understood here: " + e.getMessage());
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void count(String answer) throws IOException {
        Map<String, String> taken = FlatJson.read(answer);
        stored += Long.parseLong(taken.getOrDefault("stored", "0"));
        known += Long.parseLong(taken.getOrDefault("known", "0"));
        long no = Long.parseLong(taken.getOrDefault("refused", "0"));
        refused += no;
        batches++;
        if (no > 0 && reasons.size() < MOST_REASONS) {
            reasons.add(FlatJson.anywhere(answer, "reason"));
        }
        acknowledged.accept(stored + known + refused);
    }

    private String sendUntilAnswered(List<ToldEvent> events) throws InterruptedException {
        long failedSince = 0;
        for (int tries = 0; ; tries++) {
            String problem;
            try {
                Platform.Answer answer = platform.send(device, events);
                if (answer.status() == 200) {
                    if (failedSince != 0) {
                        long nanos = System.nanoTime() - failedSince;
                        outageNanos += nanos;
                        notices.accept(
                                String.format(Locale.ROOT, "the platform answers again, after %.1f s", nanos / 1e9));
                    }
                    return answer.body();
                }
                if (answer.status() < 500 && answer.status() != 429 && answer.status() != 408) {
                    throw Platform.refused(answer);
                }
                problem = "answers " + answer.status();
            } catch (SSLHandshakeException e) {
                throw new TellRefused("the platform's certificate is not trusted (" + e.getMessage()
                        + "). Name its authority with --ca FILE.");
            } catch (IOException e) {
                problem = "does not answer";
            }
            if (failedSince == 0) {
                failedSince = System.nanoTime();
                outages++;
                notices.accept("the platform " + problem + ", waiting for it ...");
            }
            Thread.sleep(pause(tries));
        }
    }

    /** Longer from time to time, and never the same, so that many stores do not come back all at once. */
    private static Duration pause(int tries) {
        long most = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(tries, 10));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    /** How many events the platform refused. */
    public long refused() {
        return refused;
    }

    /** What was delivered, in a line; more where events were refused. */
    public String summary(double seconds) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "told %d events in %d batches and %.1f s: %d stored, %d known before, %d refused; %d outages, %.1f s",
                stored + known + refused,
                batches,
                seconds,
                stored,
                known,
                refused,
                outages,
                outageNanos / 1e9));
        reasons.forEach(reason -> text.append("\n  refused: ").append(reason));
        return text.toString();
    }

    @Override
    public void close() {
        sender.interrupt();
    }
}
