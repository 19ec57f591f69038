package org.openaisle.simulator;

import org.jspecify.annotations.Nullable;
import org.openaisle.model.Point3;
import org.openaisle.model.Truth;

/** A hand goes to a plate, does something there and comes back. The variants say what it does. */
abstract class Reach implements Activity {
    final Board board;
    private long contact = -1;
    private long actAt;
    private boolean acted;
    private Hand hand = Hand.ANY;

    Reach(Board board) {
        this.board = board;
    }

    /** The hand that is to do it. */
    Reach with(Hand which) {
        hand = which;
        return this;
    }

    /** The product at whose place the hand goes in; -1: anywhere. */
    abstract int product();

    /** Whether it still makes sense to reach. */
    abstract boolean wanted(Person who, World world);

    /** Does it, {@code now}; how long the hand stays afterwards, milliseconds. */
    abstract long act(Person who, World world, long now, Arm arm);

    /** Called when the hand sets out. */
    void begin(Person who, World world, long now, Arm arm, long contactAt) {}

    @Override
    public final boolean step(Person who, World world, long now) {
        who.vx = 0;
        who.vy = 0;
        who.turnTo(board.middle());
        Arm arm = who.arm;
        if (contact < 0 || arm == null) {
            if (!wanted(who, world) || board.shelf.heightMetres() > 1.1 * who.height) {
                return true;
            }
            Dice dice = who.dice;
            Point3 surface = board.place(product(), dice.uniform(0.2, 0.8), dice.uniform(0.05, 0.65));
            Point3 target = surface.plus(new Point3(0, 0, dice.uniform(0.05, 0.16)));
            contact = now + (long) dice.uniform(450, 950);
            actAt = contact + (long) dice.uniform(120, 520);
            boolean left = sideOf(who, target) == dice.chance(0.75);
            left = hand == Hand.ANY ? left : hand == Hand.LEFT;
            arm = new Arm(left, target, now, contact);
            who.arm = arm;
            begin(who, world, now, arm, contact);
            if (dice.chance(0.85)) {
                SimulationParameters.Scales scales = world.parameters.scales();
                board.push(new Force.Press(
                        contact, actAt - contact + 60, dice.uniform(scales.pressFrom(), scales.pressTo())));
            }
        }
        if (!acted && now >= actAt) {
            acted = true;
            long stay = now + act(who, world, now, arm);
            arm.retract(stay, stay + (long) who.dice.uniform(450, 900));
        }
        if (acted && arm.over(now)) {
            who.arm = null;
            return true;
        }
        return false;
    }

    /** Whether the target is to the left of the body. */
    private static boolean sideOf(Person who, Point3 target) {
        return StrictMath.cos(who.heading) * (target.y() - who.y) - StrictMath.sin(who.heading) * (target.x() - who.x)
                > 0;
    }

    /** Takes some units of a product off a plate into the cart. */
    static final class Pick extends Reach {
        private final int product;
        private final int count;
        private final Truth.Kind kind;
        private final @Nullable Lifting lifting;

        /** In the way that people happen to lift things. */
        Pick(Board board, int product, int count, Truth.Kind kind) {
            this(board, product, count, kind, null);
        }

        Pick(Board board, int product, int count, Truth.Kind kind, @Nullable Lifting lifting) {
            super(board);
            this.product = product;
            this.count = count;
            this.kind = kind;
            this.lifting = lifting;
        }

        @Override
        int product() {
            return product;
        }

        @Override
        boolean wanted(Person who, World world) {
            return !board.units(product).isEmpty();
        }

        @Override
        long act(Person who, World world, long now, Arm arm) {
            var there = board.units(product); // somebody else may have been quicker
            int n = Math.min(count, there.size());
            if (n == 0) {
                return 100;
            }
            double weight = 0;
            for (Unit u : there.subList(0, n)) {
                board.remove(u);
                who.cart.add(u);
                weight += u.grams;
            }
            Dice dice = who.dice;
            SimulationParameters.Scales scales = world.parameters.scales();
            long lift = (long) dice.uniform(scales.liftFromMillis(), scales.liftToMillis());
            Lifting way = lifting == null ? Lifting.drawn(world.parameters.habits(), dice) : lifting;
            long stay = Math.max(lift, way.millis());
            board.push(way.force(now, lift, weight, dice));
            world.log.moved(now, kind, who, product, kind == Truth.Kind.RESTOCK ? -n : n, board);
            who.hold(
                    there.get(0),
                    arm.left,
                    now,
                    now + stay + world.parameters.recognition().afterMillis());
            return stay;
        }
    }

    /** Puts a unit of the cart down on a plate. */
    static final class Put extends Reach {
        private final Unit unit;
        private final boolean restocks;

        Put(Board board, Unit unit, boolean restocks) {
            super(board);
            this.unit = unit;
            this.restocks = restocks;
        }

        @Override
        int product() {
            return unit.product;
        }

        @Override
        boolean wanted(Person who, World world) {
            return who.cart.contains(unit);
        }

        @Override
        void begin(Person who, World world, long now, Arm arm, long contactAt) {
            who.hold(unit, arm.left, now, contactAt + 600);
        }

        @Override
        long act(Person who, World world, long now, Arm arm) {
            if (!who.cart.remove(unit)) {
                return 100; // given away meanwhile
            }
            board.add(unit);
            Dice dice = who.dice;
            long landing = (long) dice.uniform(150, 350);
            board.push(new Force.Landing(now, landing, unit.grams, dice.uniform(0.1, 0.8)));
            Truth.Kind kind = restocks
                    ? Truth.Kind.RESTOCK
                    : board.belongs(unit.product) ? Truth.Kind.RETURN : Truth.Kind.MISPLACE;
            world.log.moved(now, kind, who, unit.product, 1, board);
            who.hold(unit, arm.left, who.heldSince, now + 60);
            return landing + (long) dice.uniform(50, 250);
        }
    }

    /** Touches, turns, straightens, and takes nothing. */
    static final class Touch extends Reach {
        private final int product;

        Touch(Board board, int product) {
            super(board);
            this.product = product;
        }

        @Override
        int product() {
            return product;
        }

        @Override
        boolean wanted(Person who, World world) {
            return true;
        }

        @Override
        long act(Person who, World world, long now, Arm arm) {
            long stay = (long) who.dice.uniform(150, 1_200);
            board.push(new Force.Press(now, stay, who.dice.uniform(-60, 150)));
            return stay;
        }
    }

    /** Lays down a thing of one's own, or takes it up again. */
    static final class Foreign extends Reach {
        private final double grams;
        private final boolean down;

        Foreign(Board board, double grams, boolean down) {
            super(board);
            this.grams = grams;
            this.down = down;
        }

        @Override
        int product() {
            return -1;
        }

        @Override
        boolean wanted(Person who, World world) {
            return true;
        }

        @Override
        long act(Person who, World world, long now, Arm arm) {
            long millis = (long) who.dice.uniform(180, 350);
            board.addForeign(down ? grams : -grams);
            board.push(
                    down
                            ? new Force.Landing(now, millis, grams, who.dice.uniform(0.1, 0.5))
                            : new Force.Lift(now, millis, grams));
            world.log.foreign(now, who, down ? 1 : -1, board);
            return millis + 100;
        }
    }
}
