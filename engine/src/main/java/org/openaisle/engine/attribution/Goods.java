package org.openaisle.engine.attribution;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.engine.layout.Shelving;
import org.openaisle.model.Gtin;
import org.openaisle.model.Product;

/** Numbers for goods. A product whose weight the catalogue changes keeps its number. */
final class Goods implements Serializable {
    private static final long serialVersionUID = 1;

    private final Shelving shelving;
    private final List<Good> goods = new ArrayList<>();
    private final Map<Gtin, Integer> byGtin = new TreeMap<>();

    Goods(Shelving shelving) {
        this.shelving = shelving;
    }

    /** The product's good; null when the catalogue does not know it. */
    @Nullable
    Good of(Gtin gtin) {
        Product product = shelving.product(gtin);
        if (product == null) {
            return null;
        }
        Integer id = byGtin.get(gtin);
        if (id == null) {
            id = goods.size();
            byGtin.put(gtin, id);
            goods.add(new Good(id, gtin, product.weightGrams(), product.weightSdGrams()));
        }
        Good good = goods.get(id);
        if (good.weightGrams() != product.weightGrams() || good.weightSdGrams() != product.weightSdGrams()) {
            good = new Good(id, gtin, product.weightGrams(), product.weightSdGrams());
            goods.set(id, good);
        }
        return good;
    }

    /** The same goods with the same numbers; what either of the two numbers from now on, the other does not know. */
    Goods fork() {
        Goods fork = new Goods(shelving);
        fork.goods.addAll(goods);
        fork.byGtin.putAll(byGtin);
        return fork;
    }

    Good foreign(double weightGrams, double sigmaGrams) {
        Good good = new Good(goods.size(), null, weightGrams, sigmaGrams);
        goods.add(good);
        return good;
    }

    Good get(int id) {
        return goods.get(id);
    }
}
