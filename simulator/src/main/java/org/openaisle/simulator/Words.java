package org.openaisle.simulator;

import java.util.Arrays;
import java.util.List;

/** The words of one cell of a script, read one after the other. */
final class Words {
    /** Something that a script must not say, or not there. */
    static final class Unread extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unread(String message) {
            super(message);
        }
    }

    private final String text;
    private final List<String> words;
    private int next;

    Words(String text) {
        this.text = text.strip();
        this.words = Arrays.stream(text.strip().split(" +", -1))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** Reads a word if it is this one. */
    boolean skip(String word) {
        boolean there = next < words.size() && words.get(next).equals(word);
        next += there ? 1 : 0;
        return there;
    }

    void expect(String word) {
        if (!skip(word)) {
            throw wrong("'" + word + "'");
        }
    }

    String oneOf(String... choices) {
        for (String choice : choices) {
            if (skip(choice)) {
                return choice;
            }
        }
        throw wrong(choices.length == 1 ? "'" + choices[0] + "'" : "one of " + String.join(", ", choices));
    }

    /** A word of small letters, digits and hyphens that begins with a letter. */
    String name() {
        String word = word("a name");
        boolean good = word.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
        if (!good || Character.isDigit(word.charAt(0))) {
            next--;
            throw wrong("a name of small letters");
        }
        return word;
    }

    String product(List<DrawnWall.Pile> piles) {
        String name = name();
        if (Script.indexOf(name, piles) < 0) {
            next--;
            throw wrong("a product that stands on a shelf above");
        }
        return name;
    }

    /** A weight such as 355g. */
    double grams() {
        return number("", "g", "a weight such as 355g");
    }

    /** A number such as x6. */
    int times() {
        return whole(number("x", "", "a number such as x6"));
    }

    /** A time such as 2.5s, in milliseconds. */
    long millis() {
        return Math.round(1000 * number("", "s", "a time such as 2.5s"));
    }

    int count() {
        return whole(number("", "", "a number"));
    }

    /** A count within 1..{@code most}. */
    int upTo(int most) {
        int n = count();
        if (n > most) {
            next--;
            throw wrong("a number up to " + most);
        }
        return n;
    }

    boolean startsWithDigit() {
        return next < words.size() && Character.isDigit(words.get(next).charAt(0));
    }

    void end() {
        if (next < words.size()) {
            throw wrong("nothing more");
        }
    }

    private int whole(double number) {
        if (number != Math.rint(number) || number < 1) {
            next--;
            throw wrong("a whole number of at least 1");
        }
        return (int) number;
    }

    private double number(String before, String after, String expected) {
        String word = word(expected);
        if (word.startsWith(before) && word.endsWith(after)) {
            String digits = word.substring(before.length(), word.length() - after.length());
            if (!digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.')) {
                try {
                    return Double.parseDouble(digits);
                } catch (NumberFormatException e) {
                    // Two points: said below.
                }
            }
        }
        next--;
        throw wrong(expected);
    }

    private String word(String expected) {
        if (next == words.size()) {
            throw wrong(expected);
        }
        return words.get(next++);
    }

    private Unread wrong(String expected) {
        String found = next < words.size() ? "'" + words.get(next) + "'" : "the end";
        return new Unread("expected " + expected + " instead of " + found + " in '" + text + "'");
    }
}
