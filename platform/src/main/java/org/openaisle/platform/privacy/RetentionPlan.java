package org.openaisle.platform.privacy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openaisle.platform.purpose.Declarations;
import org.openaisle.platform.purpose.Field;
import org.openaisle.platform.purpose.Handling;
import org.openaisle.platform.purpose.Retention;

/**
 * What follows from the retentions that the catalogue declares. Of a table's retentions the longest deletes the row, and shorter ones
 * empty their columns before. A retention that runs from no column of its table ("until the visit is deleted") needs the database to delete
 * the row with another one.
 *
 * @param goWithAnother tables with columns of that kind
 */
record RetentionPlan(List<RetentionRule> rules, Set<String> goWithAnother) {
    static RetentionPlan of(Declarations catalogue) {
        Map<String, Map<Retention, SortedSet<String>>> tables = new TreeMap<>();
        Set<String> columns = new HashSet<>();
        catalogue.fields().forEach((field, handling) -> {
            if (field instanceof Field.Column(String table, String name)) {
                columns.add(table + "." + name);
                handling.map(Handling::retention)
                        .ifPresent(retention -> tables.computeIfAbsent(table, any -> new LinkedHashMap<>())
                                .computeIfAbsent(retention, any -> new TreeSet<>())
                                .add(name));
            }
        });
        List<RetentionRule> rules = new ArrayList<>();
        Set<String> goWithAnother = new TreeSet<>();
        tables.forEach((table, retentions) -> {
            Optional<Retention> longest = longest(table, retentions.keySet(), columns);
            retentions.forEach((retention, names) -> {
                if (!columns.contains(table + "." + retention.anchor())) {
                    goWithAnother.add(table);
                } else if (longest.filter(retention::equals).isPresent()) {
                    rules.add(new RetentionRule.DeleteRows(table, retention.anchor(), retention.period()));
                } else {
                    rules.add(new RetentionRule.EmptyColumns(table, names, retention.anchor(), retention.period()));
                }
            });
        });
        return new RetentionPlan(List.copyOf(rules), goWithAnother);
    }

    /** The retention at which the row goes; none where it goes with another row. */
    private static Optional<Retention> longest(String table, Set<Retention> retentions, Set<String> columns) {
        List<Retention> timed = retentions.stream()
                .filter(retention -> columns.contains(table + "." + retention.anchor()))
                .sorted(Comparator.comparing(Retention::period))
                .toList();
        if (timed.size() < retentions.size() || timed.isEmpty()) {
            return Optional.empty();
        }
        Retention last = timed.getLast();
        if (timed.stream().anyMatch(other -> !other.anchor().equals(last.anchor()))) {
            throw new IllegalArgumentException("the retentions of table " + table
                    + " run from several columns, so that nobody can say which is the longest");
        }
        return Optional.of(last);
    }

    /** Whether something that is no column, and was declared with this retention, goes when some rule's rows go. */
    boolean covers(Retention retention) {
        return rules.stream()
                .anyMatch(rule -> rule.anchor().equals(retention.anchor())
                        && rule.period().equals(retention.period())
                        && rule instanceof RetentionRule.DeleteRows);
    }

    /** For how long rows of a table are kept. */
    Duration period(String table) {
        return rules.stream()
                .filter(rule -> rule.table().equals(table) && rule instanceof RetentionRule.DeleteRows)
                .map(RetentionRule::period)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing deletes rows of table " + table));
    }
}
