package org.openaisle.engine.receipt;

import java.io.Serializable;

/**
 * What errors cost the retailer, relative to each other, and when a person is asked.
 *
 * @param wrong of a part of the receipt that is not exactly right
 * @param overcharge of a unit charged and not taken; {@code undercharge} of a unit taken and not charged
 * @param reviewBelow a receipt of which less is believed goes to a person
 * @param waitMillis after the exit before a receipt is decided; {@code latestMillis} even when something is still open
 * @param baseConfidence what is believed of a receipt about which the model has no doubt: what it cannot know of
 */
public record ReceiptParameters(
        double wrong, double overcharge, double undercharge, double reviewBelow, long waitMillis, long latestMillis, double baseConfidence)
        implements Serializable {
    public static ReceiptParameters defaults() {
        return new ReceiptParameters(1.0, 0.8, 0.3, 0.60, 2000, 3500, 0.97);
    }
}
