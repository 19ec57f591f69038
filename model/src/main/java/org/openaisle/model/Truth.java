package org.openaisle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What really happened in a recording; for scoring, never for the engine. */
public record Truth(List<Visit> visits, List<Event> events) {
    public Truth {
        visits = List.copyOf(visits);
        events = List.copyOf(events);
    }

    /** A party's stay; {@code token} is null without a scan, {@code exitedAt} for who is still inside. */
    public record Visit(
            @Nullable String token,
            long enteredAt,
            @Nullable Long exitedAt,
            boolean staff,
            int partySize,
            List<String> people,
            List<Line> lines) {
        public Visit {
            people = List.copyOf(people);
            lines = List.copyOf(lines);
        }
    }

    /** What a visit carried out. */
    public record Line(Gtin gtin, int quantity) {}

    /** Goods that moved; {@code to} and {@code toPerson} only for handovers, {@code gtin} null for foreign things. */
    public record Event(
            long t,
            Kind kind,
            @Nullable String token,
            String person,
            @Nullable Gtin gtin,
            int quantity,
            @Nullable String plateId,
            @Nullable String to,
            @Nullable String toPerson) {}

    /** What can happen to goods. */
    public enum Kind {
        TAKE,
        RETURN,
        MISPLACE,
        HANDOVER,
        RESTOCK,
        FOREIGN
    }

    /** Where everybody was at one moment. */
    public record Moment(long t, List<Person> people) {
        public Moment {
            people = List.copyOf(people);
        }
    }

    /** One person's place, the middle of the body over the floor. */
    public record Person(String person, @Nullable String token, double x, double y) {}
}
