package org.openaisle.engine.tracking;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All parties that are or were just inside. */
final class PartyBook implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<Party> parties = new ArrayList<>();
    private int nextId = 1;

    Party open(@Nullable String token, int announced, long t) {
        Party party = new Party(nextId++, token, announced, t);
        parties.add(party);
        return party;
    }

    void left(Person person, long t) {
        Party party = person.party();
        if (party != null) {
            party.memberLeft(t);
        }
    }

    /** Somebody who had gone out stepped back in. */
    void returned(Person person) {
        Party party = person.party();
        if (party != null) {
            party.memberReturned();
        }
    }

    boolean isOpen(@Nullable Party party) {
        return party != null && parties.contains(party);
    }

    /** A member turned out to be nobody. */
    void vanished(Party party) {
        party.memberVanished();
        if (party.entered() == 0) {
            parties.remove(party);
        }
    }

    List<Party> parties() {
        return parties;
    }

    void close(Party party) {
        parties.remove(party);
    }
}
