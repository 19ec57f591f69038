package org.openaisle.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which commit of the project this is, as far as git knows. */
final class Commit {
    private Commit() {}

    /** Pages are not what is measured: one that a command has just written does not change the program. */
    private static final String[] UNCOMMITTED = {
        "status", "--porcelain", "--untracked-files=no", "--", ":/", ":(top,exclude)docs"
    };

    static String describe() {
        String commit = git("rev-parse", "--short=12", "HEAD");
        if (commit.isEmpty()) {
            return "unknown";
        }
        return git(UNCOMMITTED).isEmpty() ? commit : commit + " with changes";
    }

    private static String git(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? output.strip() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
