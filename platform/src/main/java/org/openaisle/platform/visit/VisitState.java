package org.openaisle.platform.visit;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a visit stands. */
enum VisitState {
    /** Somebody came in. */
    ENTERED,
    /** Something was in the cart. */
    SHOPPING,
    /** All have gone; the receipt is not decided yet. */
    LEFT,
    /** The store node has said what was taken. */
    DECIDED,
    /** It has, and wants somebody to look at it. */
    IN_REVIEW,
    /** Charged: nothing changes any more. */
    SETTLED,
    /** Nobody said how it ended. Only what was beyond doubt is charged, unless the store node decides it after all. */
    ABANDONED;

    private static final Set<VisitState> OPEN = EnumSet.of(ENTERED, SHOPPING, LEFT);

    /** Whether this state may follow on that one. */
    boolean mayFollow(VisitState before) {
        return switch (before) {
            case ENTERED -> this != ENTERED && this != SETTLED;
            case SHOPPING -> this != ENTERED && this != SHOPPING && this != SETTLED;
            case LEFT -> this == DECIDED || this == IN_REVIEW || this == ABANDONED;
            case DECIDED -> this == IN_REVIEW || this == SETTLED;
            case IN_REVIEW -> this == DECIDED || this == SETTLED;
            case ABANDONED -> this == DECIDED || this == IN_REVIEW || this == SETTLED;
            case SETTLED -> false;
        };
    }

    /** Whether its end is not known yet. */
    boolean isOpen() {
        return OPEN.contains(this);
    }

    /** As database and interface write it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static VisitState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
