package org.openaisle.engine.receipt;

import java.io.Serializable;

/**
 * What errors cost the retailer, relative to each other, and when a person is asked.
 *
 * @param wrong of a part of the receipt that is not exactly right
 * @param overcharge of a unit of mean price charged and not taken; {@code undercharge} of one taken and not charged
 * @param reviewBelow a receipt of which less is believed goes to a person
 * @param waitMillis after the exit before a receipt is decided; {@code latestMillis} even when something is still open
 * @param baseConfidence what is believed of an empty receipt about which the model has no doubt ...
 * @param unitConfidence ... times this for every unit on it: what the model cannot know of grows with the basket ...
 * @param doubtExponent ... times the model's own probability, raised to this: it is a little too sure of itself. The three were
 *     fitted to 482 visits of our own simulator's recordings (least log loss)
 */
public record ReceiptParameters(
        double wrong,
        double overcharge,
        double undercharge,
        double reviewBelow,
        long waitMillis,
        long latestMillis,
        double baseConfidence,
        double unitConfidence,
        double doubtExponent)
        implements Serializable {
    public static ReceiptParameters defaults() {
        return new ReceiptParameters(1.0, 1.6, 0.3, 0.42, 2000, 3500, 0.99, 0.985, 1.2);
    }
}
