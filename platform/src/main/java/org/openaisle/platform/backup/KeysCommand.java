package org.openaisle.platform.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openaisle.platform.database.Maintenance;
import org.openaisle.platform.keys.KeyMaintenance;
import org.openaisle.platform.keys.KeyUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code openaisle keys}. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Looks after the keys under which fields are sealed.")
final class KeysCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which command? One of " + spec.subcommands().keySet());
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Replaces key-encryption keys, and wraps all data keys by the new ones. The platform may run meanwhile.",
                "",
                "Afterwards older backups of the keys do not open newer backups of the database: take a new backup."
            })
    int rotate(
            @Mixin Place place,
            @Option(
                            names = "--use",
                            paramLabel = "USE",
                            description = "only for these: ${COMPLETION-CANDIDATES} (default: all)")
                    @Nullable
                    List<KeyUse> uses) {
        List<KeyUse> chosen = uses == null || uses.isEmpty() ? List.of(KeyUse.values()) : uses;
        try (KeyMaintenance keys = KeyMaintenance.of(place.folder());
                Maintenance database = place.beside()) {
            keys.rotate(database, chosen);
        }
        spec.commandLine().getOut().println("openaisle: replaced the keys for " + chosen + ". Take a new backup.");
        return 0;
    }
}
