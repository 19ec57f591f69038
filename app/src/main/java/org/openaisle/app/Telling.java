package org.openaisle.app;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.openaisle.app.tell.Delivery;
import org.openaisle.app.tell.DeviceFile;
import org.openaisle.app.tell.EngineEvents;
import org.openaisle.app.tell.Platform;
import org.openaisle.model.Observation;
import org.openaisle.model.Output;

/** What a replay tells a platform; nothing at all where that was not asked for. */
final class Telling implements AutoCloseable {
    private final @Nullable Platform platform;
    private final @Nullable Delivery delivery;
    private final @Nullable EngineEvents events;
    private final long began = System.nanoTime();

    Telling(@Nullable Platform platform, @Nullable Delivery delivery, @Nullable EngineEvents events) {
        this.platform = platform;
        this.delivery = delivery;
        this.events = events;
    }

    static EngineEvents events(DeviceFile device, String run, Delivery delivery) {
        return new EngineEvents(device.device(), run, delivery::add);
    }

    void observed(Observation observation) {
        if (events != null) {
            events.note(observation);
        }
    }

    void accept(Output output) {
        if (events != null) {
            events.tell(output);
        }
    }

    /** Waits until all is delivered and says so; false when the platform refused some of it. */
    boolean finish(PrintWriter out) {
        if (delivery == null || events == null) {
            return true;
        }
        delivery.finish();
        out.println("  " + delivery.summary((System.nanoTime() - began) / 1e9));
        if (events.cartsOfNobody() > 0) {
            out.println("  not told: " + events.cartsOfNobody()
                    + " changes of carts of people without a scan, whose receipts tell");
        }
        return delivery.refused() == 0;
    }

    @Override
    public void close() {
        if (delivery != null) {
            delivery.close();
        }
        if (platform != null) {
            platform.close();
        }
    }
}
