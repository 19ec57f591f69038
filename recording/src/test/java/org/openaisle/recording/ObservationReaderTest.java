package org.openaisle.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationReaderTest {
    private static final KnownSensors SENSORS = TestStore.sensors();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("observations.ndjson");
    }

    @Test
    void losesNothingButTheBadLines() throws IOException {
        Files.writeString(
                file, weight(1) + "\nnonsense\n\n \r\n" + weight(2) + "\r\n{\"type\":\"later\",\"t\":3}\n" + weight(4));
        List<Parsed> all = read(file, 1000);
        assertThat(all).extracting(Parsed::line).containsExactly(1L, 2L, 5L, 6L, 7L);
        assertThat(times(all)).containsExactly(1L, 2L, 4L);
        assertThat(problems(all)).containsExactly(Problem.Kind.MALFORMED);
    }

    @Test
    void skipsALineThatIsTooLongWithoutHoldingIt() throws IOException {
        String endless = "{\"type\":\"weight\",\"grams\":[" + "1,".repeat(2_000_000);
        Files.writeString(file, weight(1) + "\n" + endless + "\n" + weight(2) + "\n");
        List<Parsed> all = read(file, 1 << 18);
        assertThat(times(all)).containsExactly(1L, 2L);
        assertThat(problems(all)).containsExactly(Problem.Kind.TOO_LONG);
        assertThat(all.get(1).line()).isEqualTo(2);
    }

    @Test
    void skipsALastLineThatIsTooLong() throws IOException {
        Files.writeString(file, weight(1) + "\n" + "x".repeat(3_000_000));
        List<Parsed> all = read(file, 1 << 18);
        assertThat(problems(all)).containsExactly(Problem.Kind.TOO_LONG);
    }

    @Test
    void readsLinesOfAnyLengthUpToTheLimit() throws IOException {
        StringBuilder text = new StringBuilder();
        long seed = 11;
        Random random = new Random(seed);
        for (int t = 1; t <= 300; t++) {
            text.append(weight(t)).append(" ".repeat(random.nextInt(60_000))).append('\n');
        }
        Files.writeString(file, text);
        assertThat(times(read(file, 1 << 17))).as("seed %d", seed).hasSize(300).isSorted();
    }

    @Test
    void givesWhatCameBeforeTheFileWasCutOff() throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(7);
        for (int t = 1; t <= 20_000; t++) {
            text.append(weight(t).replace("[1]", "[" + random.nextInt(100_000) + "]"))
                    .append('\n');
        }
        byte[] compressed = Zstd.compress(text.toString().getBytes(StandardCharsets.UTF_8));
        Path cut = folder.resolve("observations.ndjson.zst");
        Files.write(cut, Arrays.copyOf(compressed, compressed.length * 2 / 3));
        List<Parsed> all = read(cut, 1000);
        assertThat(times(all)).hasSizeGreaterThan(8_000).isSorted();
        assertThat(problems(all)).containsExactly(Problem.Kind.UNREADABLE);
        assertThat(((Parsed.Bad) all.getLast()).problem().toString())
                .contains("observations.ndjson.zst, line ", "cut off");
    }

    @Test
    void readsWhatItCompressed() throws IOException {
        Path compressed = folder.resolve("observations.ndjson.zst");
        Files.write(compressed, Zstd.compress((weight(1) + "\n" + weight(2) + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(times(read(compressed, 1000))).containsExactly(1L, 2L);
    }

    @Test
    void saysSoWhenTheFileIsNotCompressedAtAll() throws IOException {
        Path plain = folder.resolve("observations.ndjson.zst");
        Files.writeString(plain, weight(1) + "\n");
        assertThat(problems(read(plain, 1000))).containsExactly(Problem.Kind.UNREADABLE);
    }

    static String weight(long t) {
        return "{\"type\":\"weight\",\"t\":" + t + ",\"plateId\":\"P1\",\"interval\":50,\"grams\":[1]}";
    }

    private static List<Parsed> read(Path file, int longest) {
        List<Parsed> all = new ArrayList<>();
        try (ObservationReader reader = new ObservationReader(file, SENSORS, longest)) {
            for (Parsed p = reader.next(); p != null; p = reader.next()) {
                all.add(p);
            }
        }
        return all;
    }

    private static List<Long> times(List<Parsed> all) {
        return all.stream()
                .filter(Parsed.Good.class::isInstance)
                .map(p -> ((Parsed.Good) p).observation().t())
                .toList();
    }

    private static List<Problem.Kind> problems(List<Parsed> all) {
        return all.stream()
                .filter(Parsed.Bad.class::isInstance)
                .map(p -> ((Parsed.Bad) p).problem().kind())
                .toList();
    }
}
