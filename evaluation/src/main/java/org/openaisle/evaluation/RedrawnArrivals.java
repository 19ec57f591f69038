package org.openaisle.evaluation;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.openaisle.model.Observation;
import org.openaisle.recording.EventSink;
import org.openaisle.recording.EventTime;
import org.openaisle.recording.Parsed;

/**
 * Plays what it is told into another sink as if every line had taken another time to arrive: between 0 and 2 s after its own
 * time, drawn anew. What an engine decides may not depend on it.
 */
final class RedrawnArrivals implements EventSink {
    private record Arrival(long at, long number, Observation observation) {
        static final Comparator<Arrival> IN_ORDER =
                Comparator.comparingLong(Arrival::at).thenComparingLong(Arrival::number);
    }

    private final EventSink sink;
    private final Random random;
    private final PriorityQueue<Arrival> onTheWay = new PriorityQueue<>(Arrival.IN_ORDER);
    private final EventTime time = new EventTime("redrawn arrivals", problem -> {
        throw new IllegalStateException(problem.toString());
    });
    private long drawn;
    private long last = Long.MIN_VALUE;

    RedrawnArrivals(EventSink sink, long seed) {
        this.sink = sink;
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
        last = watermark;
        while (!onTheWay.isEmpty() && onTheWay.element().at < watermark) {
            play(onTheWay.remove());
        }
    }

    /** Plays the rest. */
    void finish() {
        while (!onTheWay.isEmpty()) {
            play(onTheWay.remove());
        }
        time.finish().forEach(line -> sink.observe(line.observation()));
        sink.advanceTo(last);
    }

    private void play(Arrival arrival) {
        for (Parsed.Good line : time.accept(new Parsed.Good(arrival.number + 1, arrival.observation))) {
            sink.observe(line.observation());
        }
        if (time.newest() != Long.MIN_VALUE) {
            sink.advanceTo(time.watermark());
        }
    }
}
