package org.openaisle.platform.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Columns;
import org.openaisle.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes events in. Those that are new are stored and applied in one transaction: after a crash both has happened, or neither, and the device
 * sends again.
 */
final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int TRIES = 5;
    private static final Comparator<StoreEvent> BY_KEY =
            Comparator.comparing(StoreEvent::source).thenComparing(StoreEvent::id);

    /** An event with its place in the batch. */
    private record Placed(int index, StoreEvent event) {}

    private final Transactions transactions;
    private final JdbcClient database;
    private final Clock clock;
    private final JsonMapper json;
    private final EventReader reader;
    private final Visits visits;
    private final CartLines carts;
    private final StoreFloor floor;
    private final RaisedAlerts alerts;
    private final VisitBell bell;

    Inbox(Transactions transactions, JdbcClient database, Clock clock, JsonMapper json, VisitBell bell) {
        this.transactions = transactions;
        this.database = database;
        this.clock = clock;
        this.json = json;
        this.bell = bell;
        this.reader = new EventReader(clock);
        this.visits = new Visits(database);
        this.carts = new CartLines(database);
        this.floor = new StoreFloor(database);
        this.alerts = new RaisedAlerts(database);
    }

    /** Takes a batch: every event for itself, so that a bad one keeps none of the others. */
    List<Outcome> take(Teller teller, List<JsonNode> batch) {
        Map<Integer, Outcome> outcomes = new TreeMap<>();
        List<Placed> readable = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            try {
                readable.add(new Placed(i, reader.read(batch.get(i), teller.device())));
            } catch (BadEvent e) {
                outcomes.put(i, Outcome.refused(i, idOf(batch.get(i)), String.valueOf(e.getMessage())));
            }
        }
        try {
            store(teller, readable, outcomes);
        } catch (DataIntegrityViolationException together) {
            // The reader lets nothing through that the database refuses, as far as we know. Should it, that event alone
            // is refused.
            LOG.warn("a batch was refused by the database, its events are tried one by one", together);
            for (Placed one : readable) {
                try {
                    store(teller, List.of(one), outcomes);
                } catch (DataIntegrityViolationException alone) {
                    outcomes.put(
                            one.index,
                            Outcome.refused(one.index, one.event.id(), "cannot be stored: the database refuses it"));
                }
            }
        }
        return List.copyOf(outcomes.values());
    }

    private static @Nullable String idOf(JsonNode node) {
        JsonNode id = node.get("id");
        return id != null && id.isString() && id.stringValue().length() <= 100 ? id.stringValue() : null;
    }

    private void store(Teller teller, List<Placed> placed, Map<Integer, Outcome> outcomes) {
        Map<StoreEvent.Key, StoreEvent> once = new LinkedHashMap<>();
        placed.forEach(p -> once.putIfAbsent(p.event.key(), p.event));
        List<StoreEvent> events = once.values().stream().sorted(BY_KEY).toList();
        Set<StoreEvent.Key> added = new HashSet<>(retrying(teller, events));
        for (Placed p : placed) {
            boolean first = added.remove(p.event.key());
            Outcome.Kind kind = first ? Outcome.Kind.STORED : Outcome.Kind.KNOWN;
            outcomes.put(p.index, Outcome.of(p.index, p.event.id(), kind));
        }
    }

    /** Two batches that met at a row, and of which the database ended one: that one is done again. */
    private List<StoreEvent.Key> retrying(Teller teller, List<StoreEvent> events) {
        for (int i = 1; ; i++) {
            try {
                List<Visits.Written> changed = new ArrayList<>();
                List<StoreEvent.Key> added =
                        transactions.call(teller.access(), () -> storeAndApply(teller, events, changed));
                changed.forEach(visit -> bell.ring(visit.id()));
                return added;
            } catch (ConcurrencyFailureException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private List<StoreEvent.Key> storeAndApply(Teller teller, List<StoreEvent> events, List<Visits.Written> changed) {
        Instant told = events.stream()
                .map(StoreEvent::time)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        // First, so that a device's batches that come at once are taken one after the other.
        floor.writePulse(teller.store(), teller.device(), told, clock.instant());
        List<StoreEvent.Key> added = events.isEmpty() ? List.of() : insert(teller, events);
        Set<StoreEvent.Key> fresh = new HashSet<>(added);
        List<StoreEvent> apply =
                events.stream().filter(e -> fresh.contains(e.key())).toList();
        Map<String, VisitFacts> facts = new TreeMap<>();
        for (StoreEvent event : apply) {
            if (event.told() instanceof Told.OfVisit ofVisit) {
                facts.computeIfAbsent(ofVisit.visit(), VisitFacts::new).add(event, ofVisit);
            }
        }
        Map<String, Visits.Written> written = visits.join(teller.store(), facts.values());
        changed.addAll(written.values());
        carts.write(apply, written);
        floor.writeStock(teller.store(), apply);
        floor.writeHealth(teller.store(), apply);
        alerts.raise(teller.store(), apply, written);
        return added;
    }

    private List<StoreEvent.Key> insert(Teller teller, List<StoreEvent> events) {
        return new Columns<>(
                        database.sql(INSERT).param("store", teller.store()).param("device", teller.device()), events)
                .column("source", StoreEvent::source)
                .column("id", StoreEvent::id)
                .column("type", e -> e.type().id())
                .column("sequence", StoreEvent::sequence)
                .column("time", StoreEvent::time)
                .column("data", e -> json.writeValueAsString(e.told()))
                .statement()
                .query((row, number) -> new StoreEvent.Key(row.getString(1), row.getString(2)))
                .list();
    }

    private static final String INSERT = """
            INSERT INTO inbox_event (store_id, device_id, source, event_id, type, sequence, happened_at, data)
            SELECT :store, :device, * FROM unnest(
              :source::text[], :id::text[], :type::text[], :sequence::bigint[], :time::timestamptz[], :data::jsonb[])
            ON CONFLICT (tenant_id, source, event_id) DO NOTHING
            RETURNING source, event_id""";
}
