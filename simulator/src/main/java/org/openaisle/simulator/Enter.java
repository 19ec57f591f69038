package org.openaisle.simulator;

import org.jspecify.annotations.Nullable;
import org.openaisle.model.Observation.GateCrossing;
import org.openaisle.model.Observation.GateScan;
import org.openaisle.model.Observation.StaffNotice;
import org.openaisle.model.Point2;

/** Waits before the gate, has the code scanned (the first of a party does) and goes in. */
final class Enter implements Passage {
    private final Doorway door;
    private long scanAt = -1;

    Enter(Doorway door) {
        this.door = door;
    }

    @Override
    public boolean step(Person who, World world, long now) {
        int place = door.waiting.indexOf(who);
        if (place >= 0) {
            Point2 spot = door.spot(place);
            double left = spot.distance(who.at());
            world.steps.stroll(who, spot, left);
            if (place == 0 && left < 0.3 && door.user == null && now >= door.freeAt && door.leaving == 0) {
                goOn(who, world, now);
            }
            return false;
        }
        Point2 goal = door.before(0.75);
        world.steps.stroll(who, goal, Double.POSITIVE_INFINITY);
        if (!who.inside && door.depth(who) >= 0) {
            who.inside = true;
            if (who.group.enteredAt < 0) {
                who.group.enteredAt = now;
            }
            world.say(new GateCrossing(now, door.gate.gateId()));
        }
        if (goal.distance(who.at()) < 0.15 || door.depth(who) > 0.75) {
            door.user = null;
            door.freeAt = now + (long) who.dice.uniform(300, 1_500);
            return true;
        }
        return false;
    }

    private void goOn(Person who, World world, long now) {
        @Nullable String token = who.group.token;
        if (token != null && !who.group.scanned) {
            if (scanAt < 0) {
                scanAt = now + (long) who.dice.uniform(300, 1_800); // finds the phone, holds it out
            }
            if (now >= scanAt) {
                who.group.scanned = true;
                world.say(new GateScan(now, door.gate.gateId(), token, who.group.size()));
                if (who.group.staff) {
                    world.say(new StaffNotice(now + 300, token, "stocker"));
                }
                door.freeAt = now + (long) who.dice.uniform(300, 900);
            }
            return;
        }
        door.waiting.remove(who);
        door.user = who;
    }
}
