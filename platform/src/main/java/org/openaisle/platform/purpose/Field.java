package org.openaisle.platform.purpose;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** A place where data is: something that the catalogue must say a word about. */
public sealed interface Field {
    /** A column of a table. */
    record Column(String table, String name) implements Field {
        @Override
        public String toString() {
            return "column " + table + "." + name;
        }
    }

    /** The fields of an event: components of the record, and of records of the platform in it. */
    static Set<Field> of(Class<? extends Record> event) {
        Set<Field> fields = new LinkedHashSet<>();
        for (RecordComponent component : event.getRecordComponents()) {
            fields.add(new EventField(event, component.getName()));
            recordsIn(component.getGenericType()).forEach(inner -> fields.addAll(of(inner)));
        }
        return fields;
    }

    private static Stream<Class<? extends Record>> recordsIn(Type type) {
        return switch (type) {
            case Class<?> plain
            when plain.isRecord() && plain.getPackageName().startsWith("org.openaisle.platform.") ->
                Stream.of(plain.asSubclass(Record.class));
            case ParameterizedType of -> Stream.of(of.getActualTypeArguments()).flatMap(Field::recordsIn);
            default -> Stream.empty();
        };
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
