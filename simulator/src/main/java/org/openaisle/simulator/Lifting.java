package org.openaisle.simulator;

/**
 * How something is lifted off a plate.
 *
 * @param millis how long the hand stays with it, if that is longer than a lift takes
 */
record Lifting(Way way, long millis) {
    /** What the plate feels meanwhile. */
    enum Way {
        /** Nothing any more: it is held in the air above. */
        HELD,
        /** Half of it: it is turned and read on the spot. */
        TILTED,
        /** Less and less of it. */
        GRADUAL
    }

    static final Lifting BRISK = new Lifting(Way.HELD, 0);

    static Lifting drawn(SimulationParameters.Habits habits, Dice dice) {
        if (!dice.chance(habits.slowChance())) {
            return BRISK;
        }
        long millis = (long) dice.logUniform(1_500, habits.slowestMillis());
        return new Lifting(dice.chance(0.5) ? Way.TILTED : Way.HELD, millis);
    }

    /** What acts on the plate from {@code now} on; a brisk lift would take {@code lift} milliseconds. */
    Force force(long now, long lift, double weight, Dice dice) {
        return switch (way) {
            case HELD -> new Force.Lift(now, lift, weight);
            case TILTED -> new Force.Dither(now, millis, weight, dice.uniform(0.2, 0.7), dice.uniform(0.3, 1));
            case GRADUAL -> new Force.Lift(now, Math.max(lift, millis), weight);
        };
    }
}
