package org.openaisle.platform.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.openaisle.platform.database.Maintenance;
import org.openaisle.platform.folder.StartRefused;
import org.openaisle.platform.keys.KeyMaintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code openaisle backup}. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the whole database as it is at this moment into a file, and the keys, under a passphrase, into"
                    + " another one beside it. The platform may run meanwhile.",
            "",
            "Keep the two files and the passphrase apart: the first alone opens nothing that is sealed, and without the"
                    + " keys it stays so for ever."
        },
        footer = {
            "",
            "Example:",
            "  openaisle backup --to /backup/monday.zip --passphrase-file /etc/openaisle/passphrase"
        })
final class BackupCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Passphrase passphrase;

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "file to write; the keys get FILE.keys")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path keysFile = keysBeside(to);
        refuseToReplace(to);
        refuseToReplace(keysFile);
        char[] phrase = passphrase.read();
        Manifest manifest;
        // Held until the end, so that no key is replaced between the rows and the keys.
        try (KeyMaintenance keys = KeyMaintenance.of(place.folder());
                Maintenance database = place.beside()) {
            SortedMap<String, byte[]> files = keys.read();
            KeyArchive.write(keysFile, files, phrase);
            manifest = Backup.write(database, to, Instant.now());
        }
        long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        spec.commandLine()
                .getOut()
                .println("openaisle: " + rows + " rows of " + manifest.tables().size() + " tables are in " + to
                        + ", the keys in " + keysFile);
        return 0;
    }

    static Path keysBeside(Path file) {
        return file.resolveSibling(file.getFileName() + ".keys");
    }

    private static void refuseToReplace(Path file) {
        if (Files.exists(file)) {
            throw new StartRefused(file + " is there already. Name another file with --to.");
        }
    }
}
