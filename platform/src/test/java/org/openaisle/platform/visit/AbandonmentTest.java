package org.openaisle.platform.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openaisle.platform.visit.ToldEvents.BREAD;
import static org.openaisle.platform.visit.ToldEvents.SOAP;
import static org.openaisle.platform.visit.ToldEvents.WATER;
import static org.openaisle.platform.visit.ToldEvents.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.database.TestDatabase;

/** Visits that nobody ends. Events are heard at 18:00 by our clock, whenever they happened. */
class AbandonmentTest {
    private static final Instant HEARD = StoreOfEvents.NOW;
    private static final double HOUR = 3600;

    private static final AbandonmentRule USUAL =
            new AbandonmentRule(Duration.ofHours(1), Duration.ofHours(2), Duration.ofMinutes(5), null, 0.95);

    private static TestDatabase database;

    private StoreOfEvents store;
    private ToldEvents tell;
    private Abandonment abandonment;
    private AbandonmentRule rule = USUAL;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(3);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void openStore() {
        store = new StoreOfEvents(database, database.newTenant("Corner shop"));
        tell = new ToldEvents(store.teller.device());
        rule = USUAL;
        abandonment = new Abandonment(database.transactions(), database.client(), (tenant, id) -> rule, store.bell);
        store.take(
                tell.entered(0, "t1", 1),
                tell.cart(10, "t1", WATER, 2, 0.95),
                tell.cart(10, "t1", SOAP, 1, 0.949999),
                tell.cart(10, "t1", BREAD, 0, 0.99));
    }

    @Test
    void aVisitOfWhichNothingIsToldForAnHourOfTheStoresTimeIsLostAndItsUndoubtedLinesAreCharged() {
        store.take(tell.stock(10 + HOUR - 0.001, "p1", WATER, 5));
        abandonment.look(HEARD);
        assertThat(states()).containsExactly("t1 shopping null");
        store.take(tell.stock(10 + HOUR, "p1", WATER, 5));
        abandonment.look(HEARD);
        assertThat(states()).containsExactly("t1 abandoned lost_track");
        assertThat(store.receipts()).containsExactly("t1 " + WATER + " 2 0.950000 event:e2");
        assertThat(store.alerts())
                .singleElement()
                .asString()
                .startsWith("visit_lost t1 t1")
                .endsWith("null null");
    }

    @Test
    void aStoreThatIsNotHeardForTwoHoursHasAnOutage() {
        abandonment.look(HEARD.plus(Duration.ofHours(2)).minusMillis(1));
        assertThat(states()).containsExactly("t1 shopping null");
        abandonment.look(HEARD.plus(Duration.ofHours(2)));
        assertThat(states()).containsExactly("t1 abandoned outage");
    }

    @Test
    void whoIsInsideWhenTheStoreHasClosedForAQuarterOfAnHourIsGivenUp() {
        // 09:00:10 UTC is 10:00:10 in Berlin; the store's time goes on from when it was heard.
        rule = new AbandonmentRule(
                rule.lostTrack(), rule.outage(), rule.silent(), LocalTime.of(10, 30), rule.undoubted());
        Duration left = Duration.between(at(10), Instant.parse("2026-03-01T09:45:00Z"));
        abandonment.look(HEARD.plus(left).minusMillis(1));
        assertThat(states()).containsExactly("t1 shopping null");
        abandonment.look(HEARD.plus(left));
        assertThat(states()).containsExactly("t1 abandoned closing_time");
    }

    @Test
    void whatTheRetailerHasSetHolds() {
        rule = new AbandonmentRule(Duration.ofMinutes(20), rule.outage(), rule.silent(), null, 0.9);
        store.take(tell.stock(9 + HOUR / 3, "p1", WATER, 5));
        abandonment.look(HEARD);
        assertThat(states()).containsExactly("t1 shopping null");
        store.take(tell.stock(10 + HOUR / 3, "p1", WATER, 5));
        abandonment.look(HEARD);
        assertThat(states()).containsExactly("t1 abandoned lost_track");
        assertThat(store.receipts()).hasSize(2);
    }

    @Test
    void peopleWithoutAScanAndStaffAreChargedForNothing() {
        store.take(
                tell.unscanned(5, "u1"),
                tell.cart(10, "u1", WATER, 1, 1),
                tell.event("visit.entered", 5, java.util.Map.of("visit", "s1", "people", 1, "staff", true)),
                tell.cart(10, "s1", WATER, 7, 1));
        abandonment.look(HEARD.plus(Duration.ofHours(3)));
        assertThat(states()).hasSize(3).allMatch(state -> state.endsWith("abandoned outage"));
        assertThat(store.receipts()).allMatch(line -> line.startsWith("t1 ")).hasSize(1);
    }

    @Test
    void aStoreThatComesBackDecidesItsVisitsAfterAll() {
        abandonment.look(HEARD.plus(Duration.ofHours(3)));
        store.take(tell.cart(20, "t1", SOAP, 4, 0.9));
        assertThat(states()).containsExactly("t1 abandoned outage");
        store.take(tell.decided(60, "t1", false, SOAP, 4));
        assertThat(states()).containsExactly("t1 decided null");
        assertThat(store.receipts()).containsExactly("t1 " + SOAP + " 4 0.980000 urn:evidence:t1/1");
        assertThat(store.alerts())
                .anyMatch(alert -> alert.startsWith("visit_lost t1 t1") && alert.contains("09:01:00"));
    }

    @Test
    void somebodyIsCalledAboutASilentDeviceUntilItIsHeardAgain() {
        abandonment.look(HEARD.plus(Duration.ofMinutes(5)).minusMillis(1));
        assertThat(store.alerts()).isEmpty();
        abandonment.look(HEARD.plus(Duration.ofMinutes(5)));
        abandonment.look(HEARD.plus(Duration.ofMinutes(6)));
        assertThat(store.alerts())
                .singleElement()
                .asString()
                .startsWith("device_silent " + store.teller.device())
                .contains("18:05:00")
                .endsWith("null null");
        heardAt(HEARD.plus(Duration.ofMinutes(7)));
        abandonment.look(HEARD.plus(Duration.ofMinutes(8)));
        assertThat(store.alerts()).singleElement().asString().contains("18:07:00");
        abandonment.look(HEARD.plus(Duration.ofMinutes(12)));
        assertThat(store.alerts())
                .singleElement()
                .asString()
                .contains("18:12:00")
                .endsWith("null null");
    }

    private void heardAt(Instant heard) {
        database.transactions()
                .run(
                        store.teller.access(),
                        () -> new StoreFloor(database.client())
                                .writePulse(store.teller.store(), store.teller.device(), at(0), heard));
    }

    private List<String> states() {
        return store.rows("SELECT token, state, abandoned_why FROM visit WHERE store_id = :store ORDER BY token");
    }
}
