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

    boolean scanned;
    long enteredAt = -1;
    long exitedAt = -1;

    Group(@Nullable String token, boolean staff) {
        this.token = token;
        this.staff = staff;
    }

    boolean allGone() {
        return members.stream().allMatch(m -> m.gone);
    }
}
