package org.openaisle.platform.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the order in which events come, how often, and in what batches: the same visits, carts, receipts and alerts. */
class AnyOrderTest {
    private static final int EVENTS = 90;
    private static final int ORDERS = 5;
    private static final List<String> GTINS = List.of(ToldEvents.WATER, ToldEvents.SOAP, ToldEvents.BREAD);
    private static final List<String> STATES = List.of("good", "silent", "noisy", "good");

    private static TestDatabase database;
    private static TenantId tenant;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(6);
        tenant = database.newTenant("Corner shop");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anyPermutationAndDuplicationGivesTheSame(long seed) {
        Random random = new Random(seed);
        StoreOfEvents inOrder = new StoreOfEvents(database, tenant);
        List<ObjectNode> events = course(random, inOrder.teller.device());
        for (ObjectNode event : events) {
            assertThat(inOrder.take(event)).allMatch(o -> o.is(Outcome.Kind.STORED));
        }
        for (int order = 1; order <= ORDERS; order++) {
            StoreOfEvents other = new StoreOfEvents(database, tenant);
            for (List<JsonNode> batch : batches(random, shuffled(random, events, other.teller.device()))) {
                assertThat(other.inbox.take(other.teller, batch)).noneMatch(o -> o.is(Outcome.Kind.REFUSED));
            }
            assertThat(other.everything())
                    .as("seed %s, order %s", seed, order)
                    .usingRecursiveComparison()
                    .isEqualTo(inOrder.everything());
        }
    }

    @Test
    void batchesThatComeAtOnceGiveTheSame() throws Exception {
        Random random = new Random(77);
        StoreOfEvents inOrder = new StoreOfEvents(database, tenant);
        List<ObjectNode> events = course(random, inOrder.teller.device());
        events.forEach(inOrder::take);
        StoreOfEvents other = new StoreOfEvents(database, tenant);
        List<Future<List<Outcome>>> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            for (List<JsonNode> batch : batches(random, shuffled(random, events, other.teller.device()))) {
                taken.add(threads.submit(() -> other.inbox.take(other.teller, batch)));
            }
        }
        long stored = 0;
        for (Future<List<Outcome>> each : taken) {
            stored += each.get().stream().filter(o -> o.is(Outcome.Kind.STORED)).count();
        }
        assertThat(stored).isEqualTo(events.size());
        assertThat(other.everything()).isEqualTo(inOrder.everything());
    }

    private static List<JsonNode> shuffled(Random random, List<ObjectNode> events, UUID device) {
        List<JsonNode> all = new ArrayList<>();
        for (ObjectNode event : events) {
            for (int copies = random.nextInt(4) == 0 ? 2 : 1; copies > 0; copies--) {
                all.add(ToldEvents.from(device, event));
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    private static List<List<JsonNode>> batches(Random random, List<JsonNode> events) {
        List<List<JsonNode>> batches = new ArrayList<>();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(12));
            batches.add(events.subList(from, to));
            from = to;
        }
        return batches;
    }

    /** Events of a few visits as they may come to be, mostly sensible ones. */
    private static List<ObjectNode> course(Random random, UUID device) {
        ToldEvents tell = new ToldEvents(device);
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            String visit = "t" + random.nextInt(4);
            String gtin = GTINS.get(random.nextInt(GTINS.size()));
            // Some happen at the same moment: then their numbers tell which was later.
            double t = 10 + i / 3;
            events.add(
                    switch (random.nextInt(20)) {
                        case 0 -> tell.entered(t, visit, 1 + random.nextInt(3));
                        case 1 -> tell.unscanned(t, "u" + random.nextInt(2));
                        case 2 -> tell.larger(t, visit, 1, 2 + random.nextInt(2));
                        case 3 -> tell.left(t, visit);
                        case 4 -> tell.decided(t, visit, random.nextBoolean(), gtin, 1 + random.nextInt(3));
                        case 5, 6, 7 -> tell.stock(t, "p" + random.nextInt(2), gtin, random.nextInt(9));
                        case 8, 9, 10 -> tell.health(t, "s" + random.nextInt(2), STATES.get(random.nextInt(4)));
                        default -> tell.cart(t, visit, gtin, random.nextInt(4), 0.5 + 0.1 * random.nextInt(5));
                    });
        }
        return events;
    }
}
