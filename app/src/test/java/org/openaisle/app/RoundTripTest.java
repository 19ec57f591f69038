package org.openaisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does who tries the project: simulate, replay, score, and look closer. */
class RoundTripTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path work;

    @SuppressWarnings("NullAway.Init")
    private static Path recording;

    @BeforeAll
    static void simulate() {
        recording = work.resolve("kiosk");
        CommandRun run = CommandRun.of(
                "simulate",
                "--store",
                "kiosk",
                "--mix",
                "calm",
                "--seed",
                "3",
                "--minutes",
                "2",
                "--plain",
                "--out",
                recording);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("kiosk, calm, 2 min");
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Path again = work.resolve("again");
        CommandRun.of(
                "simulate",
                "--store",
                "kiosk",
                "--mix",
                "calm",
                "--seed",
                "3",
                "--minutes",
                "2",
                "--plain",
                "--out",
                again);
        for (String file :
                List.of("store.json", "catalog.json", "observations.ndjson", "truth.json", "truth-tracks.ndjson")) {
            assertThat(Files.mismatch(recording.resolve(file), again.resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    @Test
    void aRecordingIsNotWrittenOver() {
        CommandRun run = CommandRun.of("simulate", "--store", "kiosk", "--mix", "calm", "--out", recording);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("already has a store.json");
    }

    @Test
    void aReplayPrintsReceiptsASummaryAndTheScoresThatScoreSays() throws IOException {
        Path decisions = work.resolve("d.ndjson");
        Path tracks = work.resolve("t.ndjson");
        Path carts = work.resolve("c.ndjson");
        CommandRun replay = CommandRun.of(
                "replay", recording, "--decisions", decisions, "--tracks", tracks, "--carts", carts, "--explain");
        assertThat(replay.err()).isEmpty();
        assertThat(replay.code()).isZero();
        assertThat(replay.out())
                .contains("total EUR")
                .contains("hands: ")
                .contains("Summary")
                .contains("times faster than the store")
                .containsPattern("Live carts against the truth, in event time\n  liveTakes +\\d+\n  liveWithin3s +\\d+")
                .doesNotContain("left out")
                .doesNotContain("\u001b");
        assertThat(Files.readAllLines(decisions)).isNotEmpty().allMatch(l -> l.startsWith("{\"token\":"));
        assertThat(Files.readAllLines(carts)).isNotEmpty();
        assertThat(Files.readAllLines(tracks)).hasSizeBetween(550, 700);

        CommandRun score = CommandRun.of("score", recording, decisions, tracks);
        assertThat(score.code()).isZero();
        for (String line : score.out().lines().filter(l -> l.startsWith("  ")).toList()) {
            assertThat(replay.out()).contains(line);
        }
    }

    @Test
    void aLineThatIsNoJsonIsToldAndLosesNothingElse() throws IOException {
        Path damaged = Files.createDirectory(work.resolve("damaged"));
        for (String file : List.of("store.json", "catalog.json", "observations.ndjson")) {
            Files.copy(recording.resolve(file), damaged.resolve(file));
        }
        Files.writeString(damaged.resolve("observations.ndjson"), "not json\n", StandardOpenOption.APPEND);
        CommandRun run = CommandRun.of("replay", damaged);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("left out")
                .contains("1 x malformed")
                .containsPattern("observations.ndjson, line \\d+: ");
        assertThat(receipts(run)).isEqualTo(receipts(CommandRun.of("replay", recording)));
    }

    @Test
    void aStoreThatCannotBeReadStopsWithOneSentence() throws IOException {
        Path broken = Files.createDirectory(work.resolve("broken"));
        Files.writeString(broken.resolve("store.json"), "{\"storeId\": ");
        Files.copy(recording.resolve("catalog.json"), broken.resolve("catalog.json"));
        Files.copy(recording.resolve("observations.ndjson"), broken.resolve("observations.ndjson"));
        CommandRun run = CommandRun.of("replay", broken);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("store.json").doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void outputsThatCannotBeWrittenAreRefusedBeforeTheWork() {
        CommandRun run = CommandRun.of("replay", recording, "--decisions", work.resolve("no/such/folder/d.ndjson"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("there is no folder");
        assertThat(run.out()).isEmpty();
        assertThat(CommandRun.of("replay", recording, "--tracks", work).err()).contains("it is a folder");
    }

    @Test
    void theBudgetHasARowForEveryPart() {
        CommandRun run = CommandRun.of("budget", recording);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("as it is")
                .contains("true tracks")
                .contains("true hands")
                .contains("true weight changes")
                .containsPattern("all of them true +100.00 %");
    }

    @Test
    void theBenchSaysWhatOneCoreCanDo() {
        CommandRun run = CommandRun.of("bench", recording, "--repeat", "2");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("engine alone +[0-9.]+ x real time")
                .contains("peak heap");
        assertThat(CommandRun.of("bench", recording, "--repeat", "0").code()).isEqualTo(2);
    }

    @Test
    void theBenchSaysWhetherTimeMakesAnObservationDearer() throws IOException {
        Path page = work.resolve("growth.md");
        CommandRun run = CommandRun.of("bench", "--growth", "--minutes", "1,2", "--out", page);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("\n2 min +[0-9]{4,} +[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9.]+ MiB")
                .contains("4. quarter of 2 min ")
                .containsPattern("costs [0-9.]+ times as much over 2 minutes as over 1");
        assertThat(Files.readString(page)).contains("<!-- generated: growth -->\nMade by `./openaisle bench --growth ");
        assertThat(CommandRun.of("bench").err()).contains("either a recording or --growth");
        assertThat(CommandRun.of("bench", recording, "--growth").code()).isEqualTo(2);
    }

    @Test
    void theEvaluationIsAPageOfTables() throws IOException {
        Path page = work.resolve("page.md");
        CommandRun run = CommandRun.of("evaluate", "--out", page, "--recordings", recording);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(Files.readString(page))
                .contains("# Evaluation")
                .contains("./openaisle evaluate --out")
                .contains(
                        "|  | exact | exactUnreviewed | review | moneyOver | f1 | receiptEce | latencyP99 | liveWithin3s |"
                                + " HOTA | times real time | reproducible |")
                .contains("| exact | ")
                .contains("| liveP95 | ")
                .contains("| HOTA | ")
                .contains("#### Error budget")
                .contains("| kiosk | ");
    }

    @Test
    void aCampaignPrintsEveryRecordingAndAllTogetherAndWritesItsPartOfThePage() throws IOException {
        Path page = work.resolve("campaign.md");
        Files.writeString(page, "# Mine\n\nWhat was tried: nothing.\n");
        CommandRun run = CommandRun.of("campaign", "--short", "--seeds-from", "21", "--out", page);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("kiosk-calm-21 ")
                .contains("kiosk-busy-22-degraded ")
                .contains("all shared ")
                .containsPattern("\\n  receiptEce +0\\.[0-9]{4}\\n");
        assertThat(Files.readString(page))
                .startsWith("# Mine\n\nWhat was tried: nothing.\n")
                .contains("<!-- generated: campaign -->\nMade by `./openaisle campaign --short --seeds-from 21 ")
                .contains("| kiosk-busy-23-shared | ");
    }

    @Test
    void theSensitivityHasARowForEveryParameterThatWasAskedFor() throws IOException {
        Path page = work.resolve("sensitivity.md");
        CommandRun run = CommandRun.of(
                "campaign", "--sensitivity", "--short", "--only", "receipt.wrong,patienceMillis", "--out", page);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("3 recordings, 3 of them held in ")
                .containsPattern("1/5 +[0-9]+ s  as it is +[0-9.]+ %   \\+0.00\n")
                .containsPattern("3/5 +[0-9]+ s  receipt.wrong = 1.3 ")
                .containsPattern("\npatienceMillis +1800 +1260 ");
        assertThat(Files.readString(page)).containsPattern("\\| receipt.wrong \\| 1 \\| 0.7 \\| [+-]");
        CommandRun none = CommandRun.of("campaign", "--sensitivity", "--only", "receipt.wrang");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("receipt.wrang").contains("receipt.wrong");
        assertThat(CommandRun.of("campaign", "--only", "receipt").code()).isEqualTo(2);
    }

    private static String receipts(CommandRun run) {
        return Pattern.compile("\nSummary\n").split(run.out())[0];
    }
}
