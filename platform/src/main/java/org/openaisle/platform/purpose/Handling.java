package org.openaisle.platform.purpose;

import java.util.Set;

/**
 * What is done with a personal field.
 *
 * @param purposes at least one; a database role that is none of these has no right to it
 * @param viewers people and devices that may see it; empty: none
 */
public record Handling(
        Category category, Set<Purpose> purposes, LegalBasis basis, Retention retention, Set<Viewer> viewers) {
    public Handling {
        purposes = Set.copyOf(purposes);
        viewers = Set.copyOf(viewers);
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("personal data without a purpose must not be there");
        }
    }
}
