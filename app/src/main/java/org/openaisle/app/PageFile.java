package org.openaisle.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openaisle.evaluation.report.EvaluationPage;
import org.openaisle.evaluation.report.Provenance;
import picocli.CommandLine.Model.CommandSpec;

/** The page of all figures, as a command writes its part of it; refused before the work when it cannot be written. */
final class PageFile {
    private final Path file;
    private final CommandSpec spec;

    PageFile(Path file, CommandSpec spec) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refusal(file + " cannot be written: there is no folder " + folder);
        }
        this.file = file;
        this.spec = spec;
    }

    Provenance provenance() {
        Runtime runtime = Runtime.getRuntime();
        return new Provenance(
                "./openaisle "
                        + String.join(
                                " ", spec.root().commandLine().getParseResult().originalArgs()),
                Commit.describe(),
                "Java " + Runtime.version().feature() + " with a heap of " + (runtime.maxMemory() >> 20) + " MiB, "
                        + System.getProperty("os.arch") + ", " + runtime.availableProcessors() + " processors");
    }

    void write(EvaluationPage.Part part, String generated) throws IOException {
        EvaluationPage.replace(file, part, generated);
        spec.commandLine().getOut().println("wrote " + file);
    }
}
