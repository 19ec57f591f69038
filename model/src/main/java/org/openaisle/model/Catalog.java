package org.openaisle.model;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The products of a store by GTIN. */
public record Catalog(SortedMap<Gtin, Product> products) implements Serializable {
    public Catalog {
        products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
    }

    public static Catalog of(List<Product> products) {
        TreeMap<Gtin, Product> map = new TreeMap<>();
        for (Product p : products) {
            Check.that(map.put(p.gtin(), p) == null, "product " + p.gtin() + " occurs twice");
        }
        return new Catalog(map);
    }

    public @Nullable Product find(Gtin gtin) {
        return products.get(gtin);
    }

    /** This catalogue with some products added or replaced. */
    public Catalog with(Collection<Product> changed) {
        TreeMap<Gtin, Product> map = new TreeMap<>(products);
        changed.forEach(p -> map.put(p.gtin(), p));
        return new Catalog(map);
    }
}
