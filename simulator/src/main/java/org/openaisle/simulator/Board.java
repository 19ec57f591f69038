package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import org.openaisle.model.Fixture;
import org.openaisle.model.Plate;
import org.openaisle.model.Point2;
import org.openaisle.model.Point3;
import org.openaisle.model.Segment2;
import org.openaisle.model.Shelf;

/**
 * A stretch of shelf that carries goods together, and how it swings: x'' = w^2 (load - x) - 2 d w x'. Mostly that is one plate; goods
 * wider than the plates rest on several.
 */
final class Board {
    static final double TICK_SECONDS = 0.01;

    final int index;
    final int fixtureIndex;
    final Fixture fixture;
    final Shelf shelf;
    /** The plate, or of several the one that carries most. */
    final Plate plate;

    final List<Bearing> bearings;
    private final Segment2 front;
    /** The products that belong here, in their order along the front. */
    final int[] products;

    final List<Unit> goods = new ArrayList<>();
    private final List<Force> forces = new ArrayList<>();
    private final double pulsation;
    private final double damping;
    private double foreignGrams;
    private double shown;
    private double speed;
    private boolean calm;
    private double goodsGrams;

    Board(
            int index,
            int fixtureIndex,
            Fixture fixture,
            Shelf shelf,
            Plate plate,
            int[] products,
            SimulationParameters.Scales scales,
            Dice dice) {
        this(index, fixtureIndex, fixture, shelf, List.of(new Bearing(plate, 1)), products, scales, dice);
    }

    /** @param bearings the plates beneath, in their order along the front */
    Board(
            int index,
            int fixtureIndex,
            Fixture fixture,
            Shelf shelf,
            List<Bearing> bearings,
            int[] products,
            SimulationParameters.Scales scales,
            Dice dice) {
        this.index = index;
        this.fixtureIndex = fixtureIndex;
        this.fixture = fixture;
        this.shelf = shelf;
        this.bearings = List.copyOf(bearings);
        this.plate = bearings.get(Bearing.middle(bearings.size())).plate();
        this.front = new Segment2(
                bearings.getFirst().plate().from(), bearings.getLast().plate().to());
        this.products = products;
        this.pulsation = 2 * Math.PI * dice.uniform(scales.hertzFrom(), scales.hertzTo());
        this.damping = dice.uniform(scales.dampingFrom(), scales.dampingTo());
    }

    /** Puts units there from the beginning, at rest. */
    void fill(List<Unit> units) {
        goods.addAll(units);
        goodsGrams = goods.stream().mapToDouble(u -> u.grams).sum();
        shown = goodsGrams;
        calm = true;
    }

    void add(Unit unit) {
        goods.add(unit);
        goodsChanged();
    }

    void remove(Unit unit) {
        if (!goods.remove(unit)) {
            throw new IllegalStateException(
                    "plate " + plate.plateId() + " does not hold the unit that was to be taken off");
        }
        goodsChanged();
    }

    void addForeign(double grams) {
        foreignGrams += grams;
        goodsChanged();
    }

    void push(Force force) {
        forces.add(force);
        calm = false;
    }

    private void goodsChanged() {
        goodsGrams = foreignGrams;
        for (Unit u : goods) {
            goodsGrams += u.grams;
        }
        calm = false;
    }

    boolean belongs(int product) {
        for (int p : products) {
            if (p == product) {
                return true;
            }
        }
        return false;
    }

    /** The units of a product that lie here. */
    List<Unit> units(int product) {
        return goods.stream().filter(u -> u.product == product).toList();
    }

    /** Goods that lie here and belong elsewhere. */
    List<Unit> strays() {
        return goods.stream().filter(u -> !belongs(u.product)).toList();
    }

    void tick(long now) {
        if (calm) {
            return;
        }
        double load = goodsGrams;
        for (int i = forces.size() - 1; i >= 0; i--) {
            Force f = forces.get(i);
            if (now >= f.endsAt()) {
                forces.remove(i);
            } else {
                load += f.grams(now);
            }
        }
        // Two semi-implicit Euler steps a tick: stable far beyond the fastest plate.
        for (int i = 0; i < 2; i++) {
            double half = TICK_SECONDS / 2;
            speed += half * (pulsation * pulsation * (load - shown) - 2 * damping * pulsation * speed);
            shown += half * speed;
        }
        if (forces.isEmpty() && Math.abs(load - shown) < 0.02 && Math.abs(speed) < 0.05) {
            shown = load;
            speed = 0;
            calm = true;
        }
    }

    /** What the load cells feel together, grams. */
    double shown() {
        return shown;
    }

    /** A place on the surface: {@code along} 0..1 of the stretch of a product's own place (the whole plate for strays), {@code in} 0..1 of the depth. */
    Point3 place(int product, double along, double in) {
        double from = 0;
        double to = 1;
        for (int i = 0; i < products.length; i++) {
            if (products[i] == product) {
                from = (i + 0.0) / products.length;
                to = (i + 1.0) / products.length;
            }
        }
        double share = from + along * (to - from);
        Point2 edge = front.from().plus(front.to().minus(front.from()).times(share));
        Point2 at = edge.minus(fixture.outward().times(in * plate.depthMetres()));
        return new Point3(at.x(), at.y(), shelf.heightMetres());
    }

    Point2 middle() {
        return front.middle();
    }
}
