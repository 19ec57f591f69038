package org.openaisle.platform.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.StaffRole;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How a store is set up: layout, planogram and settings. */
@RestController
class StoreSetupController {
    private static final int LAYOUT_BYTES = 16 << 20;
    private static final int PLANOGRAM_BYTES = 8 << 20;

    private final Layouts layouts;
    private final Planograms planograms;
    private final Settings settings;

    StoreSetupController(Layouts layouts, Planograms planograms, Settings settings) {
        this.layouts = layouts;
        this.planograms = planograms;
        this.settings = settings;
    }

    /** {@code store.json} of the contract, without the planogram. */
    @PutMapping("/api/v1/stores/{store}/layout")
    @Allowed(
            staff = {StaffRole.OWNER, StaffRole.MANAGER},
            bodyBytes = LAYOUT_BYTES)
    void setLayout(StaffCaller caller, @PathVariable UUID store, @RequestBody JsonNode layout) {
        Faults.refuse(layouts.set(caller.tenant(), store, layout));
    }

    /** A row as it comes, where anything may be missing. */
    record GivenRow(
            @Nullable String plateId,
            @Nullable String gtin,
            @Nullable Integer quantity) {}

    /** A planogram as it comes. */
    record Given(@Nullable List<@Nullable GivenRow> planogram) {}

    @GetMapping("/api/v1/stores/{store}/planogram")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER})
    Planograms.Content planogram(StaffCaller caller, @PathVariable UUID store) {
        return planograms.content(caller.tenant(), store);
    }

    /** Puts a whole planogram in the place of the one that is there. */
    @PutMapping("/api/v1/stores/{store}/planogram")
    @Allowed(
            staff = {StaffRole.OWNER, StaffRole.MANAGER},
            bodyBytes = PLANOGRAM_BYTES)
    Planograms.Content setPlanogram(StaffCaller caller, @PathVariable UUID store, @RequestBody Given given) {
        List<@Nullable GivenRow> rows = given.planogram();
        if (rows == null) {
            throw Refused.unprocessable("planogram must be given: an array of rows, empty for no goods at all.");
        }
        List<Planograms.Row> checked = new ArrayList<>();
        for (GivenRow row : rows) {
            checked.add(
                    row == null
                            ? new Planograms.Row("", "", null)
                            : new Planograms.Row(orEmpty(row.plateId()), orEmpty(row.gtin()), row.quantity()));
        }
        Faults.refuse(planograms.replace(caller.tenant(), store, checked));
        return planograms.content(caller.tenant(), store);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What holds in all stores that have set nothing. */
    @GetMapping("/api/v1/settings")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.AUDITOR})
    List<SettingView> all(StaffCaller caller) {
        return SettingView.of(settings, caller.tenant(), null);
    }

    /** Changes what is named for all stores; null takes it back. */
    @PutMapping("/api/v1/settings")
    @Allowed(staff = StaffRole.OWNER)
    List<SettingView> change(StaffCaller caller, @RequestBody Map<String, @Nullable JsonNode> changes) {
        Faults.refuse(settings.change(caller.tenant(), null, changes));
        return SettingView.of(settings, caller.tenant(), null);
    }

    @GetMapping("/api/v1/stores/{store}/settings")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.AUDITOR})
    List<SettingView> ofStore(StaffCaller caller, @PathVariable UUID store) {
        return SettingView.of(settings, caller.tenant(), store);
    }

    /** Changes what is named for one store; null takes it back. */
    @PutMapping("/api/v1/stores/{store}/settings")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    List<SettingView> changeOfStore(
            StaffCaller caller, @PathVariable UUID store, @RequestBody Map<String, @Nullable JsonNode> changes) {
        Faults.refuse(settings.change(caller.tenant(), store, changes));
        return SettingView.of(settings, caller.tenant(), store);
    }
}
