package org.openaisle.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openaisle.evaluation.campaign.Sensitivity;
import org.openaisle.evaluation.campaign.Sensitivity.Measured;
import org.openaisle.evaluation.campaign.Sensitivity.Refused;
import org.openaisle.evaluation.campaign.Sensitivity.Run;
import org.openaisle.evaluation.report.SensitivityPart;

/** {@code campaign --sensitivity} on the terminal: a line as soon as a run is over, so that nothing is lost when it is stopped; then the table. */
final class SensitivityText implements Sensitivity.Listener {
    private final PrintWriter out;
    private final Progress progress;
    private final long begun = System.nanoTime();
    private @Nullable Measured asIs;

    SensitivityText(PrintWriter out, Progress progress) {
        this.out = out;
        this.progress = progress;
    }

    @Override
    public void prepared(int recordings, int all, int held, long heldBytes) {
        progress.at((double) recordings / all, "simulating");
        if (recordings == all) {
            say(String.format("%d recordings, %d of them held in %d MiB of memory", all, held, heldBytes >> 20));
        }
    }

    @Override
    public void ran(Run run, int number, int all) {
        String what = String.format(Locale.ROOT, "%4d/%d %5.0f s  ", number, all, (System.nanoTime() - begun) / 1e9);
        switch (run) {
            case Measured m -> {
                Measured standard = asIs == null ? m : asIs;
                asIs = standard;
                String name = m.path().isEmpty() ? "as it is" : m.path() + " = " + SensitivityPart.number(m.value());
                say(what
                        + String.format(Locale.ROOT, "%-44s%8.2f %%", name, 100 * m.exact())
                        + String.format("%8s", SensitivityPart.points(m, standard)));
            }
            case Refused r -> say(what + r.path() + " = " + SensitivityPart.number(r.value()) + " refused: " + r.why());
        }
        progress.at((double) number / all, "runs");
    }

    void table(Sensitivity.Result result) {
        say("");
        say(row("", SensitivityPart.COLUMNS));
        SensitivityPart.rows(result).forEach(row -> say(row(row.getFirst(), row.subList(1, row.size()))));
        say("\n" + SensitivityPart.verdict(result));
    }

    private void say(String line) {
        progress.clear();
        out.println(line);
        out.flush();
    }

    private static String row(String name, List<String> cells) {
        StringBuilder row = new StringBuilder(String.format("%-36s", name));
        cells.forEach(cell -> row.append(String.format("%11s", cell)));
        return row.toString().stripTrailing();
    }
}
