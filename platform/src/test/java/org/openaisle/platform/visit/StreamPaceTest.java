package org.openaisle.platform.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openaisle.platform.visit.ToldEvents.SOAP;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openaisle.platform.TestPlatform;
import org.openaisle.platform.Wire;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.tenant.TestDevice;
import org.openaisle.platform.tenant.TestRetailer;
import org.openaisle.platform.web.DeviceKind;
import org.openaisle.platform.web.StaffRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A stream on which nothing happens, with a platform that is quicker about it than usual. */
class StreamPaceTest {
    @Test
    void aQuietStreamShowsThatItLivesSeesWhatAnotherProcessWroteAndEnds() {
        Map<String, String> quick = Map.of(
                "openaisle.streams.look", "20ms",
                "openaisle.streams.heartbeat", "60ms",
                "openaisle.streams.longest", "3s");
        try (TestPlatform platform = TestPlatform.start(quick)) {
            TestRetailer retailer = platform.newRetailer("Streams");
            UUID store = retailer.newStore("Main street");
            TestDevice device = retailer.newDevice(DeviceKind.STORE_NODE, store);
            Teller teller = new Teller(retailer.tenant(), store, device.id());
            ToldEvents tell = new ToldEvents(device.id());
            Inbox elsewhere = new Inbox(
                    platform.bean(Transactions.class),
                    platform.bean(JdbcClient.class),
                    Clock.systemUTC(),
                    new JsonMapper(),
                    new VisitBell());
            elsewhere.take(teller, List.of(tell.entered(10, "t1", 1)));
            Wire associate = retailer.staff(StaffRole.ASSOCIATE, store);
            String visits = "/api/v1/stores/" + store + "/visits";
            String visit = Wire.json(associate.get(visits))
                    .path("items")
                    .get(0)
                    .path("id")
                    .asString();

            List<String> seen = new ArrayList<>();
            try (Stream<String> stream = associate
                    .send(
                            "GET",
                            visits + "/" + visit + "/cart",
                            BodyPublishers.noBody(),
                            request -> request.header("Accept", "text/event-stream"),
                            BodyHandlers.ofLines())
                    .body()) {
                for (Iterator<String> lines = stream.iterator(); lines.hasNext(); ) {
                    String line = lines.next();
                    seen.add(line);
                    if (line.startsWith(":") && seen.stream().noneMatch(l -> l.contains("change"))) {
                        elsewhere.take(teller, List.of(tell.cart(20, "t1", SOAP, 2, 0.9)));
                        seen.add("change follows");
                    }
                }
            }
            assertThat(seen).contains("event:cart", ":still here", "event:change");
            assertThat(String.join("\n", seen)).contains(SOAP);
        }
    }
}
