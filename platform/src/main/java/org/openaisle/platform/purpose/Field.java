package org.openaisle.platform.purpose;

/** A place where data is: something that the catalogue must say a word about. */
public sealed interface Field {
    /** A column of a table. */
    record Column(String table, String name) implements Field {
        @Override
        public String toString() {
            return "column " + table + "." + name;
        }
    }

    /** A component of an {@link EventRecord}, or of a record in it. */
    record EventField(Class<? extends Record> event, String name) implements Field {
        @Override
        public String toString() {
            return "event field " + event.getName() + "." + name;
        }
    }

    /** A key of structured logs. */
    record LogField(String name) implements Field {
        @Override
        public String toString() {
            return "log field " + name;
        }
    }

    /** Files of the data folder: a name, or a folder's name with all that is in it. */
    record FileField(String name) implements Field {
        @Override
        public String toString() {
            return "file " + name;
        }
    }
}
