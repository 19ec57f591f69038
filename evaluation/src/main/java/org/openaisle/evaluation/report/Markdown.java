package org.openaisle.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/** Text with tables, as it grows. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    Markdown paragraph(String paragraph) {
        text.append(paragraph).append("\n\n");
        return this;
    }

    Markdown heading(int level, String heading) {
        return paragraph("#".repeat(level) + " " + heading);
    }

    /** A table whose first column names what its rows are of; all others are numbers. */
    Markdown table(List<String> head, List<List<String>> rows) {
        row(head);
        text.append("| --- ").append("| ---: ".repeat(head.size() - 1)).append("|\n");
        rows.forEach(this::row);
        text.append('\n');
        return this;
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }

    static List<String> cells(String first, List<String> others) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.addAll(others);
        return cells;
    }
}
