package org.openaisle.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of another process. */
final class Memory {
    private static final String RESIDENT = "VmRSS:";

    private Memory() {}

    /** What a process holds in memory; -1 where the system does not tell in Linux's way. */
    static long residentMebibytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith(RESIDENT)) {
                    String kibibytes =
                            line.substring(RESIDENT.length()).replace("kB", "").strip();
                    return Long.parseLong(kibibytes) >> 10;
                }
            }
        } catch (IOException e) {
            return -1;
        }
        return -1;
    }
}
