package org.openaisle.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.openaisle.evaluation.DecisionScore;
import org.openaisle.model.Gtin;
import org.openaisle.model.Output;

/** The receipts that the truth contradicts, each with what was wrong and the evidence for what was decided. */
final class WrongReceipts {
    private final ReceiptText receipts;
    private final Style style;
    private final Map<String, Output.VisitDecided> byToken = new HashMap<>();

    WrongReceipts(ReceiptText receipts, Style style) {
        this.receipts = receipts;
        this.style = style;
    }

    /** Keeps the first decision of each visit, which is the one that counts. */
    void note(Output output) {
        if (output instanceof Output.VisitDecided decided && decided.decision().token() != null) {
            byToken.putIfAbsent(Objects.requireNonNull(decided.decision().token()), decided);
        }
    }

    String of(DecisionScore score) {
        StringBuilder text = new StringBuilder("\n" + style.strong("Wrong receipts") + "\n");
        for (DecisionScore.Visit v : score.visits()) {
            if (v.exact()) {
                continue;
            }
            Output.VisitDecided decided = byToken.get(v.token());
            text.append(decided == null ? "\n" + v.token() + "  no decision\n" : receipts.receipt(decided.decision()));
            v.surplus().forEach((gtin, n) -> text.append(row("not taken", n, gtin)));
            v.missing().forEach((gtin, n) -> text.append(row("not charged", n, gtin)));
            text.append(decided == null ? "" : receipts.evidence(decided.evidence()));
        }
        return text.toString();
    }

    private String row(String what, long quantity, String gtin) {
        String line = "  " + what + ": " + quantity + " x " + receipts.name(new Gtin(gtin));
        return style.warning(line) + "\n";
    }
}
