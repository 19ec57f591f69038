package org.openaisle.platform;

import java.io.PrintWriter;

/** The platform as a process of its own. */
final class ServeProcess {
    private ServeProcess() {}

    public static void main(String[] args) {
        System.exit(new Serve().run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }
}
