package org.openaisle.engine.layout;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/** Parameters with some of them changed by name, so that tests need not know the others. */
public final class Varied {
    private Varied() {}

    public static <R extends Record> R of(Class<R> type, R parameters, Map<String, ?> changed) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Object[] values = new Object[components.length];
            int found = 0;
            for (int i = 0; i < values.length; i++) {
                Object other = changed.get(components[i].getName());
                found += other == null ? 0 : 1;
                values[i] = other == null ? components[i].getAccessor().invoke(parameters) : other;
            }
            if (found != changed.size()) {
                throw new IllegalArgumentException("one of " + changed.keySet() + " is no parameter of " + type);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot vary " + type, e);
        }
    }
}
