package org.openaisle.evaluation.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.openaisle.evaluation.Malformed;

/**
 * {@code docs/evaluation.md}: parts that commands generate, each between two lines of comment, amid text that people write. A
 * command replaces its own part and leaves everything else as it is.
 */
public final class EvaluationPage {
    private static final String END = "<!-- end -->";

    private EvaluationPage() {}

    /** What is generated. */
    public enum Part {
        RECORDINGS("## Recordings", "./openaisle evaluate"),
        CAMPAIGN("## Campaign", "./openaisle campaign"),
        SENSITIVITY("## Sensitivity", "./openaisle campaign --sensitivity"),
        GROWTH("## Growth", "./openaisle bench --growth");

        private final String heading;
        private final String command;

        Part(String heading, String command) {
            this.heading = heading;
            this.command = command;
        }

        private String begin() {
            return "<!-- generated: " + name().toLowerCase(Locale.ROOT) + " -->";
        }

        private String section() {
            return heading + "\n" + begin() + "\nNot measured yet: `" + command + "`.\n" + END + "\n";
        }
    }

    /** Puts what was generated into the page; makes the page where there is none. */
    public static void replace(Path file, Part part, String generated) throws IOException {
        String page = Files.exists(file) ? Files.readString(file) : skeleton();
        Files.writeString(file, replaced(page, part, generated), StandardCharsets.UTF_8);
    }

    /** A part that the page does not have yet comes at its end. */
    static String replaced(String page, Part part, String generated) {
        int begin = page.indexOf(part.begin());
        if (begin < 0) {
            return replaced(page.stripTrailing() + "\n\n" + part.section(), part, generated);
        }
        int from = begin + part.begin().length();
        int to = page.indexOf(END, from);
        int next = page.indexOf("<!-- generated:", from);
        if (to < 0 || next >= 0 && next < to) {
            throw new Malformed(
                    "the page has '" + part.begin() + "' without '" + END + "' after it. Maybe put it back?");
        }
        return page.substring(0, from) + "\n" + generated.strip() + "\n" + page.substring(to);
    }

    private static String skeleton() {
        StringBuilder page = new StringBuilder("# Evaluation\n\n");
        page.append(
                        "How good the engine is. What stands between `generated` and `end` in this file is made by the command named")
                .append(" there; everything else is written by hand.\n");
        for (Part part : Part.values()) {
            page.append('\n').append(part.section());
        }
        return page.toString();
    }
}
