package org.openaisle.platform.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Maintenance;
import org.openaisle.platform.folder.StartRefused;
import org.openaisle.platform.keys.KeyMaintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code openaisle restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a backup into a folder that has no platform yet (or, with --database, an empty database), and the keys"
                    + " beside it. All of it, or nothing; then start with serve."
        },
        footer = {
            "",
            "Example:",
            "  openaisle restore --from /backup/monday.zip --data /srv/openaisle --passphrase-file /etc/openaisle/passphrase"
        })
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Place place;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Passphrase passphrase;

    @Option(names = "--from", paramLabel = "FILE", required = true, description = "the backup")
    @SuppressWarnings("NullAway.Init")
    private Path from;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "the keys of the backup (default: FILE.keys beside it)")
    private @Nullable Path keys;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path keysFile = keys == null ? BackupCommand.keysBeside(from) : keys;
        if (!Files.exists(from)) {
            throw new StartRefused("there is no file " + from + ".");
        }
        if (!Files.exists(keysFile)) {
            throw new StartRefused("the keys of the backup are missing: there is no file " + keysFile
                    + ". Without them nothing that is sealed in it can be opened. Name them with --keys.");
        }
        Path folder = place.folder();
        if (Files.exists(folder.resolve("keys")) || Files.exists(folder.resolve("postgres"))) {
            throw new StartRefused("the folder " + folder.toAbsolutePath()
                    + " has a platform already. Name another one with --data, or move this one away.");
        }
        // All that can be wrong with the files is found before anything is made.
        try (Restore backup = Restore.open(from)) {
            SortedMap<String, byte[]> files = KeyArchive.read(keysFile, passphrase.read());
            try (KeyMaintenance keyMaintenance = KeyMaintenance.of(folder);
                    Maintenance database = place.alone()) {
                backup.into(database);
                keyMaintenance.place(files);
                keyMaintenance.refuseUnlessAllOpens(database);
            }
            spec.commandLine()
                    .getOut()
                    .println("openaisle: " + backup.manifest().tables().size() + " tables as they were at "
                            + backup.manifest().createdAt() + " are in " + (place.external() ? "the database" : folder)
                            + ". Start it with: openaisle serve --data " + folder);
        }
        return 0;
    }
}
