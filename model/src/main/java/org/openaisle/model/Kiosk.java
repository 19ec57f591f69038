package org.openaisle.model;

import java.io.Serializable;

/** Where shoppers type an e-mail address for their receipts. */
public record Kiosk(String kioskId, Point2 position) implements Serializable {
    public Kiosk {
        Check.named("kioskId", kioskId);
    }
}
