package org.openaisle.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names by which browsers reach the platform. A passkey belongs to one of them; to an address of numbers it cannot belong. */
public record SiteNames(Set<String> names) {
    /** A name, and no address. */
    private static final Pattern NAME = Pattern.compile("(?=.*[a-z])[a-z0-9-]+(\\.[a-z0-9-]+)*");

    public SiteNames {
        names = Set.copyOf(names);
    }

    /** Localhost, what this machine is called, also in the way that phones find it (RFC 6762), and these. */
    static SiteNames ofThisMachine(Set<String> others) {
        Set<String> all = new TreeSet<>();
        all.add("localhost");
        others.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
        try {
            String host = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            if (NAME.matcher(host).matches()) {
                all.add(host);
                if (host.indexOf('.') < 0 && !host.equals("localhost")) {
                    all.add(host + ".local");
                }
            }
        } catch (UnknownHostException e) {
            // A machine without a name is reached by those that its operator gives it.
        }
        return new SiteNames(all);
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
