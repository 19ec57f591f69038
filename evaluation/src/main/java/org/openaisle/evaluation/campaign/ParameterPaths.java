package org.openaisle.evaluation.campaign;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The numbers in a record and in the records inside it, by path: {@code attribution.oneUnit} is the component of a component. */
final class ParameterPaths {
    private ParameterPaths() {}

    /** Every number, in the order in which the records declare them; what is neither number nor record is left out. */
    static SequencedMap<String, Double> numbers(Record record) {
        SequencedMap<String, Double> numbers = new LinkedHashMap<>();
        collect(record, "", numbers);
        return numbers;
    }

    private static void collect(Record record, String prefix, SequencedMap<String, Double> numbers) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String path = prefix + component.getName();
            switch (value(record, component)) {
                case Number number -> numbers.put(path, number.doubleValue());
                case Record inner -> collect(inner, path + ".", numbers);
                default -> {}
            }
        }
    }

    /** The same record but for one number; whole ones are rounded. */
    static <R extends Record> R with(R record, String path, double number) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        boolean found = false;
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(record, components[i]);
            if (components[i].getName().equals(name)) {
                found = true;
                values[i] = values[i] instanceof Record inner && dot >= 0
                        ? with(inner, path.substring(dot + 1), number)
                        : boxed(types[i], number, path);
            }
        }
        if (!found) {
            throw new IllegalArgumentException("there is no parameter " + path + " in " + record.getClass());
        }
        try {
            @SuppressWarnings("unchecked")
            Constructor<R> constructor = (Constructor<R>) record.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(path + " cannot be " + number, e);
        }
    }

    private static Object boxed(Class<?> type, double number, String path) {
        if (type == double.class) {
            return number;
        } else if (type == long.class) {
            return Math.round(number);
        } else if (type == int.class) {
            return Math.toIntExact(Math.round(number));
        }
        throw new IllegalArgumentException(path + " is no number but " + type);
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
