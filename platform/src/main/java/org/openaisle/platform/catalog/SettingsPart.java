package org.openaisle.platform.catalog;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.openaisle.platform.database.TenantId;
import tools.jackson.databind.JsonNode;

/** All settings as they hold in a store, by name. */
record SettingsPart(Settings settings) implements ConfigurationPart {
    @Override
    public String name() {
        return "settings";
    }

    @Override
    public SortedMap<String, JsonNode> content(TenantId tenant, UUID store) {
        SortedMap<String, JsonNode> values = new TreeMap<>();
        settings.effective(tenant, store).forEach((setting, value) -> values.put(setting.id(), value));
        return values;
    }
}
