package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openaisle.model.Catalog;
import org.openaisle.model.Gtin;
import org.openaisle.model.Product;

/**
 * The products of a store, in families: flavours of one product weigh and look nearly the same.
 *
 * @param products all, members of a family next to each other
 * @param family the family's number, by product
 * @param looks where each product stands in the recogniser's space
 */
record Assortment(List<Product> products, int[] family, double[][] looks) {
    private static final int DIMENSIONS = 8;
    private static final List<String> BRANDS = List.of(
            "Almaro",
            "Bergtal",
            "Colline",
            "Dorvan",
            "Elmhof",
            "Fontalba",
            "Granvik",
            "Holm",
            "Isarto",
            "Juniper",
            "Kestrel",
            "Larkfield",
            "Mirador",
            "Noveta",
            "Oakmoor",
            "Pellegra",
            "Quintal",
            "Rosmar",
            "Solvang",
            "Tarn",
            "Umbrel",
            "Valdor",
            "Westerly",
            "Yarrow",
            "Zirbel");
    private static final List<String> FLAVOURS = List.of(
            "original",
            "lemon",
            "apple",
            "berry",
            "vanilla",
            "mild",
            "strong",
            "organic",
            "orange",
            "herbs",
            "sea salt",
            "no sugar",
            "mango",
            "hazelnut",
            "tomato",
            "pepper");
    private static final List<Kind> KINDS = List.of(
            new Kind("mineral water", "drinks", 0.055, 0, 330, 1500),
            new Kind("iced tea", "drinks", 0.055, 0, 250, 1500),
            new Kind("cola", "drinks", 0.055, 0, 150, 1000),
            new Kind("pilsner", "alcohol", 0.2, 18, 330, 600),
            new Kind("red wine", "alcohol", 0.2, 18, 700, 1300),
            new Kind("crisps", "snacks", 0.055, 0, 40, 250),
            new Kind("chocolate bar", "snacks", 0.2, 0, 40, 200),
            new Kind("cookies", "snacks", 0.055, 0, 100, 400),
            new Kind("chewing gum", "snacks", 0.2, 0, 40, 60),
            new Kind("yoghurt", "dairy", 0.055, 0, 125, 1000),
            new Kind("milk", "dairy", 0.055, 0, 500, 1050),
            new Kind("cheese", "dairy", 0.055, 0, 120, 500),
            new Kind("sandwich", "fresh", 0.1, 0, 150, 350),
            new Kind("salad bowl", "fresh", 0.1, 0, 200, 500),
            new Kind("pasta", "grocery", 0.055, 0, 250, 1000),
            new Kind("tomato sauce", "grocery", 0.055, 0, 200, 700),
            new Kind("rice", "grocery", 0.055, 0, 400, 3000),
            new Kind("coffee", "grocery", 0.055, 0, 200, 1000),
            new Kind("soap", "care", 0.2, 0, 80, 400),
            new Kind("toothpaste", "care", 0.2, 0, 80, 160),
            new Kind("washing powder", "home", 0.2, 0, 700, 3000),
            new Kind("batteries", "home", 0.2, 0, 50, 180));

    private record Kind(String noun, String category, double taxRate, int minimumAge, double from, double to) {}

    /** @param count how many products at least; the last family may exceed it and is cut */
    static Assortment generate(int count, SimulationParameters parameters, Dice dice) {
        SimulationParameters.Shape shape = parameters.shape();
        List<Product> products = new ArrayList<>();
        Set<Gtin> used = new TreeSet<>();
        int[] family = new int[count];
        double[][] looks = new double[count][];
        for (int f = 0; products.size() < count; f++) {
            Kind kind = dice.pick(KINDS);
            String brand = dice.pick(BRANDS);
            double weight = Math.max(shape.lightest(), Math.min(shape.heaviest(), dice.logUniform(kind.from, kind.to)));
            double relativeSd = dice.logUniform(shape.unitSpreadLeast(), shape.unitSpreadMost());
            long price = Math.max(39, 10 * Math.round(weight * dice.logUniform(0.02, 0.15)) + 9);
            double[] centre = deviates(DIMENSIONS, parameters.recognition().productSpread(), dice);
            int members = Math.min(
                    dice.chance(shape.loneChance()) ? 1 : 1 + dice.below(shape.familySize()), count - products.size());
            int firstFlavour = dice.below(FLAVOURS.size());
            for (int m = 0; m < members; m++) {
                int at = products.size();
                family[at] = f;
                double[] offset = deviates(DIMENSIONS, parameters.recognition().familySpread(), dice);
                for (int d = 0; d < DIMENSIONS; d++) {
                    offset[d] += centre[d];
                }
                looks[at] = offset;
                String flavour = FLAVOURS.get((firstFlavour + m) % FLAVOURS.size());
                double own = tenths(weight * dice.bounded(1, shape.flavourSpread(), 3));
                String name = brand + " " + kind.noun + " " + flavour + " " + Math.round(weight * 0.93) + " g";
                double sd = Math.max(0.2, Math.round(100 * own * relativeSd) / 100.0);
                products.add(new Product(
                        gtin(used, dice), name, own, sd, price, kind.taxRate, kind.category, kind.minimumAge));
            }
        }
        return new Assortment(List.copyOf(products), family, looks);
    }

    /** The products that a script names. What has the same name up to a hyphen is one product in several flavours, which look alike. */
    static Assortment drawn(List<DrawnWall.Pile> piles, SimulationParameters parameters, Dice dice) {
        SimulationParameters.Recognition recognition = parameters.recognition();
        Set<Gtin> used = new TreeSet<>();
        List<String> families = new ArrayList<>();
        List<double[]> centres = new ArrayList<>();
        List<Product> products = new ArrayList<>();
        int[] family = new int[piles.size()];
        double[][] looks = new double[piles.size()][];
        for (int i = 0; i < looks.length; i++) {
            DrawnWall.Pile pile = piles.get(i);
            if (!families.contains(pile.family())) {
                families.add(pile.family());
                centres.add(deviates(DIMENSIONS, recognition.productSpread(), dice));
            }
            family[i] = families.indexOf(pile.family());
            looks[i] = deviates(DIMENSIONS, recognition.familySpread(), dice);
            for (int d = 0; d < DIMENSIONS; d++) {
                looks[i][d] += centres.get(family[i])[d];
            }
            double sd = Math.max(0.2, Math.round(pile.grams()) / 100.0); // one in a hundred: packed, not fresh
            products.add(new Product(
                    gtin(used, dice), pile.product(), pile.grams(), sd, 199 + 10L * i, 0.055, "grocery", 0));
        }
        return new Assortment(List.copyOf(products), family, looks);
    }

    Catalog catalog() {
        return Catalog.of(products);
    }

    /** GS1 leaves the GTIN-13 prefixes 20 to 29 to everybody's own use, so that none of these can be a real product's. */
    private static Gtin gtin(Set<Gtin> used, Dice dice) {
        while (true) {
            StringBuilder digits = new StringBuilder("02");
            for (int i = 0; i < 11; i++) {
                digits.append(dice.below(10));
            }
            Gtin gtin = new Gtin(digits.toString() + Gtin.checkDigit(digits + "0"));
            if (used.add(gtin)) {
                return gtin;
            }
        }
    }

    private static double[] deviates(int n, double sd, Dice dice) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = dice.normal(0, sd);
        }
        return values;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
