package org.openaisle.engine;

import java.io.Serializable;
import org.openaisle.engine.attribution.AttributionParameters;
import org.openaisle.engine.hands.HandParameters;
import org.openaisle.engine.receipt.ReceiptParameters;
import org.openaisle.engine.shelf.ShelfParameters;
import org.openaisle.engine.tracking.TrackingParameters;

/**
 * Every parameter of the engine, by part.
 *
 * @param patienceMillis a weight change is explained so long after it ended, so that hands and readings of the time just after count
 */
public record EngineParameters(
        ShelfParameters shelf,
        TrackingParameters tracking,
        HandParameters hands,
        AttributionParameters attribution,
        ReceiptParameters receipt,
        long patienceMillis)
        implements Serializable {
    public static EngineParameters defaults() {
        return new EngineParameters(
                ShelfParameters.defaults(),
                TrackingParameters.defaults(),
                HandParameters.defaults(),
                AttributionParameters.defaults(),
                ReceiptParameters.defaults(),
                1800);
    }
}
