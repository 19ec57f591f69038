package org.openaisle.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Point2;

/** Goes to a place inside the store, around furniture and people. */
final class Walk implements Activity {
    private final Point2 goal;
    private final double near;
    private @Nullable List<Point2> way;
    private int leg;
    private int attempts;
    private long progressAt;
    private double least = Double.POSITIVE_INFINITY;

    Walk(Point2 goal, double near) {
        this.goal = goal;
        this.near = near;
    }

    @Override
    public boolean step(Person who, World world, long now) {
        List<Point2> corners = way;
        if (corners == null) {
            corners = world.floor.way(who.at(), goal);
            way = corners;
            progressAt = now;
            leg = 0;
            least = Double.POSITIVE_INFINITY;
        }
        Point2 corner = corners.get(leg);
        double left = corner.distance(who.at());
        boolean last = leg == corners.size() - 1;
        boolean there =
                last ? left < near : left < 0.04 || left < 0.2 && world.floor.clear(who.at(), corners.get(leg + 1));
        if (there) {
            if (last) {
                who.vx = 0;
                who.vy = 0;
                return true;
            }
            leg++;
            least = Double.POSITIVE_INFINITY;
            progressAt = now;
            return false;
        }
        if (left < least - 0.02) {
            least = left;
            progressAt = now;
        }
        long stuck = now - progressAt;
        if (stuck > 4_000) { // think again, from here
            if (last && goal.distance(who.at()) < 0.7) {
                return true; // somebody stands there: near enough
            }
            way = null;
            attempts++;
        }
        // Who has been stuck for a while squeezes past: bodies do that in aisles.
        double berth = attempts > 1 ? 0.1 : stuck < 1_200 ? 0.65 : 0.36;
        world.steps.move(who, corner, last ? left : Double.POSITIVE_INFINITY, berth);
        return false;
    }
}
