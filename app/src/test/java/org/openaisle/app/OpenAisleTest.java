package org.openaisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAisleTest {
    @ParameterizedTest
    @ValueSource(strings = {"serve", "replay", "score", "simulate", "budget", "bench", "evaluate", "campaign"})
    void everyCommandHelpsWithADescriptionAndAnExample(String command) {
        CommandRun run = CommandRun.of(command, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: openaisle " + command)
                .contains("Example")
                .contains("  openaisle " + command);
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        CommandRun run = CommandRun.of();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("replay").contains("Try: openaisle --help");
    }

    @Test
    void aWrongOptionIsBadUse() {
        CommandRun run = CommandRun.of("replay", "somewhere", "--explian");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("--explian")
                .contains("Try: openaisle replay --help")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", "budget", "bench"})
    void aFolderThatIsNotThereIsBadInput(String command) {
        CommandRun run = CommandRun.of(command, "no/such/folder");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("there is no folder no").doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void anEvaluationWithoutRecordingsSaysHowToNameSome(@TempDir Path folder) {
        CommandRun run = CommandRun.of("evaluate", "--out", folder.resolve("page.md"), "--recordings", folder);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("there is no recording in");
    }

    @Test
    void aScoreOfMalformedDecisionsNamesFileAndLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("catalog.json"), "{\"products\": []}");
        Files.writeString(folder.resolve("truth.json"), "{\"visits\": []}");
        Path decisions = Files.writeString(folder.resolve("d.ndjson"), "\n{\"token\": 7}\n");
        CommandRun run = CommandRun.of("score", folder, decisions);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(String.format("openaisle: d.ndjson, line 2: field 'token' must be string, is 7%n"));
    }

    @Test
    void scoresAsJson(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("catalog.json"), "{\"products\": [{\"gtin\": \"04006381333931\", \"price\": 179}]}");
        Files.writeString(folder.resolve("truth.json"), """
                {"visits": [{"token": "v", "enteredAt": 1, "exitedAt": 9, "staff": false,
                             "lines": [{"gtin": "04006381333931", "quantity": 2}]}]}
                """);
        Path decisions = Files.writeString(folder.resolve("d.ndjson"), """
                {"token":"v","enteredAt":1,"exitedAt":9,"decidedAt":20,"confidence":0.9,"review":false,\
                "lines":[{"gtin":"04006381333931","quantity":1,"probability":0.8}]}
                """);
        CommandRun json = CommandRun.of("score", folder, decisions, "--json");
        assertThat(json.code()).isZero();
        assertThat(json.out())
                .contains("\"decisions\": {")
                .contains("\"exact\": 0.0")
                .contains("\"sales\": 358");
        CommandRun text = CommandRun.of("score", folder, decisions, "--visits");
        assertThat(text.out()).contains("exact").contains("v  -1 x 04006381333931");
    }
}
