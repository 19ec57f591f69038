package org.openaisle.app;

import org.openaisle.evaluation.Figures;

/** Scores as two columns of text. */
final class FigureText {
    private FigureText() {}

    static String of(Figures figures) {
        StringBuilder text = new StringBuilder();
        for (String name : figures.values().keySet()) {
            text.append(String.format("  %-20s%14s\n", name, figures.text(name)));
        }
        return text.toString();
    }
}
