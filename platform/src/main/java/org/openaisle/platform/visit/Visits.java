package org.openaisle.platform.visit;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what is known of visits, in the transaction that is going on. */
final class Visits {
    /**
     * A visit that was written.
     *
     * @param decidedEvent the event whose decision holds
     */
    record Written(UUID id, String token, @Nullable String decidedEvent, long revision) {}

    private record Line(UUID visit, Told.DecidedLine line) {}

    private final JdbcClient database;

    Visits(JdbcClient database) {
        this.database = database;
    }

    /**
     * Joins facts with what is known. Rows are written in the order of tokens, so that nobody waits in a circle; each stays locked until the
     * transaction ends.
     *
     * @return by token
     */
    Map<String, Written> join(UUID store, Collection<VisitFacts> facts) {
        List<VisitFacts> sorted =
                facts.stream().sorted(Comparator.comparing(VisitFacts::token)).toList();
        Map<String, Written> written = new HashMap<>();
        if (!sorted.isEmpty()) {
            columns(database.sql(JOIN).param("store", store), sorted)
                    .query((row, number) -> new Written(
                            row.getObject("id", UUID.class),
                            row.getString("token"),
                            row.getString("decided_event"),
                            row.getLong("revision")))
                    .list()
                    .forEach(visit -> written.put(visit.token(), visit));
        }
        writeLines(sorted, written);
        return written;
    }

    private static JdbcClient.StatementSpec columns(JdbcClient.StatementSpec statement, List<VisitFacts> facts) {
        return new Columns<>(statement, facts)
                .column("token", VisitFacts::token)
                .column("state", f -> f.state().id())
                .column("scanned", VisitFacts::scanned)
                .column("staff", VisitFacts::staff)
                .column("announced", VisitFacts::announced)
                .column("seen", VisitFacts::seen)
                .column("entered", VisitFacts::enteredAt)
                .column("last", VisitFacts::lastEventAt)
                .column("left", VisitFacts::leftAt)
                .column(
                        "decided",
                        f -> f.decision() == null ? null : f.decision().time())
                .column("event", f -> f.decision() == null ? null : f.decision().id())
                .column("review", f -> f.decided() != null && f.decided().review())
                .column(
                        "confidence",
                        f -> f.decided() == null ? null : f.decided().confidence())
                .statement();
    }

    /** The lines of decisions that hold take the place of those that stood there. */
    private void writeLines(List<VisitFacts> facts, Map<String, Written> written) {
        List<VisitFacts> won = facts.stream()
                .filter(f -> {
                    StoreEvent decision = f.decision();
                    Written visit = written.get(f.token());
                    return decision != null && visit != null && Objects.equals(decision.id(), visit.decidedEvent());
                })
                .toList();
        if (won.isEmpty()) {
            return;
        }
        new Columns<>(database.sql("DELETE FROM decided_line WHERE visit_id = ANY (:visit::uuid[])"), won)
                .column("visit", f -> id(written, f))
                .statement()
                .update();
        List<Line> lines = won.stream()
                .flatMap(f -> {
                    Told.VisitDecided decided = Objects.requireNonNull(f.decided());
                    return decided.lines().stream().map(line -> new Line(id(written, f), line));
                })
                .toList();
        if (!lines.isEmpty()) {
            new Columns<>(database.sql(LINES), lines)
                    .column("visit", Line::visit)
                    .column("gtin", l -> l.line().gtin())
                    .column("quantity", l -> l.line().quantity())
                    .column("probability", l -> l.line().probability())
                    .column("evidence", l -> l.line().evidence())
                    .statement()
                    .update();
        }
    }

    private static UUID id(Map<String, Written> written, VisitFacts facts) {
        return Objects.requireNonNull(written.get(facts.token())).id();
    }

    private static final String LINES = """
            INSERT INTO decided_line (visit_id, gtin, quantity, probability, evidence_ref)
            SELECT * FROM unnest(:visit::uuid[], :gtin::text[], :quantity::int[], :probability::numeric[], :evidence::text[])""";

    /** The decision that was made first holds, unless the visit is settled; the state follows from all that is known. */
    private static final String JOIN = """
            INSERT INTO visit AS v (store_id, token, state, scanned, staff, announced_people, seen_people, entered_at, last_event_at, left_at,
              decided_at, decided_event, review, confidence, revision)
            SELECT :store, f.*, 1 FROM unnest(
              :token::text[], :state::text[], :scanned::boolean[], :staff::boolean[], :announced::smallint[], :seen::smallint[],
              :entered::timestamptz[], :last::timestamptz[], :left::timestamptz[],
              :decided::timestamptz[], :event::text[], :review::boolean[], :confidence::numeric[]) AS f
            ON CONFLICT (tenant_id, store_id, token) DO UPDATE SET
              scanned = v.scanned AND excluded.scanned,
              staff = v.staff OR excluded.staff,
              announced_people = greatest(v.announced_people, excluded.announced_people),
              seen_people = greatest(v.seen_people, excluded.seen_people),
              entered_at = least(v.entered_at, excluded.entered_at),
              last_event_at = greatest(v.last_event_at, excluded.last_event_at),
              left_at = greatest(v.left_at, excluded.left_at),
              revision = v.revision + 1,
              (decided_at, decided_event, review, confidence, abandoned_at, abandoned_why, state) = (
                SELECT d.decided_at, d.decided_event, d.review, d.confidence,
                  CASE WHEN d.decided_at IS NULL THEN v.abandoned_at END,
                  CASE WHEN d.decided_at IS NULL THEN v.abandoned_why END,
                  CASE
                    WHEN v.state = 'settled' THEN 'settled'
                    WHEN d.decided_at IS NOT NULL AND (d.review OR NOT (v.scanned AND excluded.scanned)) THEN 'in_review'
                    WHEN d.decided_at IS NOT NULL THEN 'decided'
                    WHEN v.abandoned_at IS NOT NULL THEN 'abandoned'
                    WHEN v.left_at IS NOT NULL OR excluded.left_at IS NOT NULL THEN 'left'
                    WHEN 'shopping' IN (v.state, excluded.state) THEN 'shopping'
                    ELSE 'entered'
                  END
                FROM (
                  SELECT v.decided_at, v.decided_event, v.review, v.confidence
                  UNION ALL
                  SELECT excluded.decided_at, excluded.decided_event, excluded.review, excluded.confidence
                  WHERE v.state <> 'settled'
                  ORDER BY 1 NULLS LAST, 2 LIMIT 1) AS d)
            RETURNING id, token, decided_event, revision""";
}
