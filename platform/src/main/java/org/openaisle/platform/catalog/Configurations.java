package org.openaisle.platform.catalog;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.openaisle.platform.catalog.ConfigurationVersions.Version;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import tools.jackson.databind.json.JsonMapper;

/**
 * What devices of a store fetch. Whoever asks gets what holds now; when that differs from what was given last, it becomes a new version, and
 * all versions stay. Of the part {@code entry} only number and tag stay: it names people who are not let in, for no longer than they are.
 */
final class Configurations {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Transactions transactions;
    private final ConfigurationVersions versions;
    private final SortedMap<String, ConfigurationPart> parts = new TreeMap<>();

    Configurations(Transactions transactions, ConfigurationVersions versions, List<ConfigurationPart> parts) {
        this.transactions = transactions;
        this.versions = versions;
        parts.forEach(part -> this.parts.put(part.name(), part));
    }

    boolean has(String part) {
        return part.equals(Layouts.PART) || parts.containsKey(part);
    }

    /** What holds now; empty for a layout that nobody has set. */
    Optional<Version> current(TenantId tenant, UUID store, String name) {
        return in(tenant, () -> {
            ConfigurationPart part = parts.get(name);
            return part == null
                    ? versions.newest(store, name)
                    : Optional.of(versions.version(store, name, JSON.writeValueAsBytes(part.content(tenant, store))));
        });
    }

    /** A version as it was given out. */
    Optional<Version> find(TenantId tenant, UUID store, String part, long number) {
        return in(tenant, () -> versions.find(store, part, number));
    }

    /** The newest versions, without what is in them. */
    List<Version> list(TenantId tenant, UUID store, String part, int limit) {
        return in(tenant, () -> versions.list(store, part, limit));
    }

    private <T> T in(TenantId tenant, Supplier<T> work) {
        return transactions.call(Access.to(tenant, Purpose.OPERATIONS), work);
    }
}
