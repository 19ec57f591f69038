package org.openaisle.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The commands that look after a platform: handed over as they are to the platform, which knows their options. */
abstract class MaintenanceCommand implements Callable<Integer> {
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        ToolProvider platform = ToolProvider.findFirst("openaisle-maintenance")
                .orElseThrow(() -> new Refusal("the platform is not on the class path. Start it with ./openaisle "
                        + spec.name() + ", which builds it."));
        List<String> all = new ArrayList<>(List.of(spec.name()));
        all.addAll(arguments);
        return platform.run(spec.commandLine().getOut(), spec.commandLine().getErr(), all.toArray(String[]::new));
    }

    /** Makes a backup. */
    @Command(name = "backup", description = "Writes the platform's database and keys into files, while it runs.")
    static final class Backup extends MaintenanceCommand {}

    /** Puts one back. */
    @Command(name = "restore", description = "Puts a backup into a new folder.")
    static final class Restore extends MaintenanceCommand {}

    /** Looks after keys. */
    @Command(name = "keys", description = "Replaces the keys under which fields are sealed: keys rotate.")
    static final class Keys extends MaintenanceCommand {}
}
