package org.openaisle.platform.visit;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rule of a store, out of the retailer's settings and the store's own, which go before. */
final class RuleSettings {
    private static final Logger LOG = LoggerFactory.getLogger(RuleSettings.class);

    private final JdbcClient database;

    RuleSettings(JdbcClient database) {
        this.database = database;
    }

    /** A setting that says nothing sensible is told in the log, and the defaults hold. */
    AbandonmentRule of(UUID store) {
        Map<String, String> values = new HashMap<>();
        database.sql("""
                SELECT name, value #>> '{}' AS value FROM setting
                WHERE name LIKE 'visit.%' AND (store_id = :store OR store_id IS NULL)
                ORDER BY store_id NULLS FIRST""")
                .param("store", store)
                .query((row, number) -> values.put(row.getString("name"), row.getString("value")))
                .list();
        try {
            return of(values);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            LOG.warn("the settings visit.* of store {} say nothing sensible, defaults hold: {}", store, e.toString());
            return AbandonmentRule.DEFAULT;
        }
    }

    private static AbandonmentRule of(Map<String, String> values) {
        AbandonmentRule usual = AbandonmentRule.DEFAULT;
        String closing = values.get("visit.closing-time");
        String undoubted = values.get("visit.undoubted-probability");
        return new AbandonmentRule(
                minutes(values.get("visit.lost-track-minutes"), usual.lostTrack()),
                minutes(values.get("visit.outage-minutes"), usual.outage()),
                minutes(values.get("visit.silent-minutes"), usual.silent()),
                closing == null || closing.isEmpty() ? usual.closing() : LocalTime.parse(closing),
                undoubted == null ? usual.undoubted() : Double.parseDouble(undoubted));
    }

    private static Duration minutes(@Nullable String value, Duration usual) {
        return value == null ? usual : Duration.ofMinutes(Long.parseLong(value));
    }
}
