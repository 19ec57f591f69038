package org.openaisle.engine.attribution;

import java.io.Serializable;

/**
 * How often people do what, and how far the search goes. Probabilities unless said otherwise.
 *
 * @param oneUnit of a take or return of one unit
 * @param furtherUnit where there are several units, every one beyond the second is rarer by this
 * @param putBack a put-down goes to where the product belongs
 * @param misplace ... to another plate
 * @param takeDisplaced a take is of something that others misplaced there, when there is such a thing
 * @param foreign a thing that is no product is laid down
 * @param nothing a step of which nobody's goods are the cause
 * @param unseenActor weight of somebody whom tracking lost, against somebody near of whose hands nothing is known
 * @param unseenInView ... times this for a party of which cameras saw everybody somewhere else
 * @param togetherTake two people take from one plate within one disturbance
 * @param twoProducts two products leave or come within one disturbance
 * @param exchange a touch that left a plate as heavy as before put one thing in place of another, when the carts allow it
 * @param exchangeTogether ... or one party's hand brought what another's took
 * @param handover what is put down was handed over by another party before
 * @param handoverMet hands of two parties that met handed something over
 * @param handoverShown goods in the hand of somebody who never took them were handed over, before the readings are weighed
 * @param handoverEvidence the readings count for at most this, as a logarithm: they are never that independent
 * @param unfelt goods in such a hand were taken from a plate that is known to have felt nothing then; {@code unfeltUnknown} ...
 *     from one of which no fault is known
 * @param feltLate a plate that comes to its senses misses what readings showed to have been taken before,
 *     against a take by somebody near of whose hands nothing is known
 * @param reachDuringFault a party near a plate that feels nothing takes or puts back there, before its hands are weighed
 * @param stranger a take is of something that was misplaced there before anybody looked
 * @param unknownSource what is put back was taken unnoticed
 * @param restock a member of staff adds a unit
 * @param gainError relative error of a plate's scale, standard deviation
 * @param heavyTail share of weight changes whose error is several times larger than sigma says
 * @param readingBase probability that a reading names a product which is not there
 * @param readingTrust that a reading in the actor's hand is of what was just moved
 * @param readingActor of what readings say about a hand, whatever was in it, so much counts
 * @param readingsIndependent consecutive readings make the same mistakes: together they count for no more than this many
 * @param readingsMissing readings of other things speak against a product by at most this, as a logarithm
 * @param thingTrust that what readings followed from a plate, or to it, is what moved there
 * @param misplacedSlot factor for a product standing elsewhere on the plate than the hand was
 * @param hypotheses kept for each cluster
 * @param leastShare hypotheses lighter than this share of the heaviest are dropped
 * @param leastExplanation explanations lighter than this share of the heaviest are not tried
 */
public record AttributionParameters(
        double oneUnit,
        double furtherUnit,
        double putBack,
        double misplace,
        double takeDisplaced,
        double foreign,
        double nothing,
        double unseenActor,
        double unseenInView,
        double togetherTake,
        double twoProducts,
        double exchange,
        double exchangeTogether,
        double handover,
        double handoverMet,
        double handoverShown,
        double handoverEvidence,
        double unfelt,
        double unfeltUnknown,
        double feltLate,
        double reachDuringFault,
        double stranger,
        double unknownSource,
        double restock,
        double gainError,
        double heavyTail,
        double readingBase,
        double readingTrust,
        double readingActor,
        double readingsIndependent,
        double readingsMissing,
        double thingTrust,
        double misplacedSlot,
        int hypotheses,
        double leastShare,
        double leastExplanation)
        implements Serializable {
    public static AttributionParameters defaults() {
        return new AttributionParameters(
                0.90, 0.25, 0.85, 0.12, 0.3, 0.01, 0.003, 0.002, 0.02, 0.05, 0.02, 0.02, 0.01, 0.002, 0.3, 0.002, 7,
                0.1, 0.0005, 3, 0.02, 0.003, 0.0003, 0.5, 0.003, 0.03, 0.05, 0.65, 0.75, 5, 2.5, 0.9, 0.12, 120, 1e-5,
                1e-6);
    }
}
