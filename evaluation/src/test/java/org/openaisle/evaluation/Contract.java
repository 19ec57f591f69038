package org.openaisle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The contract's own recordings and scorers, where somebody has them beside the checkout. */
final class Contract {
    private Contract() {}

    /** A path inside the contract's folder; the test is skipped where there is none. */
    static Path path(String inside) {
        Path folder = Path.of(System.getProperty("openaisle.contract", "../shared/contract"));
        Path path = folder.resolve(inside);
        assumeTrue(Files.exists(path), "skipped: there is no " + path.normalize());
        return path;
    }

    /** What a scorer of the contract says with {@code --json}, as a map. */
    static Map<String, @Nullable Object> python(String script, Path recording, Path file) throws Exception {
        String python = interpreter(script.contains("tracks"));
        List<String> command =
                List.of(python, path(script).toString(), recording.toString(), file.toString(), "--json");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(Json.parse(output, script))).forEach((k, v) -> figures.put((String) k, v));
        return figures;
    }

    /** A Python that runs, with numpy where it is needed. Without one the test is skipped, but never in CI. */
    private static String interpreter(boolean numpy) {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            List<String> command = new ArrayList<>(List.of(python, "-c", numpy ? "import numpy" : "pass"));
            try {
                if (new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0) {
                    return python;
                }
            } catch (IOException e) {
                // This one isn't installed; maybe the next is.
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        String message = "no python3" + (numpy ? " with numpy" : "") + ". Maybe install Debian's python3"
                + (numpy ? "-numpy?" : "?");
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        assumeTrue(false, "skipped: " + message);
        throw new IllegalStateException(message);
    }

    /** Asserts that our figures are those of the contract's scorer, in the same order and to the last digits. */
    static void assertSame(Figures ours, Map<String, @Nullable Object> theirs) {
        assertThat(ours.values().keySet()).containsExactlyElementsOf(theirs.keySet());
        theirs.forEach((name, value) -> {
            Double our = ours.get(name);
            if (value == null) {
                assertThat(our).as(name).isNull();
            } else {
                double their = ((Number) value).doubleValue();
                assertThat(our).as(name).isNotNull();
                assertThat(Objects.requireNonNull(our) - their).as(name).isBetween(-1e-12, 1e-12);
            }
        });
    }
}
