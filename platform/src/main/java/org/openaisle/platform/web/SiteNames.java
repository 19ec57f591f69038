package org.openaisle.platform.web;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The names by which browsers reach the platform. A passkey belongs to one of them; to an address of numbers it cannot belong. */
public record SiteNames(Set<String> names) {
    public SiteNames {
        names = Set.copyOf(names);
    }

    /**
     * The name that a request was made to.
     *
     * @throws Refused when it is none of these
     */
    public String checked(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!names.contains(lower)) {
            throw Refused.unprocessable("Passkeys belong to a name. Open the platform as one of "
                    + String.join(", ", new TreeSet<>(names))
                    + ", or have the name that you use added to openaisle.names.");
        }
        return lower;
    }
}
