package org.openaisle.platform.visit;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What some events say of one visit, whatever their order: the earliest, the latest, the most, the decision that was made first. Facts of
 * earlier events stand in the database, and are joined there in the same way.
 */
final class VisitFacts {
    private static final Comparator<StoreEvent> BY_MOMENT = Comparator.comparing(StoreEvent::moment);

    private final String token;
    private boolean scanned = true;
    private boolean staff;
    private boolean cart;
    private int announced = 1;
    private int seen;
    private @Nullable Instant enteredAt;
    private @Nullable Instant leftAt;
    private Instant lastEventAt = Instant.MIN;
    private @Nullable StoreEvent decision;

    VisitFacts(String token) {
        this.token = token;
    }

    void add(StoreEvent event, Told.OfVisit told) {
        lastEventAt = latest(lastEventAt, event.time());
        switch (told) {
            case Told.VisitEntered e -> {
                enteredAt = earliest(enteredAt, event.time());
                announced = Math.max(announced, e.people());
                staff |= e.staff();
            }
            case Told.PeopleUnscanned u -> {
                enteredAt = earliest(enteredAt, event.time());
                scanned = false;
                seen = Math.max(seen, u.people());
            }
            case Told.PartyLarger p -> {
                announced = Math.max(announced, p.announced());
                seen = Math.max(seen, p.people());
            }
            case Told.CartChanged c -> cart = true;
            case Told.VisitLeft l -> leftAt = latest(leftAt, event.time());
            case Told.VisitDecided d -> {
                enteredAt = d.enteredAt() == null ? enteredAt : earliest(enteredAt, d.enteredAt());
                leftAt = d.leftAt() == null ? leftAt : latest(leftAt, d.leftAt());
                decision = decision == null || BY_MOMENT.compare(event, decision) < 0 ? event : decision;
            }
        }
    }

    private static Instant latest(@Nullable Instant a, Instant b) {
        return a == null || a.isBefore(b) ? b : a;
    }

    private static Instant earliest(@Nullable Instant a, Instant b) {
        return a == null || a.isAfter(b) ? b : a;
    }

    /** The state of a visit of which nothing else is known. */
    VisitState state() {
        Told.VisitDecided decided = decided();
        if (decided != null) {
            return decided.review() || !scanned ? VisitState.IN_REVIEW : VisitState.DECIDED;
        }
        if (leftAt != null) {
            return VisitState.LEFT;
        }
        return cart ? VisitState.SHOPPING : VisitState.ENTERED;
    }

    Told.@Nullable VisitDecided decided() {
        return decision != null && decision.told() instanceof Told.VisitDecided decided ? decided : null;
    }

    @Nullable
    StoreEvent decision() {
        return decision;
    }

    String token() {
        return token;
    }

    boolean scanned() {
        return scanned;
    }

    boolean staff() {
        return staff;
    }

    int announced() {
        return announced;
    }

    int seen() {
        return seen;
    }

    @Nullable
    Instant enteredAt() {
        return enteredAt;
    }

    @Nullable
    Instant leftAt() {
        return leftAt;
    }

    Instant lastEventAt() {
        return lastEventAt;
    }
}
