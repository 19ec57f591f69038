package org.openaisle.platform.catalog;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.StaffRole;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The retailer's promotions. */
@RestController
class PromotionController {
    private final Promotions promotions;
    private final Clock clock;

    PromotionController(Promotions promotions, Clock clock) {
        this.promotions = promotions;
        this.clock = clock;
    }

    /** A promotion as it comes, where anything may be missing. */
    record Given(
            @Nullable UUID store,
            @Nullable String name,
            Promotions.@Nullable Kind kind,
            @Nullable BigDecimal percentOff,
            @Nullable Long amountOffMinor,
            @Nullable Integer unitsTaken,
            @Nullable Integer unitsPaid,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable List<@Nullable String> products) {}

    /** Those that have not ended. */
    @GetMapping("/api/v1/promotions")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER})
    List<Promotions.Promotion> all(StaffCaller caller) {
        return promotions.list(caller.tenant(), clock.instant());
    }

    /** Adds it under an id of the caller's, or puts it in the place of the one there. */
    @PutMapping("/api/v1/promotions/{promotion}")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    Promotions.Promotion put(StaffCaller caller, @PathVariable UUID promotion, @RequestBody Given given) {
        String name = given.name();
        Promotions.Kind kind = given.kind();
        Instant startsAt = given.startsAt();
        if (name == null || kind == null || startsAt == null) {
            throw Refused.unprocessable("name, kind and startsAt must be given.");
        }
        List<@Nullable String> products = given.products() == null ? List.of() : given.products();
        List<String> gtins = new ArrayList<>();
        products.forEach(gtin -> gtins.add(Objects.requireNonNullElse(gtin, "")));
        Promotions.Promotion checked = new Promotions.Promotion(
                promotion,
                given.store(),
                name,
                kind,
                given.percentOff(),
                given.amountOffMinor(),
                given.unitsTaken(),
                given.unitsPaid(),
                startsAt,
                given.endsAt(),
                gtins);
        Faults.refuse(promotions.put(caller.tenant(), checked));
        return checked;
    }

    @DeleteMapping("/api/v1/promotions/{promotion}")
    @Allowed(staff = {StaffRole.OWNER, StaffRole.MANAGER})
    ResponseEntity<Void> delete(StaffCaller caller, @PathVariable UUID promotion) {
        if (!promotions.delete(caller.tenant(), promotion)) {
            throw Refused.notFound("promotion");
        }
        return ResponseEntity.noContent().build();
    }
}
