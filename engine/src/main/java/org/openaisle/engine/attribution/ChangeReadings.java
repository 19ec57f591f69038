package org.openaisle.engine.attribution;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.hands.HeldItem;
import org.openaisle.engine.hands.HeldThing;
import org.openaisle.engine.hands.Reach;
import org.openaisle.engine.hands.Reaches;
import org.openaisle.engine.shelf.WeightChange;
import org.openaisle.engine.tracking.Party;
import org.openaisle.model.Gtin;

/**
 * What item readings say about one change: of things that came away from its plates, or were brought there. When a fault hid the
 * moment, nobody can say which things these were: then all that was read near a hand counts.
 */
final class ChangeReadings {
    /** What took longer to move was hidden by a fault. */
    private static final long LONGEST_REACH_MILLIS = 4000;

    private final WeightChange change;
    private final Attribution attribution;
    private final List<Gtin> onThePlates;
    private final Map<Reach, List<HeldItem>> heldBefore = new IdentityHashMap<>();
    private final Map<Reach, List<HeldItem>> heldAfter = new IdentityHashMap<>();
    private final Map<HeldThing, Map<Gtin, Double>> logs = new IdentityHashMap<>();
    private @Nullable List<HeldThing> came;
    private @Nullable List<HeldThing> went;

    /** @param onThePlates the products that may have stood there */
    ChangeReadings(WeightChange change, Attribution attribution, List<Gtin> onThePlates) {
        this.change = change;
        this.attribution = attribution;
        this.onThePlates = onThePlates;
    }

    /** Log factor, had the hand taken (or brought) the product. */
    double log(Reach hand, Gtin gtin, boolean taken) {
        Party party = hand.party();
        return party == null || isHidden()
                ? ItemFactor.log(held(hand, taken), gtin, attribution.parameters)
                : log(things(taken), thing -> thing.share(party.id()), gtin);
    }

    /** Log factor, had both hands taken the product. */
    double log(Reach one, Reach other, Gtin gtin) {
        Party a = one.party();
        Party b = other.party();
        return a == null || b == null || isHidden()
                ? (log(one, gtin, true) + log(other, gtin, true)) / 2
                : log(things(true), thing -> Math.min(1, thing.share(a.id()) + thing.share(b.id())), gtin);
    }

    /**
     * Readings tell well which of several goods was in a hand, and less well in whose hand it was. What they say of all goods that
     * it may have been is about the hand, and does not count in full.
     */
    private double log(List<HeldThing> things, ToDoubleFunction<HeldThing> share, Gtin gtin) {
        double log = logInHands(things, share, gtin);
        double sum = 0;
        for (Gtin other : onThePlates) {
            sum += StrictMath.exp(logInHands(things, share, other));
        }
        return sum == 0
                ? log
                : log - (1 - attribution.parameters.readingActor()) * StrictMath.log(sum / onThePlates.size());
    }

    private double logInHands(List<HeldThing> things, ToDoubleFunction<HeldThing> share, Gtin gtin) {
        return ItemFactor.log(things, share, thing -> log(thing, gtin), attribution.parameters);
    }

    /** Every explanation by every hand asks for the same few. */
    private double log(HeldThing thing, Gtin gtin) {
        return logs.computeIfAbsent(thing, t -> new HashMap<>())
                .computeIfAbsent(gtin, g -> ItemFactor.log(thing, g, attribution.parameters));
    }

    private List<HeldThing> things(boolean taken) {
        List<HeldThing> known = taken ? went : came;
        if (known == null) {
            known = attribution.hands.things(change, taken, attribution.known());
            if (taken) {
                went = known;
            } else {
                came = known;
            }
        }
        return known;
    }

    private boolean isHidden() {
        return change.movedTo() - change.movedFrom() > LONGEST_REACH_MILLIS;
    }

    private List<HeldItem> held(Reach hand, boolean taken) {
        return (taken ? heldAfter : heldBefore).computeIfAbsent(hand, h -> findHeld(h, taken));
    }

    private List<HeldItem> findHeld(Reach hand, boolean taken) {
        long movedFrom = hand.at() - LONGEST_REACH_MILLIS / 2;
        long movedTo = hand.at() + LONGEST_REACH_MILLIS / 2;
        long from = taken ? movedFrom : movedTo - Reaches.SHOWN_BEFORE_MILLIS;
        long to = taken ? movedTo + Reaches.SHOWN_AFTER_MILLIS : movedTo;
        return hand.party() == null ? List.of() : attribution.hands.held(hand.party(), from, to);
    }
}
