package org.openaisle.platform.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.TenantId;
import tools.jackson.databind.JsonNode;

/**
 * A setting as the interface shows it.
 *
 * @param value what holds
 * @param usual what would hold if nobody had set anything
 * @param setFor {@code store}, {@code retailer} or {@code nobody}
 */
record SettingView(String name, @Nullable JsonNode value, JsonNode usual, String setFor) {
    static List<SettingView> of(Settings settings, TenantId tenant, @Nullable UUID store) {
        Map<Setting, JsonNode> values = settings.effective(tenant, store);
        Map<Setting, JsonNode> retailer = settings.set(tenant, null);
        Map<Setting, JsonNode> own = store == null ? Map.of() : settings.set(tenant, store);
        return Arrays.stream(Setting.values())
                .map(setting -> new SettingView(
                        setting.id(),
                        values.get(setting),
                        setting.usual(),
                        own.containsKey(setting) ? "store" : retailer.containsKey(setting) ? "retailer" : "nobody"))
                .toList();
    }
}
