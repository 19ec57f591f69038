package org.openaisle.platform.privacy;

import java.util.UUID;
import org.openaisle.platform.web.Caller;

/** Who looks at personal data. */
public sealed interface Actor {
    /** As the record writes it. */
    String kind();

    /** As the record writes it; no name. */
    String id();

    /** Who has called. */
    static Actor of(Caller caller) {
        return switch (caller) {
            case Caller.StaffCaller staff -> new Staff(staff.staff());
            case Caller.DeviceCaller device -> new Device(device.device());
        };
    }

    /** Somebody who works for the retailer. */
    record Staff(UUID staff) implements Actor {
        @Override
        public String kind() {
            return "staff";
        }

        @Override
        public String id() {
            return staff.toString();
        }
    }

    /** A machine of a store. */
    record Device(UUID device) implements Actor {
        @Override
        public String kind() {
            return "device";
        }

        @Override
        public String id() {
            return device.toString();
        }
    }

    /** The person themselves. */
    record Shopper(String id) implements Actor {
        @Override
        public String kind() {
            return "shopper";
        }
    }

    /** A part of the platform that works by itself. */
    record Part(String id) implements Actor {
        @Override
        public String kind() {
            return "system";
        }
    }
}
