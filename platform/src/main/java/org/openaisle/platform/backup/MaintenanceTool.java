package org.openaisle.platform.backup;

import java.io.PrintWriter;
import java.util.spi.ToolProvider;
import org.openaisle.platform.folder.StartRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The commands that look after a platform: {@code backup}, {@code restore}, {@code keys}. A tool of the JDK's kind, as the platform itself is;
 * the first argument says which command.
 */
public final class MaintenanceTool implements ToolProvider {
    private static final int FAILED = 1;
    private static final int BAD = 2;

    @Command(
            name = "openaisle",
            subcommands = {BackupCommand.class, RestoreCommand.class, KeysCommand.class})
    static final class Commands {}

    @Override
    public String name() {
        return "openaisle-maintenance";
    }

    /** Returns 0 when it was done, 1 when it failed, 2 when whoever called it can help that; the message says how. */
    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Commands());
        line.setOut(out).setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((e, args) -> badUse(e, err));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
        return line.execute(arguments);
    }

    private static int badUse(ParameterException e, PrintWriter err) {
        err.println("openaisle: " + e.getMessage());
        err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return BAD;
    }

    private static int failed(Exception e, PrintWriter err) {
        if (e instanceof StartRefused) {
            err.println("openaisle: " + e.getMessage());
            return BAD;
        }
        err.println("openaisle: it failed. Please report it with what follows.");
        e.printStackTrace(err);
        return FAILED;
    }
}
