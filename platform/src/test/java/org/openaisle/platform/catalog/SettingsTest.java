package org.openaisle.platform.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SettingsTest {
    private static TestDatabase database;

    private TenantId tenant;
    private UUID store;
    private UUID other;
    private Settings settings;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void twoStores() {
        tenant = database.newTenant("North");
        store = database.newStore(tenant, "Main street");
        other = database.newStore(tenant, "Station");
        settings = new Settings(database.transactions(), database.client());
    }

    @Test
    void everyDefaultIsWhatItMustBe() {
        for (Setting setting : Setting.values()) {
            assertThat(setting.kind().wrong(setting.usual())).as(setting.id()).isNull();
            assertThat(setting.id()).matches("[a-z][a-z.-]{0,99}");
        }
        assertThat(settings.of(tenant, store).lostTrackAfter()).isEqualTo(Duration.ofMinutes(60));
        assertThat(settings.of(tenant, store).closingTime()).isNull();
    }

    @Test
    void aStoresOwnGoesBeforeTheRetailersAndThatBeforeTheDefault() {
        assertThat(change(null, "visit.outage-minutes", "90", "visit.closing-time", "\"21:30\""))
                .isEmpty();
        assertThat(change(store, "visit.outage-minutes", "15")).isEmpty();
        assertThat(settings.of(tenant, store).outageAfter()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.of(tenant, store).closingTime()).isEqualTo(LocalTime.of(21, 30));
        assertThat(settings.of(tenant, other).outageAfter()).isEqualTo(Duration.ofMinutes(90));
        assertThat(change(store, "visit.outage-minutes", "null")).isEmpty();
        assertThat(settings.of(tenant, store).outageAfter()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void whatIsWrongIsToldAllAtOnceAndNothingIsChanged() {
        List<Fault> faults = change(
                store,
                "visit.outage-minutes",
                "0",
                "visit.undoubted-probability",
                "\"high\"",
                "visit.closing-time",
                "\"25:00\"",
                "visit.lost-track-minutes",
                "1.5",
                "no.such-thing",
                "1",
                "entry.largest-party",
                "3");
        assertThat(faults)
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "visit.outage-minutes",
                        "visit.undoubted-probability",
                        "visit.closing-time",
                        "visit.lost-track-minutes",
                        "no.such-thing");
        assertThat(settings.of(tenant, store).largestParty()).isEqualTo(8);
    }

    private List<Fault> change(@Nullable UUID where, String... namesAndJson) {
        Map<String, @Nullable JsonNode> changes = new HashMap<>();
        for (int i = 0; i < namesAndJson.length; i += 2) {
            changes.put(namesAndJson[i], JsonMapper.shared().readTree(namesAndJson[i + 1]));
        }
        return settings.change(tenant, where, changes);
    }
}
