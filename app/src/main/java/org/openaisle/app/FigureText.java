package org.openaisle.app;

import org.openaisle.evaluation.Figures;

/** Scores as two columns of text. */
final class FigureText {
    private FigureText() {}

    static String of(Figures figures) {
        StringBuilder text = new StringBuilder();
        for (String name : figures.values().keySet()) {
            text.append(String.format("  %-20s%14s\n", name, value(figures, name)));
        }
        return text.toString();
    }

    /** A share of receipts, units or money in per cent; anything else as it is. */
    static String value(Figures figures, String name) {
        return Figures.DECISION_SHARES.contains(name) ? figures.percent(name) : figures.plain(name);
    }
}
