package org.openaisle.simulator;

import org.jspecify.annotations.Nullable;
import org.openaisle.model.Observation.GateCrossing;

/** Goes to the nearest exit and out. */
final class Leave implements Passage {
    private @Nullable Doorway door;
    private boolean passing;
    private long goneAt = -1;

    @Override
    public boolean step(Person who, World world, long now) {
        Doorway exit = door;
        if (exit == null) {
            exit = world.exitFor(who);
            door = exit;
            exit.leaving++;
            who.leaving = true;
            who.agenda.addFirst(new Walk(world.floor.nearestFree(exit.before(0.7)), 0.4));
            return false;
        }
        if (!passing) {
            if (exit.user == null && now >= exit.freeAt) {
                exit.user = who;
                passing = true;
            } else {
                who.vx = 0;
                who.vy = 0;
                who.turnTo(exit.before(0));
            }
            return false;
        }
        if (goneAt < 0) {
            world.steps.stroll(who, exit.before(-0.9), Double.POSITIVE_INFINITY);
            if (exit.depth(who) <= 0) {
                goneAt = now;
                world.gone(who, now);
                world.say(new GateCrossing(now, exit.gate.gateId()));
            }
            return false;
        }
        if (exit.user == who && now > goneAt + 500) {
            exit.user = null;
            exit.leaving--;
            exit.freeAt = now + (long) who.dice.uniform(100, 600);
        }
        var along = exit.gate.line().from().minus(exit.gate.line().middle());
        world.steps.stroll(who, exit.before(-2.5).plus(along.times(4)), Double.POSITIVE_INFINITY);
        return now > goneAt + 2_500;
    }
}
