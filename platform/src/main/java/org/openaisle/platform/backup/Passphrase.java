package org.openaisle.platform.backup;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.folder.StartRefused;
import picocli.CommandLine.Option;

/** The passphrase of the keys' file: from a file, the environment or a terminal, never from the command line, which others can see. */
final class Passphrase {
    private static final String VARIABLE = "OPENAISLE_BACKUP_PASSPHRASE";

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "file whose first line is the passphrase for the keys (default: " + VARIABLE
                    + " in the environment, else asked for)")
    private @Nullable Path file;

    char[] read() throws IOException {
        if (file != null && !Files.exists(file)) {
            throw new StartRefused("there is no file " + file + " with a passphrase in it.");
        }
        if (file != null) {
            return Files.readAllLines(file).stream().findFirst().orElse("").toCharArray();
        }
        String variable = System.getenv(VARIABLE);
        if (variable != null) {
            return variable.toCharArray();
        }
        Console console = System.console();
        char[] typed =
                console != null && console.isTerminal() ? console.readPassword("Passphrase for the keys: ") : null;
        if (typed == null) {
            throw new StartRefused("a passphrase for the keys is needed: name a file with --passphrase-file, or set "
                    + VARIABLE + ".");
        }
        return typed;
    }
}
