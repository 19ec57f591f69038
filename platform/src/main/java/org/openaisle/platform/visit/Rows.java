package org.openaisle.platform.visit;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Values as columns, each a parameter that is an array: one statement writes all of them, whatever their number. */
final class Rows<T> {
    private final JdbcClient.StatementSpec statement;
    private final List<T> values;

    Rows(JdbcClient.StatementSpec statement, List<T> values) {
        this.statement = statement;
        this.values = values;
    }

    /** A column, as texts: the statement says what they are, {@code unnest(:name::int[])}. */
    Rows<T> column(String name, Function<T, @Nullable Object> value) {
        statement.param(
                name,
                values.stream()
                        .map(value)
                        .map(cell -> Objects.toString(cell, null))
                        .toArray(String[]::new));
        return this;
    }

    JdbcClient.StatementSpec statement() {
        return statement;
    }
}
