package org.openaisle.platform.visit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.visit.VisitReader.CartView;
import org.openaisle.platform.web.Caller.StaffCaller;
import org.openaisle.platform.web.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Live carts as server-sent events. A stream reads from the database what has changed since the revision that it told last: when this process
 * wrote something (the bell), and every now and then, in case that another one did. So nothing is lost between a snapshot and its changes, and
 * the browser's {@code Last-Event-ID} goes on where it was, in whichever process.
 */
final class CartStreams {
    private static final Logger LOG = LoggerFactory.getLogger(CartStreams.class);
    private static final int MOST_PER_CALLER = 8;

    private final VisitReader reader;
    private final VisitBell bell;
    private final StreamPace pace;
    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();
    private volatile boolean ending;

    CartStreams(VisitReader reader, VisitBell bell, StreamPace pace) {
        this.reader = reader;
        this.bell = bell;
        this.pace = pace;
    }

    /** The revision that a browser has seen; null when it has seen none, or one that was never told. */
    static @Nullable Long revision(@Nullable String lastEventId, long newest) {
        if (lastEventId == null || !lastEventId.matches("[0-9]{1,18}")) {
            return null;
        }
        long revision = Long.parseLong(lastEventId);
        return revision > newest || revision == 0 ? null : revision;
    }

    /** Opens a stream of a visit that there is. */
    SseEmitter open(StaffCaller caller, UUID store, UUID visit, @Nullable Long seen) {
        int count = open.merge(caller.staff(), 1, Integer::sum);
        if (count > MOST_PER_CALLER) {
            closed(caller);
            throw Refused.tooMany(
                    "One person may watch " + MOST_PER_CALLER + " carts at a time. Close one first.",
                    Duration.ofSeconds(10));
        }
        // The stream's own end comes first; this is for when it hangs.
        SseEmitter emitter =
                new SseEmitter(pace.longest().plus(Duration.ofMinutes(1)).toMillis());
        Thread.ofVirtual().name("cart-stream").start(() -> {
            try {
                run(emitter, caller, store, visit, seen);
                emitter.complete();
            } catch (IOException | IllegalStateException e) {
                // Nobody listens any more.
                LOG.debug("a stream ended: {}", e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                emitter.complete();
            } catch (DataAccessException e) {
                // The browser comes again and goes on where it was.
                LOG.warn("a stream of a cart ends, since the database does not answer: {}", e.toString());
                emitter.complete();
            } finally {
                closed(caller);
            }
        });
        return emitter;
    }

    /** The platform stops, and would wait for streams: they end, and browsers come again when it is back. */
    @EventListener(ContextClosedEvent.class)
    public void end() {
        ending = true;
        bell.ringAll();
    }

    private void closed(StaffCaller caller) {
        open.computeIfPresent(caller.staff(), (staff, count) -> count == 1 ? null : count - 1);
    }

    private void run(SseEmitter emitter, StaffCaller caller, UUID store, UUID visit, @Nullable Long seen)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(pace.longest());
        Instant heartbeat = Instant.now().plus(pace.heartbeat());
        Long told = seen;
        try (VisitBell.Watching watching = bell.watch(visit)) {
            while (!ending && Instant.now().isBefore(end)) {
                CartView cart = reader.cart(caller.tenant(), store, visit, told).orElse(null);
                if (cart == null) {
                    return;
                }
                if (told == null || cart.revision() > told) {
                    send(emitter, told == null ? "cart" : "change", cart);
                    told = cart.revision();
                    heartbeat = Instant.now().plus(pace.heartbeat());
                }
                if (!VisitState.of(cart.state()).isOpen()) {
                    send(emitter, "end", cart);
                    return;
                }
                if (!Instant.now().isBefore(heartbeat)) {
                    emitter.send(SseEmitter.event().comment("still here"));
                    heartbeat = Instant.now().plus(pace.heartbeat());
                }
                watching.await(pace.look());
            }
        }
    }

    private static void send(SseEmitter emitter, String name, CartView cart) throws IOException {
        emitter.send(SseEmitter.event()
                .name(name)
                .id(Long.toString(cart.revision()))
                .data(cart, MediaType.APPLICATION_JSON));
    }
}
