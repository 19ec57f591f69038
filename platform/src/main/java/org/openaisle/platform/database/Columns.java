package org.openaisle.platform.database;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Values as columns, each a parameter that is an array of texts: one statement writes all of them, {@code unnest(:name::int[])}. */
public record Columns<T>(JdbcClient.StatementSpec statement, List<T> values) {
    /** A column, as texts: the statement says what they are. */
    public Columns<T> column(String name, Function<T, @Nullable Object> value) {
        statement.param(
                name,
                values.stream()
                        .map(value)
                        .map(cell -> Objects.toString(cell, null))
                        .toArray(String[]::new));
        return this;
    }

    public int update() {
        return statement.update();
    }
}
