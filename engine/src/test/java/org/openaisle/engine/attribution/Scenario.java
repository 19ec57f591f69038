package org.openaisle.engine.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.hands.DrawnFloor;
import org.openaisle.engine.hands.HeldItem;
import org.openaisle.engine.hands.HeldThing;
import org.openaisle.engine.hands.Meeting;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.hands.Reaches;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.engine.layout.ShopPlan;
import org.openaisle.engine.receipt.ReceiptDecision;
import org.openaisle.engine.receipt.ReceiptParameters;
import org.openaisle.engine.shelf.ShelfSensing;
import org.openaisle.engine.shelf.Swing;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Decision.Line;
import org.openaisle.model.Gtin;
import org.openaisle.model.Observation.ItemReading;
import org.openaisle.model.Observation.WeightSamples;
import org.openaisle.model.Output.SensorHealth;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;

/** Attribution with people, hands and weight changes given by hand, one change every ten seconds. */
final class Scenario {
    /** Likelihood of hands that a camera saw at the plate. */
    static final double SEEN_THERE = 6;
    /** ... of somebody in reach of whose hands nothing is known. */
    static final double NEAR = 1;
    /** ... of somebody whose hands were seen elsewhere. */
    static final double SEEN_ELSEWHERE = 0.02;

    private static final double SIGMA = 1;

    final ShopPlan plan;
    final Shelving shelving;
    final Attribution belief;
    private final DrawnFloor floor = new DrawnFloor();
    private final NumbShelves shelves = new NumbShelves();
    private final GivenReaches hands = new GivenReaches();
    private long now = 1_700_000_000_000L;

    /** Reaches as the test has said them for the next change. */
    private static final class GivenReaches implements Reaches {
        private static final long serialVersionUID = 1;
        private final List<Reach> next = new ArrayList<>();
        private final Map<Integer, List<HeldItem>> held = new TreeMap<>();
        private final List<Meeting> meetings = new ArrayList<>();
        private int asked;

        @Override
        public void read(ItemReading reading) {}

        @Override
        public List<Reach> reaches(WeightChange change) {
            return List.copyOf(next);
        }

        @Override
        public List<HeldItem> held(Party party, long from, long to) {
            asked++;
            return held.getOrDefault(party.id(), List.of());
        }

        /** What everybody holds has just come from the plates, or been brought there. */
        @Override
        public List<HeldThing> things(WeightChange change, boolean taken, List<WeightChange> others) {
            asked++;
            List<HeldThing> things = new ArrayList<>();
            held.forEach((party, items) -> things.add(
                    new HeldThing(items.stream().map(HeldItem::reading).toList(), new TreeMap<>(Map.of(party, 1.0)))));
            return things;
        }

        @Override
        public List<Meeting> meetings(long from, long to) {
            List<Meeting> now =
                    meetings.stream().filter(m -> m.at() > from && m.at() <= to).toList();
            meetings.removeAll(now);
            return now;
        }

        @Override
        public void forget(long t) {}

        @Override
        public Reaches fork() {
            GivenReaches fork = new GivenReaches();
            fork.next.addAll(next);
            fork.held.putAll(held);
            return fork;
        }
    }

    /** Plates that feel nothing, as the test has said them; no samples ever come. */
    private static final class NumbShelves implements ShelfSensing {
        private static final long serialVersionUID = 1;
        private final Set<String> numb = new TreeSet<>();

        @Override
        public void weigh(WeightSamples samples) {}

        @Override
        public List<WeightChange> advance(long t) {
            return List.of();
        }

        @Override
        public long openSince() {
            return Long.MAX_VALUE;
        }

        @Override
        public Set<String> numb(long from, long to) {
            return Set.copyOf(numb);
        }

        @Override
        public List<SensorHealth> health() {
            return List.of();
        }
    }

    Scenario(ShopPlan plan) {
        this.plan = plan;
        this.shelving = plan.shelving();
        this.belief = new Attribution(shelving, floor, shelves, hands, AttributionParameters.defaults());
    }

    /** The plate is known to feel nothing from now on. */
    Scenario fallsNumb(String plate) {
        shelves.numb.add(plate);
        return this;
    }

    /** The plate feels again. */
    Scenario wakes(String plate) {
        shelves.numb.remove(plate);
        return this;
    }

    /** Some seconds without a weight change, in which the hands and readings said before were seen. */
    Scenario passes(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now += 1000;
            belief.findUnfelt(now);
        }
        hands.next.clear();
        hands.held.clear();
        return this;
    }

    /** The plate comes to its senses and is another weight than a minute ago. */
    List<Party> jumps(String plate, double grams) {
        now += 10_000;
        WeightChange.Part part = new WeightChange.Part(plate, grams, SIGMA);
        List<Party> touched = belief.explain(new WeightChange(List.of(part), now - 200, now, now - 60_000, now - 200));
        hands.next.clear();
        hands.held.clear();
        return touched;
    }

    /** A party, every member of it in front of one of the plates. */
    Party enters(String token, String... plates) {
        Point2[] places = new Point2[plates.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = plan.middleOf(plates[i]).plus(new Point2(0, 0.4));
        }
        return floor.enters(token, places);
    }

    /** Whose hands fit the next change, and how well. */
    Scenario hands(Party party, double likelihood) {
        hands.next.add(new Reach(party, likelihood, 0, null));
        return this;
    }

    /** The same, with the hand's place in metres from the plate's left end. */
    Scenario handsAt(Party party, double likelihood, double metres) {
        hands.next.add(new Reach(party, likelihood, 0, new Reach.Along(metres, 0.05)));
        return this;
    }

    /** A camera, every time another, reads the thing in the party's hand. */
    Scenario reads(Party party, int product, double probability) {
        int before = hands.held.getOrDefault(party.id(), List.of()).size();
        ItemReading reading = new ItemReading(
                now,
                "C" + (before + 1),
                new Point3(0, 0, 1),
                List.of(new ItemReading.Candidate(ShopPlan.gtin(product), probability)));
        hands.held.computeIfAbsent(party.id(), p -> new ArrayList<>()).add(new HeldItem(reading, 1));
        return this;
    }

    /** The plate changes; the parties whose carts it may have touched. */
    List<Party> changes(String plate, double grams) {
        return changes(new WeightChange.Part(plate, grams, SIGMA));
    }

    /** Neighbouring plates change together. */
    List<Party> changes(WeightChange.Part... parts) {
        now += 10_000;
        List<Party> touched = belief.explain(new WeightChange(List.of(parts), now - 1200, now, now - 900, now - 600));
        hands.next.clear();
        hands.held.clear();
        return touched;
    }

    /** Hands of the two are seen to meet some seconds after the last change, and time goes on until that counts. */
    Scenario handsMeet(Party one, Party other, long millisAfter) {
        belief.findUnfelt(now);
        hands.meetings.add(new Meeting(one, other, now + millisAfter));
        now += millisAfter + 10_000;
        belief.findUnfelt(now);
        return this;
    }

    /** The plate swings by so much and is as heavy as before but for some grams. */
    void touches(String plate, double swing, double grams) {
        now += 10_000;
        List<WeightChange.Part> part = List.of(new WeightChange.Part(plate, grams, SIGMA));
        Swing swung = new Swing(Math.max(0, swing), Math.min(0, swing), now - 900, now - 600);
        belief.explain(new WeightChange(part, now - 1200, now, now - 900, now - 600, List.of(), swung));
        hands.next.clear();
        hands.held.clear();
    }

    /** How often readings were asked for, but for in passing. */
    int askedForReadings() {
        return hands.asked;
    }

    /** Probability that the party's cart has exactly so many of a product. */
    double chance(Party party, int product, int units) {
        Gtin gtin = ShopPlan.gtin(product);
        @Nullable Double chance = null;
        for (CartPart part : belief.cart(party)) {
            if (part.variants().stream().anyMatch(v -> v.units().containsKey(gtin))) {
                chance = part.variants().stream()
                        .filter(v -> v.units().getOrDefault(gtin, 0) == units)
                        .mapToDouble(CartPart.Variant::probability)
                        .sum();
            }
        }
        return chance != null ? chance : units == 0 ? 1 : 0;
    }

    /** Units by product number, as the receipt would have them now. */
    String receipt(Party party) {
        ReceiptDecision receipt = ReceiptDecision.of(
                belief.cart(party), belief.unnoticed(party), gtin -> 1, ReceiptParameters.defaults());
        List<String> words = new ArrayList<>();
        for (Line line : receipt.lines()) {
            for (int product = 1; product < 100; product++) {
                if (ShopPlan.gtin(product).equals(line.gtin())) {
                    words.add(line.quantity() + "x" + product);
                }
            }
        }
        return String.join(" ", words);
    }
}
