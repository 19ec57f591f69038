package org.openaisle.platform.purpose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * The catalogue: for every field either how it is handled, or that it is not personal. Each module adds its own
 * ({@link DataDeclarations}); the build fails when a column or an event's field is missing here, or here and nowhere else.
 */
public final class Declarations {
    private final SequencedMap<Field, Optional<Handling>> fields = new LinkedHashMap<>();

    /** All that the modules declare, put together. */
    public static Declarations of(List<DataDeclarations> modules) {
        Declarations all = new Declarations();
        modules.forEach(module -> module.declare(all));
        return all;
    }

    /** To declare columns of a table. */
    public Fields table(String table) {
        return new Fields(name -> new Field.Column(table, name));
    }

    /** To declare components of a record. */
    public Fields event(Class<? extends Record> event) {
        return new Fields(name -> new Field.EventField(event, name));
    }

    /** To declare keys of structured logs. */
    public Fields log() {
        return new Fields(Field.LogField::new);
    }

    /** To declare files of the data folder. */
    public Fields files() {
        return new Fields(Field.FileField::new);
    }

    /** Every field in the order of declaration; empty where it is not personal. */
    public Map<Field, Optional<Handling>> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** Declares fields of one table, event, or kind. */
    public final class Fields {
        private final Function<String, Field> named;

        private Fields(Function<String, Field> named) {
            this.named = named;
        }

        /** These say nothing about a person. */
        public Fields plain(String... names) {
            return declare(Optional.empty(), names);
        }

        /** These are personal, and handled so. */
        public Fields personal(Handling handling, String... names) {
            return declare(Optional.of(handling), names);
        }

        private Fields declare(Optional<Handling> handling, String... names) {
            for (String name : names) {
                Field field = named.apply(name);
                if (fields.putIfAbsent(field, handling) != null) {
                    throw new IllegalArgumentException(field + " is declared twice");
                }
            }
            return this;
        }
    }
}
