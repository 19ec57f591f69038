package org.openaisle.platform.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openaisle.platform.folder.StartRefused;

/**
 * The address of an external server, taken apart: the user is the owner's, and the platform's own user goes to the same address.
 *
 * @param url without the user
 */
record ConnectionUrl(String url, String user) {
    private static final String PREFIX = "jdbc:postgresql:";

    /** Refused when it is not PostgreSQL's, names no user, or holds the password. */
    static ConnectionUrl of(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new StartRefused("openaisle.database.url must begin with " + PREFIX
                    + "//, for instance jdbc:postgresql://localhost/openaisle?user=owner");
        }
        int question = text.indexOf('?');
        String address = question < 0 ? text : text.substring(0, question);
        String user = "";
        List<String> others = new ArrayList<>();
        for (String parameter : question < 0
                ? List.<String>of()
                : List.of(text.substring(question + 1).split("&", -1))) {
            if (parameter.startsWith("user=")) {
                user = URLDecoder.decode(parameter.substring("user=".length()), StandardCharsets.UTF_8);
            } else if (parameter.startsWith("password=")) {
                throw new StartRefused(
                        "the password does not belong into openaisle.database.url, which logs and lists of processes"
                                + " show. Set OPENAISLE_DATABASE_PASSWORD in the environment.");
            } else if (!parameter.isEmpty()) {
                others.add(parameter);
            }
        }
        if (user.isEmpty()) {
            throw new StartRefused(
                    "openaisle.database.url names no user. Add ?user=NAME, of the one who owns the database.");
        }
        return new ConnectionUrl(quiet(address, others), user);
    }

    /** With the server's details of errors left out of exceptions: they quote rows. */
    private static String quiet(String address, List<String> parameters) {
        List<String> all = new ArrayList<>(parameters);
        all.add("logServerErrorDetail=false");
        return address + "?" + String.join("&", all);
    }

    /** The address of a server on this machine. */
    static String local(int port, String database) {
        return quiet(PREFIX + "//localhost:" + port + "/" + database, List.of());
    }
}
