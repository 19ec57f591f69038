package org.openaisle.recording;

import java.nio.file.Path;
import java.util.Collection;
import org.openaisle.model.Catalog;
import org.openaisle.model.Gtin;
import org.openaisle.model.Product;

/** {@code catalog.json}. */
public final class CatalogFile {
    /** Where a catalogue line does not say how much units differ: one per cent is what packaged goods show. */
    private static final double USUAL_SPREAD = 0.01;

    private CatalogFile() {}

    /**
     * Reads a catalogue.
     *
     * @throws BadRecording when it cannot be used
     */
    public static Catalog read(Path file) {
        return WholeFile.read(file, root -> Catalog.of(root.list("products", CatalogFile::product)));
    }

    /** Writes a catalogue. */
    public static void write(Path file, Catalog catalog) {
        try (JsonOut out = JsonOut.toFile(file)) {
            out.beginObject();
            writeProducts(out, catalog.products().values());
            out.endObject().newline();
        }
    }

    static void writeProducts(JsonOut out, Collection<Product> products) {
        out.beginArray("products");
        for (Product p : products) {
            out.beginObject().text("gtin", p.gtin().digits()).text("name", p.name());
            out.number("weight", p.weightGrams()).number("weightSd", p.weightSdGrams());
            out.whole("price", p.price()).number("taxRate", p.taxRate());
            out.text("category", p.category())
                    .whole("minimumAge", p.minimumAge())
                    .endObject();
        }
        out.endArray();
    }

    static Product product(Node node) {
        return product(node, node.number("weightSd"), node.number("taxRate"));
    }

    /** In an observation only GTIN, name, weight and price are needed. */
    static Product changedProduct(Node node) {
        return product(
                node, node.numberOr("weightSd", USUAL_SPREAD * node.number("weight")), node.numberOr("taxRate", 0));
    }

    private static Product product(Node node, double weightSd, double taxRate) {
        Gtin gtin = node.gtin("gtin");
        if (taxRate > 1) {
            throw BadValue.wrong(node.place() + ".taxRate must be a share within 0..1, is " + taxRate
                    + ". Maybe it is a percentage?");
        }
        return new Product(
                gtin,
                node.text("name"),
                node.number("weight"),
                weightSd,
                node.integer("price"),
                taxRate,
                node.textOr("category", ""),
                node.countOr("minimumAge", 0));
    }
}
