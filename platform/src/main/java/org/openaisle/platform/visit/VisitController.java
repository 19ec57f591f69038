package org.openaisle.platform.visit;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.privacy.AccessLog;
import org.openaisle.platform.privacy.Action;
import org.openaisle.platform.privacy.Actor;
import org.openaisle.platform.privacy.Reason;
import org.openaisle.platform.purpose.Purpose;
import org.openaisle.platform.visit.VisitReader.CartView;
import org.openaisle.platform.visit.VisitReader.VisitView;
import org.openaisle.platform.web.Allowed;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.openaisle.platform.web.StaffRole;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Visits and their carts, for those who work in the store. Who sees what of them is what the catalogue of purposes says. */
@RestController
class VisitController {
    private static final String VISITS = "/api/v1/stores/{store}/visits";
    private static final String CART = VISITS + "/{visit}/cart";

    private final VisitReader reader;
    private final CartStreams streams;
    private final AccessLog access;

    VisitController(VisitReader reader, CartStreams streams, AccessLog access) {
        this.reader = reader;
        this.streams = streams;
        this.access = access;
    }

    /** Reads what is personal, and writes down who has looked, at which thing. */
    private <T> T read(StaffCaller caller, String kind, UUID id, Supplier<T> reading) {
        Reason reason = new Reason(Actor.of(caller), Purpose.OPERATIONS, Action.READ, kind, id.toString());
        return access.call(caller.tenant(), reason, reading);
    }

    /** The newest first. */
    @GetMapping(VISITS)
    @Allowed(staff = {StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER})
    Page<VisitView> visits(
            @PathVariable UUID store,
            StaffCaller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        VisitState wanted = state(state);
        UUID last = Page.id(after);
        int most = Page.limit(limit);
        List<VisitView> rows =
                read(caller, "visits of store", store, () -> reader.visits(caller.tenant(), store, wanted, last, most));
        return Page.of(rows.stream().map(visit -> shown(visit, caller)).toList(), limit, VisitView::id);
    }

    private static @Nullable VisitState state(@Nullable String id) {
        if (id == null) {
            return null;
        }
        return Arrays.stream(VisitState.values())
                .filter(state -> state.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.badRequest("state must be one of "
                        + Arrays.stream(VisitState.values()).map(VisitState::id).toList() + "."));
    }

    /** With its receipt, for reviewers. */
    @GetMapping(VISITS + "/{visit}")
    @Allowed(staff = {StaffRole.MANAGER, StaffRole.ASSOCIATE, StaffRole.REVIEWER})
    VisitView visit(@PathVariable UUID store, @PathVariable UUID visit, StaffCaller caller) {
        return shown(
                read(caller, "visit", visit, () -> reader.visit(caller.tenant(), store, visit))
                        .orElseThrow(() -> Refused.notFound("visit")),
                caller);
    }

    private static VisitView shown(VisitView visit, StaffCaller caller) {
        boolean reviewer = caller.role() == StaffRole.REVIEWER;
        boolean associate = caller.role() == StaffRole.ASSOCIATE;
        return visit.with(reviewer || associate ? visit.token() : null, reviewer ? visit.lines() : null);
    }

    /** As it is now. */
    @GetMapping(path = CART, produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(staff = StaffRole.ASSOCIATE)
    CartView cart(@PathVariable UUID store, @PathVariable UUID visit, StaffCaller caller) {
        return readCart(store, visit, caller);
    }

    private CartView readCart(UUID store, UUID visit, StaffCaller caller) {
        return read(caller, "visit", visit, () -> reader.cart(caller.tenant(), store, visit, null))
                .orElseThrow(() -> Refused.notFound("visit"));
    }

    /** As it is now, then every change of it until the visit ends. */
    @GetMapping(path = CART, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(staff = StaffRole.ASSOCIATE)
    ResponseEntity<SseEmitter> stream(
            @PathVariable UUID store,
            @PathVariable UUID visit,
            StaffCaller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        CartView cart = readCart(store, visit, caller);
        Long seen = CartStreams.revision(last, cart.revision());
        if (seen != null
                && seen == cart.revision()
                && !VisitState.of(cart.state()).isOpen()) {
            // Tells a browser that it need not come again: nothing will change.
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(streams.open(caller, store, visit, seen));
    }
}
