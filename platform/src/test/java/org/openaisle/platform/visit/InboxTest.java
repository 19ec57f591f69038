package org.openaisle.platform.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openaisle.platform.visit.ToldEvents.SOAP;
import static org.openaisle.platform.visit.ToldEvents.WATER;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.TestDatabase;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class InboxTest {
    private static TestDatabase database;
    private static TenantId tenant;

    private StoreOfEvents store;
    private ToldEvents tell;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(3);
        tenant = database.newTenant("Corner shop");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void openStore() {
        store = new StoreOfEvents(database, tenant);
        tell = new ToldEvents(store.teller.device());
    }

    @Test
    void aVisitFromTheGateToTheReceipt() {
        store.take(tell.entered(10, "t1", 2));
        assertThat(states()).containsExactly("t1 entered");
        store.take(tell.cart(20, "t1", WATER, 2, 0.9), tell.cart(21, "t1", SOAP, 1, 0.8));
        assertThat(states()).containsExactly("t1 shopping");
        store.take(tell.cart(30, "t1", SOAP, 0, 0.99));
        store.take(tell.left(40, "t1"));
        assertThat(states()).containsExactly("t1 left");
        store.take(tell.decided(45, "t1", false, WATER, 2));
        assertThat(store.visits())
                .singleElement()
                .asString()
                .contains("t1 decided t f 2 0")
                .contains("0.970000");
        assertThat(store.carts())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("t1 " + WATER + " 2 0.900000"))
                .anyMatch(line -> line.startsWith("t1 " + SOAP + " 0 0.990000"));
        assertThat(store.receipts()).containsExactly("t1 " + WATER + " 2 0.980000 urn:evidence:t1/1");
    }

    @Test
    void whoIsToBeLookedAtIsInReviewAndPeopleWithoutAScanAlways() {
        store.take(tell.decided(20, "t1", true, WATER, 1), tell.decided(21, "u1", false, SOAP, 1));
        assertThat(states()).containsExactly("t1 in_review", "u1 decided");
        store.take(tell.unscanned(10, "u1"));
        assertThat(states()).containsExactly("t1 in_review", "u1 in_review");
        assertThat(store.alerts()).singleElement().asString().startsWith("unscanned u1 u1 2026-03-01");
        assertThat(store.receipts())
                .as("nobody else is charged for it")
                .containsExactly(
                        "t1 " + WATER + " 1 0.980000 urn:evidence:t1/1",
                        "u1 " + SOAP + " 1 0.980000 urn:evidence:u1/1");
    }

    @Test
    void theFirstDecisionHoldsAndASettledVisitNeverChanges() {
        store.take(tell.decided(50, "t1", false, SOAP, 1));
        store.take(tell.decided(45, "t1", false, WATER, 2));
        store.take(tell.decided(60, "t1", true, SOAP, 9));
        assertThat(store.receipts()).containsExactly("t1 " + WATER + " 2 0.980000 urn:evidence:t1/1");
        settle();
        store.take(tell.decided(40, "t1", true, SOAP, 3), tell.cart(70, "t1", SOAP, 1, 0.9));
        assertThat(states()).containsExactly("t1 settled");
        assertThat(store.receipts()).containsExactly("t1 " + WATER + " 2 0.980000 urn:evidence:t1/1");
    }

    private void settle() {
        store.database
                .transactions()
                .run(
                        store.teller.access(),
                        () -> store.database
                                .client()
                                .sql("UPDATE visit SET state = 'settled', settled_at = now() WHERE store_id = ?")
                                .param(store.teller.store())
                                .update());
    }

    @Test
    void aSensorsAlertComesGoesAndComesAgain() {
        store.take(tell.health(10, "p1", "silent"));
        assertThat(store.alerts())
                .singleElement()
                .asString()
                .contains("09:00:10")
                .endsWith("null null");
        store.take(tell.health(20, "p1", "good"));
        assertThat(store.alerts()).singleElement().asString().contains("09:00:20");
        store.take(tell.health(30, "p1", "noisy"));
        assertThat(store.alerts())
                .singleElement()
                .asString()
                .contains("09:00:30")
                .endsWith("null null");
    }

    @Test
    void oneCauseRaisesOneAlert() {
        store.take(tell.larger(12, "t1", 1, 2), tell.larger(11, "t1", 1, 3));
        store.take(tell.larger(13, "t1", 1, 2));
        assertThat(store.alerts())
                .singleElement()
                .asString()
                .startsWith("party_larger t1 t1")
                .contains("09:00:11");
        assertThat(store.visits()).singleElement().asString().startsWith("t1 entered t f 1 3");
    }

    @Test
    void aBadEventIsRefusedByItselfWithItsPlaceAndReason() {
        List<Outcome> outcomes = store.take(
                tell.entered(10, "t1", 1),
                broken(tell.cart(11, "t1", WATER, 1, 0.5), e -> data(e).put("gtin", "04000000000014")),
                tell.cart(12, "t1", WATER, 1, 0.5),
                broken(tell.left(13, "t1"), e -> e.put("type", "visit.vanished")));
        assertThat(outcomes)
                .extracting(Outcome::index, Outcome::id, Outcome::outcome)
                .containsExactly(
                        tuple(0, "e1", "stored"),
                        tuple(1, "e2", "refused"),
                        tuple(2, "e3", "stored"),
                        tuple(3, "e4", "refused"));
        assertThat(outcomes.get(1).reason())
                .isEqualTo("data.gtin must be a GTIN of 14 digits, the last one its check digit");
        assertThat(outcomes.get(3).reason()).isEqualTo("type is none that this version of the protocol has");
        assertThat(store.inboxEvents()).hasSize(2);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @Test
    void everyAttributeIsChecked() {
        assertRefused(e -> e.put("specversion", "0.3"), "specversion must be 1.0");
        assertRefused(e -> e.remove("id"), "id is missing");
        assertRefused(e -> e.put("id", "a b"), "id must be of printable ASCII characters");
        assertRefused(e -> e.put("id", "x".repeat(101)), "id must have 100 characters at most, has 101");
        assertRefused(e -> e.put("source", "urn:openaisle:device:" + UUID.randomUUID()), "of the device that sends it");
        assertRefused(e -> e.put("sequence", "-1"), "sequence must be a whole number");
        assertRefused(e -> e.put("sequence", 7), "sequence must be a text");
        assertRefused(e -> e.put("time", "yesterday"), "time must be a moment");
        assertRefused(e -> e.put("time", "2026-03-01T18:05:01Z"), "time lies in the future");
        assertRefused(e -> e.put("time", "+1000000-01-01T00:00:00Z"), "time must be a moment");
        assertRefused(e -> e.put("datacontenttype", "text/xml"), "datacontenttype must be application/json");
        assertRefused(e -> e.remove("data"), "data is missing");
        assertRefused(e -> e.put("data", "text"), "data must be a JSON object");
        assertRefused(e -> data(e).put("quantity", -1), "data.quantity must be from 0 to 100000, is -1");
        assertRefused(e -> data(e).put("quantity", 1.5), "data.quantity must be a whole number");
        assertRefused(e -> data(e).put("probability", 1.01), "data.probability must be a number from 0 to 1");
        assertRefused(e -> data(e).put("visit", "a\u0000b"), "data.visit must not hold control characters");
        assertRefused(e -> data(e).put("visit", 5), "data.visit must be a text");
        assertThat(store.inboxEvents()).isEmpty();
        assertThat(store.inbox.take(store.teller, List.of(new JsonMapper().readTree("[1]"))))
                .singleElement()
                .extracting(Outcome::reason)
                .isEqualTo("an event must be a JSON object");
    }

    private void assertRefused(Consumer<ObjectNode> breaking, String reason) {
        List<Outcome> outcomes = store.take(broken(tell.cart(11, "t1", WATER, 1, 0.5), breaking));
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.getFirst().outcome()).as(reason).isEqualTo("refused");
        assertThat(outcomes.getFirst().reason()).contains(reason);
    }

    @Test
    void aDecisionWithTwoLinesForOneProductIsRefused() {
        Map<String, Object> line =
                Map.of("gtin", WATER, "quantity", 1, "probability", 0.5, "evidence", "urn:evidence:1");
        ObjectNode event =
                tell.event("visit.decided", 10, Map.of("visit", "t1", "lines", List.of(line, line), "confidence", 0.9));
        assertThat(store.take(event))
                .singleElement()
                .extracting(Outcome::reason)
                .asString()
                .contains("two entries");
    }

    @Test
    void whatIsSentTwiceInABatchOrLaterIsKnownAndWhatNobodyDeclaredIsNotKept() {
        ObjectNode event = tell.entered(10, "t1", 1);
        data(event).put("name", "Ada");
        assertThat(store.take(event, event)).extracting(Outcome::outcome).containsExactly("stored", "known");
        assertThat(store.take(event)).extracting(Outcome::outcome).containsExactly("known");
        assertThat(store.inboxEvents())
                .singleElement()
                .asString()
                .contains("t1")
                .doesNotContain("Ada");
    }

    @Test
    void anotherRetailersVisitOfTheSameNameIsAnotherVisit() {
        StoreOfEvents other = new StoreOfEvents(database, database.newTenant("Another"));
        store.take(tell.entered(10, "t1", 1));
        assertThat(other.visits()).isEmpty();
        other.take(new ToldEvents(other.teller.device()).left(20, "t1"));
        assertThat(states()).containsExactly("t1 entered");
    }

    @Test
    void aStateFollowsOnThoseThatTheEnumerationNamesInTheDatabaseToo() {
        for (VisitState before : VisitState.values()) {
            for (VisitState after : VisitState.values()) {
                if (before != after) {
                    if (after.mayFollow(before)) {
                        change(before, after);
                    } else {
                        assertThatThrownBy(() -> change(before, after))
                                .as("%s to %s", before, after)
                                .isInstanceOf(DataAccessException.class)
                                .hasMessageContaining("cannot become");
                    }
                }
            }
        }
    }

    private void change(VisitState before, VisitState after) {
        database.transactions().run(store.teller.access(), () -> {
            UUID id = database.client()
                    .sql("""
                            INSERT INTO visit (store_id, token, state, last_event_at, abandoned_at, abandoned_why)
                            VALUES (:store, :token, :state, now(), CASE WHEN :state = 'abandoned' THEN now() END,
                              CASE WHEN :state = 'abandoned' THEN 'outage' END) RETURNING id""")
                    .param("store", store.teller.store())
                    .param("token", UUID.randomUUID().toString())
                    .param("state", before.id())
                    .query(UUID.class)
                    .single();
            database.client()
                    .sql("""
                            UPDATE visit SET state = :state, abandoned_at = CASE WHEN :state = 'abandoned' THEN now() END,
                              abandoned_why = CASE WHEN :state = 'abandoned' THEN 'outage' END WHERE id = :id""")
                    .param("state", after.id())
                    .param("id", id)
                    .update();
        });
    }

    private List<String> states() {
        return store.rows("SELECT token, state FROM visit WHERE store_id = :store ORDER BY token");
    }

    private static ObjectNode data(ObjectNode event) {
        return (ObjectNode) event.get("data");
    }

    private static ObjectNode broken(ObjectNode event, Consumer<ObjectNode> breaking) {
        breaking.accept(event);
        return event;
    }
}
