package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who come on one token, or somebody without one; and what becomes of them. */
final class Group {
    final @Nullable String token;
    final boolean staff;
    final List<Person> members = new ArrayList<>();
    /** What its members carried out, unit by unit. */
    final List<Unit> carriedOut = new ArrayList<>();

    /** How many people the scan says; 0: as many as there are. */
    int announced;

    boolean scanned;
    long enteredAt = -1;
    long exitedAt = -1;

    Group(@Nullable String token, boolean staff) {
        this.token = token;
        this.staff = staff;
    }

    /** How many people the scan lets in. */
    int size() {
        return announced > 0 ? announced : members.size();
    }

    boolean allGone() {
        return members.stream().allMatch(m -> m.gone);
    }
}
