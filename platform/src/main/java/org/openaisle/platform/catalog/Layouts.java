package org.openaisle.platform.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.purpose.Purpose;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A store's layout: {@code store.json} of the contract without its planogram. Only what the platform itself relies on is checked here; the
 * store node reads all of it strictly, and says what is wrong.
 */
final class Layouts {
    private static final List<String> ARRAYS = List.of("floor", "gates", "fixtures", "cameras");

    static final String PART = "layout";

    private final Transactions transactions;
    private final ConfigurationVersions versions;

    Layouts(Transactions transactions, ConfigurationVersions versions) {
        this.transactions = transactions;
        this.versions = versions;
    }

    /**
     * Sets it.
     *
     * @return what is wrong, all of it; empty when it was done
     */
    List<Fault> set(TenantId tenant, UUID store, JsonNode layout) {
        List<Fault> faults = new ArrayList<>();
        for (String name : ARRAYS) {
            if (!layout.path(name).isArray()) {
                faults.add(new Fault(null, name, "must be an array"));
            }
        }
        if (layout.has("planogram")) {
            faults.add(new Fault(null, "planogram", "is set by itself, under the store's planogram"));
        }
        Set<String> seen = new HashSet<>();
        for (JsonNode plate : plates(layout)) {
            String id = plate.path("plateId").asString("");
            if (id.isEmpty() || !seen.add(id)) {
                faults.add(new Fault(null, "fixtures", "plate \"" + id + "\" needs an id that no other has"));
            }
        }
        if (faults.isEmpty()) {
            byte[] content = layout.toString().getBytes(UTF_8);
            transactions.run(access(tenant), () -> versions.version(store, PART, content));
        }
        return faults;
    }

    /** The ids of the plates; empty when there is no layout. */
    Set<String> plates(TenantId tenant, UUID store) {
        Set<String> ids = new TreeSet<>();
        transactions.call(access(tenant), () -> versions.newest(store, PART)).ifPresent(version -> {
            byte[] content = version.content();
            if (content != null) {
                plates(JsonMapper.shared().readTree(content))
                        .forEach(plate -> ids.add(plate.path("plateId").asString("")));
            }
        });
        return ids;
    }

    private static Access access(TenantId tenant) {
        return Access.to(tenant, Purpose.OPERATIONS);
    }

    private static List<JsonNode> plates(JsonNode layout) {
        List<JsonNode> plates = new ArrayList<>();
        for (JsonNode fixture : layout.path("fixtures")) {
            for (JsonNode shelf : fixture.path("shelves")) {
                shelf.path("plates").forEach(plates::add);
            }
        }
        return plates;
    }
}
