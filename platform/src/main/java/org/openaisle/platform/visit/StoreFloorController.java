package org.openaisle.platform.visit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.visit.AlertDesk.AlertView;
import org.openaisle.platform.visit.VisitReader.SensorView;
import org.openaisle.platform.visit.VisitReader.StockView;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.StaffRole;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What needs somebody in the store: alerts, stock, sensors. */
@RestController
class StoreFloorController {
    private static final String STORE = "/api/v1/stores/{store}";

    private final VisitReader reader;
    private final AlertDesk desk;

    StoreFloorController(VisitReader reader, AlertDesk desk) {
        this.reader = reader;
        this.desk = desk;
    }

    /** The newest first. */
    @GetMapping(STORE + "/alerts")
    @Allowed(staff = {StaffRole.MANAGER, StaffRole.ASSOCIATE})
    Page<AlertView> alerts(
            @PathVariable UUID store,
            StaffCaller caller,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return Page.of(
                desk.alerts(caller.tenant(), store, open, Page.id(after), Page.limit(limit)), limit, AlertView::id);
    }

    /** Somebody goes and looks. */
    @PostMapping(STORE + "/alerts/{alert}/acknowledge")
    @Allowed(staff = {StaffRole.MANAGER, StaffRole.ASSOCIATE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acknowledge(@PathVariable UUID store, @PathVariable UUID alert, StaffCaller caller) {
        if (!desk.acknowledge(caller.tenant(), store, alert, caller.staff())) {
            throw Refused.notFound("alert");
        }
    }

    /** It is done. */
    @PostMapping(STORE + "/alerts/{alert}/close")
    @Allowed(staff = {StaffRole.MANAGER, StaffRole.ASSOCIATE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable UUID store, @PathVariable UUID alert, StaffCaller caller) {
        if (!desk.close(caller.tenant(), store, alert, caller.staff())) {
            throw Refused.notFound("alert");
        }
    }

    /** By plate and product. */
    @GetMapping(STORE + "/stock")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE})
    Page<StockView> stock(
            @PathVariable UUID store,
            StaffCaller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        return Page.of(
                reader.stock(caller.tenant(), store, Page.key(after), Page.limit(limit)),
                limit,
                row -> row.plate() + " " + row.gtin());
    }

    /** By sensor; those of which nothing was told are not known. */
    @GetMapping(STORE + "/sensors")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE})
    Page<SensorView> sensors(
            @PathVariable UUID store,
            StaffCaller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        return Page.of(
                reader.sensors(caller.tenant(), store, Page.key(after), Page.limit(limit)), limit, SensorView::sensor);
    }
}
