package org.openaisle.simulator;

import org.openaisle.model.Point3;

/** Hands something of the cart over to somebody: goes there, both hold out a hand, it changes owner. */
final class Give implements Activity {
    private static final long PATIENCE = 12_000;
    private final Person taker;
    private final Unit unit;
    private long since = -1;
    private long meet = -1;
    private boolean given;

    Give(Person taker, Unit unit) {
        this.taker = taker;
        this.unit = unit;
    }

    @Override
    public boolean step(Person who, World world, long now) {
        if (since < 0) {
            since = now;
        }
        if (meet < 0) {
            if (now - since > PATIENCE || !taker.inside || !who.cart.contains(unit)) {
                return true;
            }
            if (who.distance(taker) > 0.75) {
                who.agenda.addFirst(
                        new Walk(world.floor.nearestFree(taker.at()), Math.max(0.55, who.distance(taker) - 1.2)));
                return false;
            }
            boolean busy = taker.arm != null || now < taker.pausedUntil || taker.agenda.peekFirst() instanceof Passage;
            if (busy) {
                who.turnTo(taker.at());
                return false;
            }
            meet = now + 700;
            taker.pausedUntil = now + 1_700;
            double z = 0.58 * Math.min(who.height, taker.height);
            Point3 between = new Point3((who.x + taker.x) / 2, (who.y + taker.y) / 2, z);
            who.arm = new Arm(false, between, now, meet);
            taker.arm = new Arm(true, between, now, meet);
            who.arm.retract(meet + 250, meet + 900);
            taker.arm.retract(meet + 250, meet + 900);
            who.hold(unit, false, now, meet);
        }
        who.vx = 0;
        who.vy = 0;
        who.turnTo(taker.at());
        taker.turnTo(who.at());
        if (!given && now >= meet) {
            given = true;
            if (who.cart.remove(unit)) {
                taker.cart.add(unit);
                taker.hold(unit, true, now, now + 900);
                world.log.handedOver(now, who, taker, unit);
            }
        }
        if (now >= meet + 900) {
            who.arm = null;
            taker.arm = null;
            return true;
        }
        return false;
    }
}
