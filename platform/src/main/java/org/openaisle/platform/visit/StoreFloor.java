package org.openaisle.platform.visit;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.openaisle.platform.database.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what stands on plates and how sensors are; of each the latest by its own time holds. */
final class StoreFloor {
    private final JdbcClient database;

    StoreFloor(JdbcClient database) {
        this.database = database;
    }

    private static <K extends Comparable<K>> List<StoreEvent> latest(Map<K, StoreEvent> byKey) {
        return List.copyOf(byKey.values());
    }

    private static StoreEvent later(StoreEvent a, StoreEvent b) {
        return Comparator.comparing(StoreEvent::moment).compare(a, b) < 0 ? b : a;
    }

    void writeStock(UUID store, Collection<StoreEvent> events) {
        Map<String, StoreEvent> byPlace = new TreeMap<>();
        for (StoreEvent event : events) {
            if (event.told() instanceof Told.StockChanged told) {
                byPlace.merge(told.gtin() + " " + told.plate(), event, StoreFloor::later);
            }
        }
        if (!byPlace.isEmpty()) {
            moments(database.sql(STOCK).param("store", store), latest(byPlace))
                    .column("plate", e -> stock(e).plate())
                    .column("gtin", e -> stock(e).gtin())
                    .column("quantity", e -> stock(e).quantity())
                    .statement()
                    .update();
        }
    }

    void writeHealth(UUID store, Collection<StoreEvent> events) {
        Map<String, StoreEvent> bySensor = new TreeMap<>();
        for (StoreEvent event : events) {
            if (event.told() instanceof Told.SensorHealth told) {
                bySensor.merge(told.sensor(), event, StoreFloor::later);
            }
        }
        if (!bySensor.isEmpty()) {
            moments(database.sql(HEALTH).param("store", store), latest(bySensor))
                    .column("sensor", e -> health(e).sensor())
                    .column("state", e -> health(e).state())
                    .column("message", e -> health(e).message())
                    .statement()
                    .update();
        }
    }

    /** The device has told of this time; the clock says when that was. */
    void writePulse(UUID store, UUID device, Instant told, Instant heard) {
        database.sql("""
                INSERT INTO device_pulse AS p (device_id, store_id, told_at, heard_at)
                VALUES (:device, :store, :told::timestamptz, :heard::timestamptz)
                ON CONFLICT (tenant_id, device_id) DO UPDATE SET
                  told_at = greatest(p.told_at, excluded.told_at), heard_at = greatest(p.heard_at, excluded.heard_at)""")
                .param("device", device)
                .param("store", store)
                .param("told", told.toString())
                .param("heard", heard.toString())
                .update();
    }

    private static Columns<StoreEvent> moments(JdbcClient.StatementSpec statement, List<StoreEvent> events) {
        return new Columns<>(statement, events)
                .column("changed", StoreEvent::time)
                .column("sequence", StoreEvent::sequence)
                .column("event", StoreEvent::id);
    }

    private static Told.StockChanged stock(StoreEvent event) {
        return (Told.StockChanged) event.told();
    }

    private static Told.SensorHealth health(StoreEvent event) {
        return (Told.SensorHealth) event.told();
    }

    private static final String STOCK = """
            INSERT INTO stock AS s (store_id, plate_id, gtin, quantity, changed_at, sequence, event_id)
            SELECT :store, * FROM unnest(:plate::text[], :gtin::text[], :quantity::int[],
              :changed::timestamptz[], :sequence::bigint[], :event::text[])
            ON CONFLICT (tenant_id, store_id, plate_id, gtin) DO UPDATE SET
              quantity = excluded.quantity, changed_at = excluded.changed_at, sequence = excluded.sequence, event_id = excluded.event_id
            WHERE (s.changed_at, s.sequence, s.event_id) < (excluded.changed_at, excluded.sequence, excluded.event_id)""";

    private static final String HEALTH = """
            INSERT INTO sensor_health AS h (store_id, sensor_id, state, message, changed_at, sequence, event_id)
            SELECT :store, * FROM unnest(:sensor::text[], :state::text[], :message::text[],
              :changed::timestamptz[], :sequence::bigint[], :event::text[])
            ON CONFLICT (tenant_id, store_id, sensor_id) DO UPDATE SET
              state = excluded.state, message = excluded.message, changed_at = excluded.changed_at, sequence = excluded.sequence,
              event_id = excluded.event_id
            WHERE (h.changed_at, h.sequence, h.event_id) < (excluded.changed_at, excluded.sequence, excluded.event_id)""";
}
