package org.openaisle.simulator;

import java.util.List;
import org.openaisle.model.Point2;

/** How people get on: towards a place, around each other, along furniture. */
final class Steps {
    /** Cosine and sine of the turns that are tried before standing still: 0, 34, -34, 69, -69, 97 and -97 degrees. */
    private static final double[][] TURNS = {
        {1, 0}, {0.83, 0.56}, {0.83, -0.56}, {0.36, 0.93}, {0.36, -0.93}, {-0.12, 0.99}, {-0.12, -0.99}
    };

    private final WalkableFloor floor;
    private final List<Person> people;

    /** @param people everybody, as the world goes on changing it */
    Steps(WalkableFloor floor, List<Person> people) {
        this.floor = floor;
        this.people = people;
    }

    /** One tick's way towards a corner; slower on the last {@code left} metres, giving others a wide {@code berth} (metres). */
    void move(Person who, Point2 corner, double left, double berth) {
        who.planted = false;
        double dx = corner.x() - who.x;
        double dy = corner.y() - who.y;
        double d = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
        double pace = Math.min(who.speed, 0.25 + 2.2 * left);
        double vx = dx / d * pace;
        double vy = dy / d * pace;
        for (Person o : people) {
            double gap = o == who ? 9 : who.distance(o);
            if (gap < berth && gap > 1e-6) {
                double away = 1.5 / berth * (berth - gap);
                double ax = (who.x - o.x) / gap;
                double ay = (who.y - o.y) / gap;
                vx += away * (ax - 0.7 * ay); // away and to one side, so that two who meet pass each other
                vy += away * (ay + 0.7 * ax);
            }
        }
        double speed = Math.sqrt(vx * vx + vy * vy);
        double limit = 1.25 * who.speed;
        if (speed > limit) {
            vx *= limit / speed;
            vy *= limit / speed;
        }
        // Legs need a moment to follow: a first-order lag of 0.15 s.
        who.vx += (vx - who.vx) * Board.TICK_SECONDS / 0.15;
        who.vy += (vy - who.vy) * Board.TICK_SECONDS / 0.15;
        if (!floor.free(who.x, who.y)) { // pushed against a wall: any step is better
            who.x += who.vx * Board.TICK_SECONDS;
            who.y += who.vy * Board.TICK_SECONDS;
        } else {
            for (double[] turn : TURNS) { // straight on, or along the obstacle
                double x = who.x + (turn[0] * who.vx - turn[1] * who.vy) * Board.TICK_SECONDS;
                double y = who.y + (turn[1] * who.vx + turn[0] * who.vy) * Board.TICK_SECONDS;
                if (floor.free(x, y)) {
                    who.x = x;
                    who.y = y;
                    break;
                }
            }
        }
        stride(who);
    }

    /** Straight on, where nobody is in the way: through gates and outside. */
    void stroll(Person who, Point2 goal, double left) {
        who.planted = false;
        double d = goal.distance(who.at());
        double pace = d < 0.03 ? 0 : Math.min(who.speed, 2 * Math.min(left, d) + 0.05);
        who.vx = d < 1e-9 ? 0 : (goal.x() - who.x) / d * pace;
        who.vy = d < 1e-9 ? 0 : (goal.y() - who.y) / d * pace;
        who.x += who.vx * Board.TICK_SECONDS;
        who.y += who.vy * Board.TICK_SECONDS;
        stride(who);
    }

    private static void stride(Person who) {
        double pace = who.pace();
        who.gait += 2 * Math.PI * pace * Board.TICK_SECONDS / (0.8 * who.height);
        if (pace > 0.15) {
            who.turnTo(StrictMath.atan2(who.vy, who.vx));
        }
    }
}
