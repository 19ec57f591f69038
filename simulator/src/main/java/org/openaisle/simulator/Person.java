package org.openaisle.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Point2;

/** Somebody in or before the store: body, cart, and what they are about to do. */
final class Person {
    final int number;
    final String name;
    final Group group;
    final double height;
    final boolean child;
    final double speed;
    /** The look of the clothes, as the detector's descriptor would have it without noise. */
    final double[] look;

    final Dice dice;
    final List<Unit> cart = new ArrayList<>();
    final Deque<Activity> agenda = new ArrayDeque<>();

    double x;
    double y;
    double vx;
    double vy;
    double heading;
    double gait;
    boolean inside;
    boolean gone;
    boolean leaving;
    /** Busy at a place and not to be pushed aside. */
    boolean planted;

    @Nullable
    Arm arm;
    /** What is in the hand and can be seen there until {@link #heldUntil}; null: nothing. */
    @Nullable
    Unit held;

    boolean heldLeft;
    long heldSince;
    long heldUntil;
    long pausedUntil;
    /** Somebody else's plan to reach for the same plate at once. */
    @Nullable
    Together invitation;

    Person(int number, Group group, double height, boolean child, double speed, double[] look, Dice dice, Point2 at) {
        this.number = number;
        this.name = "p" + number;
        this.group = group;
        this.height = height;
        this.child = child;
        this.speed = speed;
        this.look = look;
        this.dice = dice;
        this.x = at.x();
        this.y = at.y();
    }

    /** Somebody new, at the end of the row before a door. */
    static Person of(
            int number,
            Group group,
            boolean child,
            SimulationParameters.Visitors v,
            Dice own,
            Dice clothes,
            Doorway door) {
        double height = own.bounded(v.adultHeight(), v.adultHeightSpread(), 2.3) * (child ? own.uniform(0.55, 0.8) : 1);
        double[] look = new double[16];
        for (int i = 0; i < look.length; i++) {
            look[i] = clothes.normal(0, 1);
        }
        double speed = v.speed() * own.bounded(1, 0.12, 2) * (child ? 1.1 : 1);
        Point2 at = door.spot(door.waiting.size() + group.members.size() + 1)
                .plus(new Point2(own.uniform(-0.1, 0.1), own.uniform(-0.1, 0.1)));
        Person p = new Person(number, group, height, child, speed, look, own, at);
        p.turnTo(door.before(0));
        group.members.add(p);
        return p;
    }

    Point2 at() {
        return new Point2(x, y);
    }

    double distance(Person other) {
        double dx = x - other.x;
        double dy = y - other.y;
        return Math.sqrt(dx * dx + dy * dy);
    }

    double pace() {
        return Math.sqrt(vx * vx + vy * vy);
    }

    /** Turns towards a place as fast as people turn. */
    void turnTo(Point2 place) {
        turnTo(StrictMath.atan2(place.y() - y, place.x() - x));
    }

    void turnTo(double angle) {
        double off = Math.IEEEremainder(angle - heading, 2 * Math.PI);
        double most = 4.5 * Board.TICK_SECONDS;
        heading += Math.max(-most, Math.min(most, off));
    }

    void hold(@Nullable Unit unit, boolean left, long from, long until) {
        held = unit;
        heldLeft = left;
        heldSince = from;
        heldUntil = until;
    }
}
