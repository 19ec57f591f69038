package org.openaisle.platform.visit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The types of events that store nodes send, each with how its data is read. */
enum EventType {
    VISIT_ENTERED("visit.entered", d -> new Told.VisitEntered(visit(d), people(d, "people"), d.flag("staff", false))),
    PEOPLE_UNSCANNED("people.unscanned", d -> new Told.PeopleUnscanned(visit(d), people(d, "people"))),
    PARTY_LARGER("party.larger", d -> new Told.PartyLarger(visit(d), people(d, "announced"), people(d, "people"))),
    CART_CHANGED(
            "cart.changed",
            d -> new Told.CartChanged(
                    visit(d), d.gtin("gtin"), units(d, 0), d.probability("probability"), d.time("happenedAt"))),
    VISIT_LEFT("visit.left", d -> new Told.VisitLeft(visit(d))),
    VISIT_DECIDED("visit.decided", EventType::decided),
    STOCK_CHANGED("stock.changed", d -> new Told.StockChanged(d.text("plate", 100), d.gtin("gtin"), units(d, 0))),
    SENSOR_HEALTH("sensor.health", EventType::health);

    private static final Set<String> STATES = Set.of("good", "silent", "stuck", "noisy", "drifting");
    private static final int MOST_LINES = 1000;
    private static final int MOST_UNITS = 100_000;
    private static final int MOST_PEOPLE = 1000;

    private final String id;
    private final Function<DataFields, Told> reading;

    EventType(String id, Function<DataFields, Told> reading) {
        this.id = id;
        this.reading = reading;
    }

    /** As events name it. */
    String id() {
        return id;
    }

    /** Refused with what is wrong with it. */
    Told read(DataFields data) {
        return reading.apply(data);
    }

    static Optional<EventType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }

    private static String visit(DataFields data) {
        return data.text("visit", 100);
    }

    private static int people(DataFields data, String name) {
        return data.whole(name, 1, MOST_PEOPLE);
    }

    private static int units(DataFields data, int least) {
        return data.whole("quantity", least, MOST_UNITS);
    }

    private static Told decided(DataFields data) {
        Instant entered = data.timeOrNull("enteredAt");
        Instant left = data.timeOrNull("leftAt");
        return new Told.VisitDecided(
                visit(data),
                entered,
                left,
                data.list("lines", MOST_LINES, Told.DecidedLine::gtin, EventType::line),
                data.probability("confidence"),
                data.flag("review", false));
    }

    private static Told.DecidedLine line(DataFields data) {
        return new Told.DecidedLine(
                data.gtin("gtin"), units(data, 1), data.probability("probability"), data.text("evidence", 200));
    }

    private static Told health(DataFields data) {
        String state = data.text("state", 20);
        if (!STATES.contains(state)) {
            throw new BadEvent(
                    "data.state must be one of " + STATES.stream().sorted().toList() + ", is another word");
        }
        return new Told.SensorHealth(data.text("sensor", 100), state, data.textOrEmpty("message", 500));
    }
}
