package org.openaisle.platform.visit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.web.Refused;

/** The version of what store nodes and platform say to each other; docs/events.md describes it. */
final class Protocol {
    static final String HEADER = "OpenAisle-Protocol";
    static final String VERSION = "1";

    private static final List<String> UNDERSTOOD = List.of(VERSION);

    private Protocol() {}

    /** Refused when the caller speaks another version, or does not say which. */
    static void check(@Nullable String version) {
        if (version == null || !UNDERSTOOD.contains(version)) {
            throw Refused.badRequest("The header " + HEADER
                            + (version == null ? " is missing" : " names a version that is not understood here")
                            + ". This platform understands " + String.join(", ", UNDERSTOOD)
                            + "; a newer store node needs a newer platform.")
                    .with("understood", UNDERSTOOD);
        }
    }
}
