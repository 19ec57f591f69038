package org.openaisle.simulator;

import org.jspecify.annotations.Nullable;
import org.openaisle.model.Kiosk;
import org.openaisle.model.Observation.KioskVisit;

/** Identifies at the kiosk, once there. */
final class AtKiosk implements Activity {
    private final Kiosk kiosk;

    AtKiosk(Kiosk kiosk) {
        this.kiosk = kiosk;
    }

    @Override
    public boolean step(Person who, World world, long now) {
        @Nullable String token = who.group.token;
        if (token != null && kiosk.position().distance(who.at()) < 0.8) {
            world.say(new KioskVisit(now, kiosk.kioskId(), token));
        }
        return true;
    }
}
