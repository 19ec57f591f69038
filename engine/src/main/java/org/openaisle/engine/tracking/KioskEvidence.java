package org.openaisle.engine.tracking;

import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Kiosk;
import org.openaisle.model.Observation.KioskVisit;
import org.openaisle.model.Point2;

/**
 * A visit identified at a kiosk has a member within arm's reach of it. When somebody of another party stands there alone, the two
 * have been taken for each other, at the gate or in a crowd, and change places.
 */
final class KioskEvidence implements Serializable {
    private static final long serialVersionUID = 1;
    /** Whose own people are all farther away than this was taken for somebody else. */
    private static final double FAR = 1.5;

    private final TrackingParameters parameters;
    private final AppearanceScale scale;
    private final TreeMap<String, Point2> kiosks = new TreeMap<>();

    KioskEvidence(TrackingParameters parameters, AppearanceScale scale, List<Kiosk> kiosks) {
        this.parameters = parameters;
        this.scale = scale;
        kiosks.forEach(k -> this.kiosks.put(k.kioskId(), k.position()));
    }

    void weigh(KioskVisit visit, List<Person> people) {
        Point2 kiosk = kiosks.get(visit.kioskId());
        if (kiosk == null) {
            return;
        }
        Person there = null;
        int near = 0;
        double[] place = new double[3];
        for (Person p : people) {
            if (p.status != Person.Status.INSIDE) {
                continue;
            }
            p.place(visit.t(), place);
            double distance = kiosk.distance(new Point2(place[0], place[1])) - place[2];
            if (isOf(p, visit.token()) && distance < FAR) {
                return;
            }
            if (distance < FAR) {
                near++;
                there = distance < parameters.armsReach() ? p : there;
            }
        }
        Person taken = near == 1 && there != null ? likest(there, visit.token(), people) : null;
        if (there != null && taken != null) {
            Party party = there.party();
            there.belongTo(taken.party());
            taken.belongTo(party);
        }
    }

    private static boolean isOf(Person person, String token) {
        Party party = person.party();
        return party != null && token.equals(party.token());
    }

    /** The member of the visit who is most easily taken for this person. */
    private @Nullable Person likest(Person person, String token, List<Person> people) {
        Person best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Person p : people) {
            if (p.status == Person.Status.INSIDE && isOf(p, token)) {
                double likeness = scale.evidence(p.appearance, person.appearance);
                if (likeness > most) {
                    most = likeness;
                    best = p;
                }
            }
        }
        return best;
    }
}
