package org.openaisle.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openaisle.simulator.Deed.Goods;
import org.openaisle.simulator.Deed.Stance;

/** Reads what one person does, in the order of time. */
final class DeedReader {
    private static final double ASIDE_METRES = 0.23;

    private final List<DrawnWall.Pile> piles;
    private final List<String> gifts;
    private final Map<String, Deed.Lay> laid = new LinkedHashMap<>();
    private long last = -1;
    private boolean inside;
    private boolean over;

    /** @param gifts takes the names of those who are given something */
    DeedReader(List<DrawnWall.Pile> piles, List<String> gifts) {
        this.piles = piles;
        this.gifts = gifts;
    }

    Role.Cue cue(String text) {
        String[] parts = text.split(",", -1);
        Words words = new Words(parts[0]);
        long at = words.millis();
        if (at <= last) {
            throw new Words.Unread("'" + text + "' does not come after what is before it");
        }
        last = at;
        String verb = words.oneOf("enter", "take", "put", "give", "lay", "fetch", "touch", "leave", "vanish");
        if (inside == verb.equals("enter") || over) {
            throw new Words.Unread("people first enter, and do nothing after they have left, unlike in '" + text + "'");
        }
        inside = true;
        over = verb.equals("leave") || verb.equals("vanish");
        Options options = options(parts, verb);
        Deed deed = deed(verb, words, options);
        words.end();
        return new Role.Cue(at, deed);
    }

    private Deed deed(String verb, Words words, Options options) {
        return switch (verb) {
            case "enter" -> new Deed.Enter(brings(words));
            case "take" -> {
                Goods goods = goods(words);
                String plate = words.skip("from") ? words.product(piles) : goods.product();
                yield new Deed.Take(goods, plate, options.stance, options.lifting);
            }
            case "put" -> {
                Goods goods = goods(words);
                String plate = words.skip("on") ? words.product(piles) : goods.product();
                yield new Deed.Put(goods, plate, options.stance);
            }
            case "give" -> {
                String product = words.product(piles);
                words.expect("to");
                String to = words.name();
                gifts.add(to);
                yield new Deed.Give(product, to);
            }
            case "lay" -> {
                String thing = words.name();
                double grams = words.grams();
                words.expect("on");
                Deed.Lay lay = new Deed.Lay(thing, grams, words.product(piles), options.stance);
                laid.put(thing, lay);
                yield lay;
            }
            case "fetch" -> {
                String thing = words.name();
                Deed.Lay lay = laid.remove(thing);
                if (lay == null) {
                    throw new Words.Unread("'" + thing + "' has not been laid down");
                }
                yield new Deed.Fetch(thing, lay.grams(), lay.plate(), options.stance);
            }
            case "touch" -> new Deed.Touch(words.product(piles), options.stance);
            case "leave" -> new Deed.Leave();
            default -> new Deed.Vanish();
        };
    }

    private List<Goods> brings(Words words) {
        List<Goods> brings = new ArrayList<>();
        while (words.skip(brings.isEmpty() ? "with" : "and")) {
            brings.add(goods(words));
        }
        return brings;
    }

    private Goods goods(Words words) {
        int units = words.startsWithDigit() ? words.count() : 1;
        return new Goods(words.product(piles), units);
    }

    private record Options(Stance stance, Lifting lifting) {}

    private Options options(String[] parts, String verb) {
        @Nullable String before = null;
        double aside = 0;
        Hand hand = Hand.ANY;
        Lifting lifting = Lifting.BRISK;
        for (int i = 1; i < parts.length; i++) {
            Words words = new Words(parts[i]);
            switch (verb.equals("take")
                    ? words.oneOf("left", "right", "standing", "held", "tilted", "lifted")
                    : words.oneOf("left", "right", "standing")) {
                case "left" -> {
                    words.expect("hand");
                    hand = Hand.LEFT;
                }
                case "right" -> {
                    words.expect("hand");
                    hand = Hand.RIGHT;
                }
                case "standing" -> {
                    if (words.skip("at")) {
                        before = words.product(piles);
                    } else {
                        aside = words.oneOf("left", "right").equals("left") ? -ASIDE_METRES : ASIDE_METRES;
                    }
                }
                case "held" -> lifting = new Lifting(Lifting.Way.HELD, words.millis());
                case "tilted" -> lifting = new Lifting(Lifting.Way.TILTED, words.millis());
                default -> {
                    words.expect("over");
                    lifting = new Lifting(Lifting.Way.GRADUAL, words.millis());
                }
            }
            words.end();
        }
        return new Options(new Stance(before, aside, hand), lifting);
    }
}
