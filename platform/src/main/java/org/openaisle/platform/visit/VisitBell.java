package org.openaisle.platform.visit;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes those who watch a visit when something was written about it in this process. */
final class VisitBell {
    private final Map<UUID, Watch> watches = new ConcurrentHashMap<>();

    /** Something was committed. Costs next to nothing where nobody watches. */
    void ring(UUID visit) {
        Watch watch = watches.get(visit);
        if (watch != null) {
            watch.ring();
        }
    }

    /** Wakes everybody. */
    void ringAll() {
        watches.values().forEach(Watch::ring);
    }

    /** To be closed. */
    Watching watch(UUID visit) {
        Watch watch = watches.compute(visit, (id, there) -> {
            Watch kept = there == null ? new Watch() : there;
            kept.watchers++;
            return kept;
        });
        return new Watching(visit, watch);
    }

    /** One who watches. */
    final class Watching implements AutoCloseable {
        private final UUID visit;
        private final Watch watch;
        private long heard;

        private Watching(UUID visit, Watch watch) {
            this.visit = visit;
            this.watch = watch;
            this.heard = watch.rung();
        }

        /** Waits until it rings, or has rung since the last call, and for so long at most. */
        void await(Duration longest) throws InterruptedException {
            heard = watch.await(heard, longest);
        }

        @Override
        public void close() {
            watches.computeIfPresent(visit, (id, there) -> --there.watchers == 0 ? null : there);
        }
    }

    private static final class Watch {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition rang = lock.newCondition();
        private int watchers;
        private long rings;

        void ring() {
            lock.lock();
            try {
                rings++;
                rang.signalAll();
            } finally {
                lock.unlock();
            }
        }

        long rung() {
            lock.lock();
            try {
                return rings;
            } finally {
                lock.unlock();
            }
        }

        long await(long heard, Duration longest) throws InterruptedException {
            lock.lock();
            try {
                long left = longest.toNanos();
                while (rings == heard && left > 0) {
                    left = rang.awaitNanos(left);
                }
                return rings;
            } finally {
                lock.unlock();
            }
        }
    }
}
