package org.openaisle.model;

import java.io.Serializable;

/**
 * What is sold.
 *
 * @param weightGrams mean gross weight of one unit
 * @param weightSdGrams its standard deviation over units
 * @param price minor units for one unit, tax included
 * @param taxRate share of the net price, 0.055 for 5.5 %
 * @param minimumAge years; 0 when anybody may buy it
 */
public record Product(
        Gtin gtin,
        String name,
        double weightGrams,
        double weightSdGrams,
        long price,
        double taxRate,
        String category,
        int minimumAge)
        implements Serializable {
    public Product {
        Check.positive("weight of " + gtin, weightGrams);
        Check.notNegative("weightSd of " + gtin, weightSdGrams);
        Check.notNegative("price of " + gtin, price);
        Check.notNegative("taxRate of " + gtin, taxRate);
        Check.notNegative("minimumAge of " + gtin, minimumAge);
    }
}
