package org.openaisle.platform.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;

/** Takes products and prices from a file: all of it, or only what is right when that is wanted, or nothing and only says what is wrong. */
final class ProductImport {
    /** How much of a file is taken. */
    enum Extent {
        /** All or nothing. */
        ALL,
        /** The lines that are right. */
        GOOD_LINES,
        /** Nothing: only look. */
        NONE
    }

    /**
     * What came of it.
     *
     * @param lines that were read and are right in themselves
     * @param faults all of them
     * @param taken how many lines were written
     */
    record Result(int lines, int taken, List<Fault> faults) {}

    private final Transactions transactions;
    private final Products products;

    ProductImport(Transactions transactions, Products products) {
        this.transactions = transactions;
        this.products = products;
    }

    Result take(TenantId tenant, ProductFile.Content file, Extent extent) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), () -> {
            products.lock();
            ImportCheck.Known known = products.known();
            List<Fault> faults = new ArrayList<>(file.faults());
            faults.addAll(ImportCheck.check(file.rows(), known));
            List<ProductRow> taken = switch (extent) {
                case NONE -> List.of();
                case ALL -> faults.isEmpty() ? file.rows() : List.of();
                case GOOD_LINES -> good(file.rows(), known, faults);
            };
            products.write(taken);
            return new Result(file.rows().size(), taken.size(), inOrder(faults));
        });
    }

    /** Without the lines that have faults, others may have faults: a price whose product is gone. Until there are none. */
    private static List<ProductRow> good(List<ProductRow> rows, ImportCheck.Known known, List<Fault> faults) {
        List<ProductRow> rest = rows;
        List<Fault> found = faults;
        while (true) {
            Set<Long> bad = new HashSet<>();
            found.stream().map(Fault::line).filter(Objects::nonNull).forEach(bad::add);
            List<ProductRow> left =
                    rest.stream().filter(row -> !bad.contains(row.line())).toList();
            if (left.size() == rest.size()) {
                return rest;
            }
            rest = left;
            found = ImportCheck.check(rest, known);
            faults.addAll(found);
        }
    }

    private static List<Fault> inOrder(List<Fault> faults) {
        return faults.stream()
                .distinct()
                .sorted((a, b) -> Long.compare(line(a), line(b)))
                .toList();
    }

    private static long line(Fault fault) {
        Long line = fault.line();
        return line == null ? 0 : line;
    }
}
