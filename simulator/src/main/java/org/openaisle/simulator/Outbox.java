package org.openaisle.simulator;

import java.util.PriorityQueue;
import org.openaisle.model.Observation;

/** Lines on their way: each arrives a while after its own time, so that the order of arrival is only nearly that of time. */
final class Outbox {
    private record Parcel(double arrival, long order, Observation observation) implements Comparable<Parcel> {
        @Override
        public int compareTo(Parcel other) {
            int byArrival = Double.compare(arrival, other.arrival);
            return byArrival != 0 ? byArrival : Long.compare(order, other.order);
        }
    }

    private final SimulationParameters.Delivery delivery;
    private final Dice dice;
    private final PriorityQueue<Parcel> queue = new PriorityQueue<>();
    private long order;

    Outbox(SimulationParameters.Delivery delivery, Dice dice) {
        this.delivery = delivery;
        this.dice = dice;
    }

    void post(Observation observation) {
        double delay = delivery.baseMillis() + dice.exponential(delivery.meanMillis());
        if (dice.chance(delivery.hiccupChance())) {
            delay = dice.uniform(delay, delivery.longestMillis());
        }
        delay = Math.min(delay, delivery.longestMillis());
        queue.add(new Parcel(observation.ownTime() + delay, order++, observation));
    }

    /** Hands over what has arrived by {@code now}. */
    void deliver(double now, Recorder recorder) {
        while (true) {
            Parcel first = queue.peek();
            if (first == null || first.arrival > now) {
                return;
            }
            queue.remove();
            recorder.observation(first.observation);
        }
    }
}
