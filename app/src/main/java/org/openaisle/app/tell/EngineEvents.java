package org.openaisle.app.tell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.openaisle.app.tell.FlatJson.Probability;
import org.openaisle.model.Decision;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;

/**
 * What an engine says, as events. They are numbered in the order in which it says them, so that a recording that is played again gives the
 * same events with the same ids.
 */
public final class EngineEvents {
    private final String source;
    private final String evidence;
    private final Consumer<ToldEvent> events;
    private final Map<Long, Integer> unscannedAt = new HashMap<>();
    private long number;
    private long newest = Long.MIN_VALUE;
    private long cartsOfNobody;

    /**
     * Tells the events of one device.
     *
     * @param run names what is played: events of two runs are two, events of the same run the same
     */
    public EngineEvents(String device, String run, Consumer<ToldEvent> events) {
        this.source = "urn:openaisle:device:" + device + ":" + run;
        this.evidence = "urn:openaisle:evidence:" + run + ":";
        this.events = events;
    }

    /** Takes note of what the engine itself does not repeat: who came in on a code. */
    public void note(Observation observation) {
        newest = Math.max(newest, observation.ownTime());
        switch (observation) {
            case Observation.GateScan scan -> entered(scan.t(), scan.token(), scan.partySize(), false);
            case Observation.StaffNotice staff -> entered(staff.t(), staff.token(), 1, true);
            case Observation.WeightSamples w -> {}
            case Observation.CameraFrame f -> {}
            case Observation.ItemReading i -> {}
            case Observation.GateCrossing g -> {}
            case Observation.PlanogramChange p -> {}
            case Observation.CatalogChange c -> {}
            case Observation.KioskVisit k -> {}
        }
    }

    private void entered(long t, String token, int people, boolean staff) {
        SequencedMap<String, Object> data = visit(token);
        data.put("people", people);
        data.put("staff", staff);
        tell("visit.entered", t, data);
    }

    /** Tells what the engine says. */
    public void tell(Output output) {
        switch (output) {
            case Output.CartChanged cart -> cart(cart);
            case Output.VisitDecided decided -> decided(decided.decision());
            case Output.StockChanged stock -> {
                SequencedMap<String, Object> data = new LinkedHashMap<>();
                data.put("plate", stock.plateId());
                data.put("gtin", stock.gtin().digits());
                data.put("quantity", Math.max(0, stock.quantity()));
                tell("stock.changed", stock.t(), data);
            }
            case Output.SensorHealth health -> health(health);
            case Output.Positions p -> {}
        }
    }

    /** At the end of a recording every sensor falls silent: that says nothing. */
    private void health(Output.SensorHealth health) {
        if (health.t() <= newest) {
            SequencedMap<String, Object> data = new LinkedHashMap<>();
            data.put("sensor", health.sensorId());
            data.put("state", health.state().name().toLowerCase(Locale.ROOT));
            data.put("message", health.message());
            tell("sensor.health", health.t(), data);
        }
    }

    private void cart(Output.CartChanged cart) {
        String token = cart.token();
        if (token == null) {
            // The engine does not say whose of those without a scan it is; their receipt will tell.
            cartsOfNobody++;
            return;
        }
        SequencedMap<String, Object> data = visit(token);
        data.put("gtin", cart.gtin().digits());
        data.put("quantity", cart.quantity());
        data.put("probability", new Probability(cart.probability()));
        data.put("happenedAt", text(cart.happenedAt()));
        tell("cart.changed", cart.t(), data);
    }

    private void decided(Decision decision) {
        String token = decision.token();
        String visit = token;
        if (visit == null) {
            int before = unscannedAt.merge(decision.enteredAt(), 1, Integer::sum) - 1;
            visit = "unscanned-" + decision.enteredAt() + (before == 0 ? "" : "-" + before);
            SequencedMap<String, Object> people = visit(visit);
            people.put("people", 1);
            tell("people.unscanned", decision.enteredAt(), people);
        }
        tell("visit.left", decision.exitedAt(), visit(visit));
        List<SequencedMap<String, Object>> lines = new ArrayList<>();
        for (Decision.Line line : decision.lines()) {
            SequencedMap<String, Object> each = new LinkedHashMap<>();
            each.put("gtin", line.gtin().digits());
            each.put("quantity", line.quantity());
            each.put("probability", new Probability(line.probability()));
            each.put("evidence", evidence + visit);
            lines.add(each);
        }
        SequencedMap<String, Object> data = visit(visit);
        data.put("enteredAt", text(decision.enteredAt()));
        data.put("leftAt", text(decision.exitedAt()));
        data.put("lines", lines);
        data.put("confidence", new Probability(decision.confidence()));
        data.put("review", decision.review());
        tell("visit.decided", decision.decidedAt(), data);
    }

    private static SequencedMap<String, Object> visit(String name) {
        SequencedMap<String, Object> data = new LinkedHashMap<>();
        data.put("visit", name);
        return data;
    }

    private static String text(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private void tell(String type, long t, SequencedMap<String, Object> data) {
        events.accept(new ToldEvent(source, ++number, type, t, data));
    }

    /** How many events were told. */
    public long count() {
        return number;
    }

    /** How many changes of carts of people without a scan were left out. */
    public long cartsOfNobody() {
        return cartsOfNobody;
    }
}
