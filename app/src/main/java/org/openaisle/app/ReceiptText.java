package org.openaisle.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openaisle.model.Catalog;
import org.openaisle.model.Decision;
import org.openaisle.model.Evidence;
import org.openaisle.model.Gtin;
import org.openaisle.model.Product;
import org.openaisle.model.Store;

/** A decided visit as a receipt in plain text, and the evidence for it. */
final class ReceiptText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int WIDTH = 44;

    private final Catalog catalog;
    private final Money money;
    private final ZoneId zone;
    private final Style style;

    ReceiptText(Store store, Catalog catalog, Style style) {
        this.catalog = catalog;
        this.money = new Money(store.currency());
        this.zone = zone(store.timeZone());
        this.style = style;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    String receipt(Decision decision) {
        StringBuilder text = new StringBuilder();
        String who = decision.token() == null ? "without a scan" : decision.token();
        String stay = time(decision.enteredAt()) + " - " + time(decision.exitedAt());
        text.append('\n').append(style.strong(stay)).append("  ").append(who).append('\n');
        long total = 0;
        for (Decision.Line line : decision.lines()) {
            Product product = catalog.find(line.gtin());
            long price = product == null ? 0 : product.price() * line.quantity();
            total += price;
            String what = String.format("%2d x %s", line.quantity(), name(line.gtin()));
            text.append(row(what, money.amount(price), line.probability())).append('\n');
        }
        boolean nothing = decision.lines().isEmpty();
        String what = nothing ? "     nothing taken" : "     total " + money.currency();
        text.append(row(what, nothing ? "" : money.amount(total), decision.confidence()))
                .append(" sure\n");
        if (decision.review()) {
            text.append("  ")
                    .append(style.warning("review: somebody should look at this one"))
                    .append('\n');
        }
        return text.toString();
    }

    String evidence(Evidence evidence) {
        StringBuilder text = new StringBuilder();
        for (Evidence.Change c : evidence.changes()) {
            text.append(String.format(
                    Locale.ROOT,
                    "    %s  %+.1f g (sd %.1f) on %s\n",
                    time(c.startedAt()),
                    c.deltaGrams(),
                    c.sigmaGrams(),
                    String.join(", ", c.plates())));
            for (Evidence.Explanation e : c.explanations()) {
                text.append(String.format("      %7s  %s\n", percent(e.probability()), e.what()));
            }
            if (!c.hands().isEmpty()) {
                text.append("      hands: ")
                        .append(c.hands().stream()
                                .map(h -> h.who() + " " + percent(h.probability()))
                                .collect(Collectors.joining(", ")))
                        .append('\n');
            }
        }
        return text.isEmpty() ? "    no weight change could have been this visit's\n" : text.toString();
    }

    private static String row(String what, String amount, double probability) {
        return String.format("  %-" + WIDTH + "s %9s   %7s", cut(what), amount, percent(probability));
    }

    String name(Gtin gtin) {
        Product product = catalog.find(gtin);
        return product == null ? gtin + " (not in the catalogue)" : product.name();
    }

    private static String cut(String name) {
        return name.length() <= WIDTH ? name : name.substring(0, WIDTH - 3) + "...";
    }

    String time(long t) {
        return TIME.format(Instant.ofEpochMilli(t).atZone(zone));
    }

    /** Never "100.0 %" for what is not certain. */
    static String percent(double p) {
        double shown = p < 1 ? Math.min(99.9, 100 * p) : 100;
        return String.format(Locale.ROOT, "%.1f %%", shown);
    }
}
