package org.openaisle.evaluation.report;

import java.util.List;
import java.util.Locale;
import org.openaisle.evaluation.campaign.Sensitivity;
import org.openaisle.evaluation.campaign.Sensitivity.Measured;
import org.openaisle.evaluation.campaign.Sensitivity.Moved;
import org.openaisle.evaluation.campaign.Sensitivity.Refused;
import org.openaisle.evaluation.campaign.Sensitivity.Result;
import org.openaisle.evaluation.campaign.Sensitivity.Run;

/** What {@code openaisle campaign --sensitivity} measured. */
public final class SensitivityPart {
    /** A parameter that moves the share of exact receipts by so many percentage points is one to know more about. */
    public static final double REMARKABLE_POINTS = 2;

    public static final List<String> COLUMNS = List.of("value", "down 30 %", "points", "up 30 %", "points", "");

    private SensitivityPart() {}

    /** A row a parameter, the most sensitive first; the first cell names it, the last one flags it. */
    public static List<List<String>> rows(Result result) {
        return result.moved().stream().map(moved -> row(moved, result.asIs())).toList();
    }

    private static List<String> row(Moved moved, Measured asIs) {
        return List.of(
                moved.path(),
                number(moved.value()),
                number(moved.down().value()),
                points(moved.down(), asIs),
                number(moved.up().value()),
                points(moved.up(), asIs),
                moved.most(asIs) >= REMARKABLE_POINTS ? "sensitive" : "");
    }

    public static String markdown(Result result, Provenance provenance) {
        return new Markdown()
                .paragraph(provenance.sentence())
                .paragraph(verdict(result))
                .table(Markdown.cells("", COLUMNS), rows(result))
                .toString();
    }

    public static String verdict(Result result) {
        long sensitive = result.moved().stream()
                .filter(moved -> moved.most(result.asIs()) >= REMARKABLE_POINTS)
                .count();
        return String.format(
                Locale.ROOT,
                "%.2f %% of %d receipts of %d recordings are exact with every parameter as it is; one receipt is %.2f points."
                        + " Each parameter was moved by 30 %%, small whole numbers to the next, all others staying as they are;"
                        + " %d of %d change the share by %.0f points or more. Refused is what the engine cannot be given.",
                100 * result.asIs().exact(),
                result.visits(),
                result.trials().size(),
                100.0 / Math.max(1, result.visits()),
                sensitive,
                result.moved().size(),
                REMARKABLE_POINTS);
    }

    /** The change, with its sign. */
    public static String points(Run run, Measured asIs) {
        return switch (run) {
            case Measured m -> String.format(Locale.ROOT, "%+.2f", Sensitivity.points(m, asIs));
            case Refused r -> "refused";
        };
    }

    /** At most four digits that count: enough for a parameter. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)));
    }
}
