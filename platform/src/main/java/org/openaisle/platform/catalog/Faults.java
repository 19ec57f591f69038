package org.openaisle.platform.catalog;

import java.util.List;
import org.openaisle.platform.web.Refused;

/** Faults as an answer. */
final class Faults {
    /** As many as somebody can do something about at once; how many there are is said too. */
    static final int SHOWN = 1000;

    private Faults() {}

    /** Refuses with 422 when there are any. */
    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Refused.unprocessable("Nothing was changed: " + faults.size()
                            + (faults.size() == 1 ? " value is" : " values are") + " wrong.")
                    .with("faultCount", faults.size())
                    .with("faults", faults.subList(0, Math.min(SHOWN, faults.size())));
        }
    }
}
