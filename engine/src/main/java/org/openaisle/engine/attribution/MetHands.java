package org.openaisle.engine.attribution;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.openaisle.engine.attribution.Explanation.Kind;
import org.openaisle.engine.hands.HeldItem;
import org.openaisle.engine.hands.Meeting;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Gtin;

/**
 * Goods that went from hand to hand while hands were seen to meet. What somebody hands over is in the hand: something that was
 * taken a few seconds before. Who met, and did not hand over anything, is the alternative.
 */
final class MetHands implements Serializable {
    private static final long serialVersionUID = 1;
    /** Changes until so long ago have been explained. */
    private static final long EXPLAINED_MILLIS = 4_000;

    private static final long FRESH_MILLIS = 15_000;
    private static final double HALF_LIFE_MILLIS = 6_000;
    private static final double TAKEN = 0.3;
    private static final long SHOWN_MILLIS = 4_000;
    private static final double MOST_SHOWN = 2;

    private final Attribution attribution;
    private long lookedUntil = Long.MIN_VALUE;

    MetHands(Attribution attribution) {
        this.attribution = attribution;
    }

    /** What has come to light by event time {@code t}, since this was last asked. */
    List<Incident> find(long t) {
        long until = t - EXPLAINED_MILLIS;
        List<Incident> incidents = new ArrayList<>();
        List<Party> present = attribution.present();
        if (lookedUntil != Long.MIN_VALUE) {
            for (Meeting meeting : attribution.hands.meetings(lookedUntil, until)) {
                if (present.contains(meeting.one()) && present.contains(meeting.other())) {
                    look(meeting, incidents);
                }
            }
        }
        lookedUntil = until;
        return incidents;
    }

    private void look(Meeting meeting, List<Incident> incidents) {
        List<Explanation> explanations = new ArrayList<>();
        given(meeting.one(), meeting.other(), meeting.at(), explanations);
        given(meeting.other(), meeting.one(), meeting.at(), explanations);
        if (!explanations.isEmpty()) {
            double met = attribution.parameters.handoverMet();
            explanations.add(new Explanation(Kind.NOTHING, null, List.of(), StrictMath.log(1 - met)));
            incidents.add(new Incident(meeting.at(), meeting.at(), explanations));
        }
    }

    private void given(Party giver, Party receiver, long at, List<Explanation> explanations) {
        if (attribution.isStaff(giver) || attribution.isStaff(receiver)) {
            return;
        }
        int cart = Holder.cart(giver.id());
        for (int id : attribution.belief.goods()) {
            Good good = attribution.goods.get(id);
            Gtin gtin = good.gtin();
            long taken = gtin == null || attribution.belief.holds(id, cart) <= TAKEN
                    ? Long.MIN_VALUE
                    : lastTaken(giver, id, at);
            if (gtin == null || at - taken > FRESH_MILLIS || taken == Long.MIN_VALUE) {
                continue;
            }
            double fresh = StrictMath.pow(0.5, Math.max(0, at - taken) / HALF_LIFE_MILLIS);
            explanations.add(new Explanation(
                    Kind.HANDOVER,
                    giver,
                    List.of(new Movement(id, 1, cart, Holder.cart(receiver.id()))),
                    StrictMath.log(attribution.parameters.handoverMet() * fresh) + shown(receiver, gtin, at)));
        }
    }

    /** What readings of the receiver's hands say for the good: only what nothing that the receiver had before explains. */
    private double shown(Party receiver, Gtin gtin, long at) {
        List<HeldItem> held = attribution.hands.held(receiver, at, at + SHOWN_MILLIS);
        double[] before = {0};
        attribution.belief.forEachHeld(Holder.cart(receiver.id()), TAKEN, (good, holder) -> {
            if (good.gtin() != null) {
                before[0] = Math.max(before[0], ItemFactor.log(held, good.gtin(), attribution.parameters));
            }
        });
        double log = ItemFactor.log(held, gtin, attribution.parameters) - before[0];
        return Math.max(-MOST_SHOWN, Math.min(MOST_SHOWN, log));
    }

    /** When the party last took such a good before {@code at}. */
    private long lastTaken(Party party, int good, long at) {
        int cart = Holder.cart(party.id());
        long last = Long.MIN_VALUE;
        for (Incident incident : attribution.incidents(party)) {
            if (incident.startedAt >= at) {
                continue;
            }
            double p = 0;
            for (int i = 0; i < incident.probabilities.length; i++) {
                boolean took = incident.explanations.get(i).movements().stream()
                        .anyMatch(m -> m.good() == good && m.to() == cart);
                p += took ? incident.probabilities[i] : 0;
            }
            if (p > TAKEN) {
                last = Math.max(last, incident.endedAt);
            }
        }
        return last;
    }
}
