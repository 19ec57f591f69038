package org.openaisle.simulator;

/**
 * How something is lifted off a plate.
 *
 * @param millis how long the hand stays with it; 0: no longer than it takes
 * @param tilted whether it is turned and read half on the plate all that time, and not held in the air above
 */
record Lifting(long millis, boolean tilted) {
    static final Lifting BRISK = new Lifting(0, false);

    static Lifting drawn(SimulationParameters.Habits habits, Dice dice) {
        if (!dice.chance(habits.slowChance())) {
            return BRISK;
        }
        long millis = (long) dice.logUniform(1_500, habits.slowestMillis());
        return new Lifting(millis, dice.chance(0.5));
    }
}
