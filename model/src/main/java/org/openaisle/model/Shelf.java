package org.openaisle.model;

import java.io.Serializable;
import java.util.List;

/** One board of a fixture; {@code heightMetres} is that of its surface over the floor. */
public record Shelf(String shelfId, double heightMetres, List<Plate> plates) implements Serializable {
    public Shelf {
        Check.named("shelfId", shelfId);
        Check.notNegative("height of shelf " + shelfId, heightMetres);
        plates = List.copyOf(plates);
    }
}
