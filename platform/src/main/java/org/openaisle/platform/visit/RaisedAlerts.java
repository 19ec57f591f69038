package org.openaisle.platform.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Raises alerts: one for each cause, whatever the order in which its events come. */
final class RaisedAlerts {
    private static final Comparator<Cause> ORDER =
            Comparator.comparing((Cause c) -> c.kind).thenComparing(c -> c.subject);

    /** Why somebody is called. */
    record Cause(AlertKind kind, String subject, @Nullable UUID visit, Instant at) {}

    private final JdbcClient database;

    RaisedAlerts(JdbcClient database) {
        this.database = database;
    }

    /** Raises what these events give cause to. */
    void raise(UUID store, Collection<StoreEvent> events, Map<String, Visits.Written> visits) {
        Map<String, Cause> ofVisits = new TreeMap<>();
        Map<String, Cause> ofSensors = new TreeMap<>();
        Set<String> sensors = new TreeSet<>();
        Set<String> decided = new TreeSet<>();
        for (StoreEvent event : events) {
            switch (event.told()) {
                case Told.PeopleUnscanned t -> add(ofVisits, AlertKind.UNSCANNED, event, t.visit(), visits);
                case Told.PartyLarger t -> add(ofVisits, AlertKind.PARTY_LARGER, event, t.visit(), visits);
                case Told.SensorHealth t -> {
                    sensors.add(t.sensor());
                    if (!t.state().equals("good")) {
                        Cause cause = new Cause(AlertKind.SENSOR, t.sensor(), null, event.time());
                        ofSensors.merge(t.sensor(), cause, (a, b) -> a.at.isBefore(b.at) ? b : a);
                    }
                }
                case Told.VisitEntered t -> {}
                case Told.CartChanged t -> {}
                case Told.VisitLeft t -> {}
                case Told.VisitDecided t -> decided.add(t.visit());
                case Told.StockChanged t -> {}
            }
        }
        write(RAISE_ONCE, store, ofVisits.values());
        write(RAISE_AGAIN, store, ofSensors.values());
        clear(store, sensors);
        clearLost(store, decided);
    }

    private static void add(
            Map<String, Cause> causes,
            AlertKind kind,
            StoreEvent event,
            String token,
            Map<String, Visits.Written> visits) {
        Visits.Written visit = visits.get(token);
        Cause cause = new Cause(kind, token, visit == null ? null : visit.id(), event.time());
        causes.merge(kind + " " + token, cause, (a, b) -> a.at.isAfter(b.at) ? b : a);
    }

    /** Raises alerts that have one cause only: the first time it is told of counts. */
    void raiseOnce(UUID store, Collection<Cause> causes) {
        write(RAISE_ONCE, store, causes);
    }

    /** Raises alerts whose cause comes and goes: the last time counts, and what was closed before then opens again. */
    void raiseAgain(UUID store, Collection<Cause> causes) {
        write(RAISE_AGAIN, store, causes);
    }

    private void write(String statement, UUID store, Collection<Cause> causes) {
        if (!causes.isEmpty()) {
            List<Cause> sorted = new ArrayList<>(causes);
            sorted.sort(ORDER);
            new Columns<>(database.sql(statement).param("store", store), sorted)
                    .column("kind", c -> c.kind.id())
                    .column("subject", Cause::subject)
                    .column("visit", Cause::visit)
                    .column("at", Cause::at)
                    .statement()
                    .update();
        }
    }

    /** A sensor's alert is over when the latest that is known of it is good. */
    private void clear(UUID store, Set<String> sensors) {
        if (!sensors.isEmpty()) {
            database.sql("""
                    UPDATE alert a SET cleared_at = CASE WHEN h.state = 'good' THEN h.changed_at END
                    FROM sensor_health h
                    WHERE a.store_id = :store AND a.kind = 'sensor' AND a.subject = ANY (:sensors)
                      AND h.store_id = a.store_id AND h.sensor_id = a.subject
                      AND a.cleared_at IS DISTINCT FROM CASE WHEN h.state = 'good' THEN h.changed_at END""")
                    .param("store", store)
                    .param("sensors", sensors.toArray(String[]::new))
                    .update();
        }
    }

    /** What was lost has been found when it is decided after all. */
    private void clearLost(UUID store, Set<String> decided) {
        if (!decided.isEmpty()) {
            database.sql("""
                    UPDATE alert a SET cleared_at = v.decided_at FROM visit v
                    WHERE a.store_id = :store AND a.kind = 'visit_lost' AND a.subject = ANY (:tokens)
                      AND v.id = a.visit_id AND v.decided_at IS NOT NULL""")
                    .param("store", store)
                    .param("tokens", decided.toArray(String[]::new))
                    .update();
        }
    }

    private static final String INSERT = """
            INSERT INTO alert AS a (store_id, kind, subject, visit_id, raised_at)
            SELECT :store, * FROM unnest(:kind::text[], :subject::text[], :visit::uuid[], :at::timestamptz[])
            ON CONFLICT (tenant_id, store_id, kind, subject) DO UPDATE SET
            """;

    private static final String RAISE_ONCE = INSERT + """
              raised_at = least(a.raised_at, excluded.raised_at), visit_id = coalesce(a.visit_id, excluded.visit_id)""";

    private static final String RAISE_AGAIN = INSERT + """
              raised_at = excluded.raised_at, cleared_at = NULL,
              acknowledged_at = NULL, acknowledged_by = NULL, closed_at = NULL, closed_by = NULL
            WHERE excluded.raised_at > a.raised_at""";
}
