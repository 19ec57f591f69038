package org.openaisle.evaluation;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.openaisle.model.Observation;
import org.openaisle.recording.EventSink;
import org.openaisle.recording.EventTime;

/**
 * Plays what it is told into another sink as if every line had taken another time to arrive: between 0 and 2 s after its own
 * time, drawn anew. What an engine decides may not depend on it.
 */
final class RedrawnArrivals implements EventSink {
    private record Arrival(long at, long number, Observation observation) {
        static final Comparator<Arrival> IN_ORDER =
                Comparator.comparingLong(Arrival::at).thenComparingLong(Arrival::number);
    }

    private final ArrivalFeed feed;
    private final Random random;
    private final PriorityQueue<Arrival> onTheWay = new PriorityQueue<>(Arrival.IN_ORDER);
    private long drawn;

    RedrawnArrivals(EventSink sink, long seed) {
        this.feed = new ArrivalFeed(sink, 0);
        this.random = new Random(seed);
    }

    @Override
    public void observe(Observation observation) {
        long delay = random.nextInt((int) EventTime.LATENESS_MILLIS);
        onTheWay.add(new Arrival(observation.ownTime() + delay, drawn++, observation));
    }

    /** Nothing that is still to come can arrive before {@code watermark}: what arrives until then can be played. */
    @Override
    public void advanceTo(long watermark) {
        while (!onTheWay.isEmpty() && onTheWay.element().at < watermark) {
            feed.observation(onTheWay.remove().observation);
        }
    }

    /** Plays the rest. */
    void finish() {
        while (!onTheWay.isEmpty()) {
            feed.observation(onTheWay.remove().observation);
        }
        feed.finish();
    }
}
