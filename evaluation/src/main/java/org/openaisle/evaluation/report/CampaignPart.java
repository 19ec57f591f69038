package org.openaisle.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import org.openaisle.evaluation.Figures;
import org.openaisle.evaluation.Outcome;
import org.openaisle.evaluation.campaign.Campaign;

/** What {@code openaisle campaign} measured. */
public final class CampaignPart {
    /** Of each recording; the rest is only told of all visits together, since one recording has too few. */
    public static final List<String> EACH = List.of(
            "visits",
            "exact",
            "exactUnreviewed",
            "review",
            "precision",
            "recall",
            "f1",
            "moneyOver",
            "moneyUnder",
            "liveWithin3s");

    private CampaignPart() {}

    public static String markdown(Campaign campaign, Provenance provenance) {
        Outcome all = campaign.all();
        List<List<String>> rows = new ArrayList<>();
        campaign.outcomes().forEach(outcome -> rows.add(row(outcome)));
        campaign.pooled().forEach(outcome -> rows.add(row(outcome)));
        Figures figures = all.figures();
        return new Markdown()
                .paragraph(provenance.sentence())
                .paragraph(campaign.trials().size()
                        + " recordings of our own simulator, on whose seeds nobody tunes: `Trial` lists them. Rows that begin with"
                        + " `all` count every visit alike, as if their recordings were one.")
                .table(Markdown.cells("", EACH), rows)
                .paragraph("All visits together, by every measure:")
                .table(
                        List.of("", "all"),
                        figures.values().keySet().stream()
                                .map(name -> List.of(name, figures.text(name)))
                                .toList())
                .toString();
    }

    private static List<String> row(Outcome outcome) {
        Figures figures = outcome.figures();
        return Markdown.cells(outcome.name(), EACH.stream().map(figures::text).toList());
    }
}
