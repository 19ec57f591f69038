package org.openaisle.platform.visit;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openaisle.platform.database.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes live carts. Of what is said of a product in a cart, the latest by its own time holds. */
final class CartLines {
    private record Cell(String visit, String gtin) {}

    private record Change(StoreEvent event, Told.CartChanged told) {
        Cell cell() {
            return new Cell(told.visit(), told.gtin());
        }
    }

    private static final Comparator<Change> ORDER = Comparator.comparing(
                    (Change c) -> c.told().visit())
            .thenComparing(c -> c.told().gtin());

    private final JdbcClient database;

    CartLines(JdbcClient database) {
        this.database = database;
    }

    /** Writes the changes among these events, to visits that were written before. */
    void write(Collection<StoreEvent> events, Map<String, Visits.Written> visits) {
        Map<Cell, Change> latest = new HashMap<>();
        for (StoreEvent event : events) {
            if (event.told() instanceof Told.CartChanged told) {
                Change change = new Change(event, told);
                latest.merge(
                        change.cell(),
                        change,
                        (a, b) -> a.event().moment().compareTo(b.event().moment()) < 0 ? b : a);
            }
        }
        List<Change> changes = latest.values().stream().sorted(ORDER).toList();
        if (changes.isEmpty()) {
            return;
        }
        new Columns<>(database.sql(WRITE), changes)
                .column("visit", c -> visit(visits, c).id())
                .column("revision", c -> visit(visits, c).revision())
                .column("gtin", c -> c.told().gtin())
                .column("quantity", c -> c.told().quantity())
                .column("probability", c -> c.told().probability())
                .column("happened", c -> c.told().happenedAt())
                .column("shown", c -> c.event().time())
                .column("sequence", c -> c.event().sequence())
                .column("event", c -> c.event().id())
                .statement()
                .update();
    }

    private static Visits.Written visit(Map<String, Visits.Written> visits, Change change) {
        return Objects.requireNonNull(visits.get(change.told().visit()));
    }

    private static final String WRITE = """
            INSERT INTO cart_line AS c (visit_id, revision, gtin, quantity, probability, happened_at, shown_at, sequence, event_id)
            SELECT * FROM unnest(
              :visit::uuid[], :revision::bigint[], :gtin::text[], :quantity::int[], :probability::numeric[],
              :happened::timestamptz[], :shown::timestamptz[], :sequence::bigint[], :event::text[])
            ON CONFLICT (tenant_id, visit_id, gtin) DO UPDATE SET
              revision = excluded.revision, quantity = excluded.quantity, probability = excluded.probability,
              happened_at = excluded.happened_at, shown_at = excluded.shown_at, sequence = excluded.sequence,
              event_id = excluded.event_id
            WHERE (c.shown_at, c.sequence, c.event_id) < (excluded.shown_at, excluded.sequence, excluded.event_id)""";
}
