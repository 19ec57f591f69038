package org.openaisle.platform.catalog;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What holds in a store: what was set for it, else for the retailer, else the default.
 *
 * @param lostTrackAfter a visit of which its store tells nothing for so long, though it tells of others, is abandoned
 * @param outageAfter a store that tells nothing at all for so long is cut off; its open visits are abandoned
 * @param silentAfter when a device has not been heard for so long, somebody is called
 * @param closingTime when open visits are abandoned since the store has closed, in its time zone; null: never
 * @param undoubted of an abandoned visit, lines of at least this probability are charged, and no others
 * @param linkKept how long it is known whose a visit was
 * @param largestParty how many may come in on one code
 * @param codeLife how long a code that was made for a gate opens it
 */
public record StoreSettings(
        Duration lostTrackAfter,
        Duration outageAfter,
        Duration silentAfter,
        @Nullable LocalTime closingTime,
        double undoubted,
        Duration linkKept,
        int largestParty,
        Duration codeLife) {
    static StoreSettings of(Map<Setting, JsonNode> values) {
        String closing = value(values, Setting.CLOSING_TIME).stringValue();
        return new StoreSettings(
                Duration.ofMinutes(value(values, Setting.LOST_TRACK).intValue()),
                Duration.ofMinutes(value(values, Setting.OUTAGE).intValue()),
                Duration.ofMinutes(value(values, Setting.SILENT).intValue()),
                closing.isEmpty() ? null : LocalTime.parse(closing),
                value(values, Setting.UNDOUBTED).doubleValue(),
                Duration.ofDays(value(values, Setting.LINK).intValue()),
                value(values, Setting.LARGEST_PARTY).intValue(),
                Duration.ofSeconds(value(values, Setting.CODE_LIFE).intValue()));
    }

    private static JsonNode value(Map<Setting, JsonNode> values, Setting setting) {
        return Objects.requireNonNull(values.get(setting), setting.id());
    }
}
