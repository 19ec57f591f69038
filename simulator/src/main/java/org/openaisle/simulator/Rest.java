package org.openaisle.simulator;

import org.jspecify.annotations.Nullable;
import org.openaisle.model.Point2;

/** Stands for a while, looking at something. */
final class Rest implements Activity {
    private final long millis;
    private final @Nullable Point2 facing;
    private long until = -1;

    Rest(long millis, @Nullable Point2 facing) {
        this.millis = millis;
        this.facing = facing;
    }

    @Override
    public boolean step(Person who, World world, long now) {
        if (until < 0) {
            until = now + millis;
        }
        who.vx = 0;
        who.vy = 0;
        if (facing != null) {
            who.turnTo(facing);
        }
        return now >= until;
    }
}
