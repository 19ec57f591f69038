package org.openaisle.platform.catalog;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** All that a retailer can set, for all of its stores or for one; with the defaults, in one place. */
@SuppressWarnings("ImmutableEnumChecker") // neither a kind nor a value of JSON changes
enum Setting {
    /** A visit of which its store tells nothing for so long, though it tells of others, is lost. */
    LOST_TRACK("visit.lost-track-minutes", new SettingKind.Whole(1, 24 * 60), number(60)),
    /** A store that tells nothing at all for so long is cut off, and its open visits are closed. */
    OUTAGE("visit.outage-minutes", new SettingKind.Whole(1, 7 * 24 * 60), number(120)),
    /** When a device has not been heard for so long, somebody is called. */
    SILENT("visit.silent-minutes", new SettingKind.Whole(1, 24 * 60), number(5)),
    /** When everybody has left, in the store's time zone; none: the store never closes. */
    CLOSING_TIME("visit.closing-time", new SettingKind.TimeOfDay(), JsonNodeFactory.instance.stringNode("")),
    /** Of a visit that was given up, lines that are at least so probable are charged, and no others. */
    UNDOUBTED(
            "visit.undoubted-probability", new SettingKind.Decimal(0.51, 1), JsonNodeFactory.instance.numberNode(0.95)),
    /** How long it is known whose a visit was. */
    LINK("visit.link-days", new SettingKind.Whole(1, 400), number(90)),
    /** How many may come in on one code. */
    LARGEST_PARTY("entry.largest-party", new SettingKind.Whole(1, 50), number(8)),
    /** How long a code that was made for a gate opens it. */
    CODE_LIFE("entry.code-seconds", new SettingKind.Whole(15, 24 * 60 * 60), number(120));

    private final String id;
    private final SettingKind kind;
    private final JsonNode usual;

    Setting(String id, SettingKind kind, JsonNode usual) {
        this.id = id;
        this.kind = kind;
        this.usual = usual;
    }

    private static JsonNode number(int value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    /** As database and interface write it. */
    String id() {
        return id;
    }

    SettingKind kind() {
        return kind;
    }

    /** What holds where nobody has set it. */
    JsonNode usual() {
        return usual;
    }

    static Optional<Setting> find(String id) {
        return Arrays.stream(values()).filter(setting -> setting.id.equals(id)).findFirst();
    }
}
