package org.openaisle.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.openaisle.app.tell.TellRefused;
import org.openaisle.evaluation.Malformed;
import org.openaisle.recording.BadRecording;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@code openaisle COMMAND}. Exit codes: 0 good, 1 the work failed, 2 bad use or bad input. */
@Command(
        name = "openaisle",
        mixinStandardHelpOptions = true,
        versionProvider = OpenAisle.Version.class,
        description = {
            "Runs stores in which people take what they want and walk out with the right receipt.",
            "",
            "A recording is a folder with store.json, catalog.json and observations.ndjson(.zst), and where the truth is"
                    + " known also truth.json and truth-tracks.ndjson."
        },
        footer = {
            "",
            "Try:",
            "  openaisle replay samples/corner-shop",
            "  openaisle replay --help",
            "",
            "Exit codes: 0 good, 1 the work failed, 2 bad use or bad input."
        },
        subcommands = {
            ServeCommand.class,
            MaintenanceCommand.Backup.class,
            MaintenanceCommand.Restore.class,
            MaintenanceCommand.Keys.class,
            EnrolCommand.class,
            ReplayCommand.class,
            ScoreCommand.class,
            SimulateCommand.class,
            BudgetCommand.class,
            BenchCommand.class,
            EvaluateCommand.class,
            CampaignCommand.class
        })
public final class OpenAisle implements Runnable {
    private static final int FAILED = 1;
    private static final int BAD = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Ends the process with the command's exit code. */
    public static void main(String[] args) {
        CommandLine line = commandLine();
        line.setOut(writer(FileDescriptor.out)).setErr(writer(FileDescriptor.err));
        int code = line.execute(args);
        line.getOut().flush();
        line.getErr().flush();
        System.exit(code);
    }

    /** The commands, ready to be executed, by {@link #main} or by a test that sets its own writers. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new OpenAisle());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler(OpenAisle::badUse);
        line.setExecutionExceptionHandler(OpenAisle::failed);
        return line;
    }

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which command? One of " + spec.subcommands().keySet());
    }

    /** Texts are UTF-8 whatever the terminal's locale: names of products are. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int badUse(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        line.getErr().println("openaisle: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, line.getErr());
        line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
        return BAD;
    }

    private static int failed(Exception e, CommandLine line, ParseResult parsed) {
        switch (e) {
            case Refusal r -> line.getErr().println("openaisle: " + r.getMessage());
            case BadRecording r -> line.getErr().println("openaisle: " + r.getMessage());
            case TellRefused r -> line.getErr().println("openaisle: " + r.getMessage());
            case Malformed r -> line.getErr().println("openaisle: " + r.getMessage());
            case IOException r -> {
                line.getErr().println("openaisle: " + r.getMessage());
                return FAILED;
            }
            case UncheckedIOException r -> {
                line.getErr().println("openaisle: " + r.getMessage());
                return FAILED;
            }
            default -> {
                line.getErr().println("openaisle: this is a fault of OpenAisle. Please report it with what follows.");
                e.printStackTrace(line.getErr());
                return FAILED;
            }
        }
        return BAD;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = OpenAisle.class.getPackage().getImplementationVersion();
            return new String[] {"openaisle " + (version == null ? "(development)" : version)};
        }
    }
}
