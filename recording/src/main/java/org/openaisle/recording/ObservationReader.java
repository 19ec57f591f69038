package org.openaisle.recording;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The observations of a file, plain or zstd, line by line in the order of the file.
 *
 * <p>A line that cannot be used is told as a problem and loses nothing else. A file that ends in the middle gives what came
 * before, and one problem more.
 */
public final class ObservationReader implements AutoCloseable {
    /** Bytes; a longer line is skipped without being held. The longest honest line, a frame full of people, has some 50 kB. */
    public static final int LONGEST_LINE = 16 << 20;

    private final String file;
    private final CountedInput counted;
    private final InputStream in;
    private final Lines lines;
    private final ObservationParser parser;
    private final long totalBytes;
    private boolean broken;

    /** Opens a file; {@code .zst} at the end of its name says that it is compressed. */
    public ObservationReader(Path path, KnownSensors sensors) {
        this(path, sensors, LONGEST_LINE);
    }

    ObservationReader(Path path, KnownSensors sensors, int longestLine) {
        file = String.valueOf(path.getFileName());
        try {
            totalBytes = Files.size(path);
            counted = new CountedInput(Files.newInputStream(path));
            in = file.endsWith(".zst") ? new ZstdInputStreamNoFinalizer(counted) : counted;
        } catch (IOException e) {
            throw new BadRecording("cannot read " + path + ": " + Excerpt.of(e.getMessage()), e);
        }
        lines = new Lines(in, longestLine);
        parser = new ObservationParser(file, sensors);
    }

    /** What the next line says, or null at the end. Empty lines are passed over. */
    public @Nullable Parsed next() {
        while (!broken) {
            switch (lines.next()) {
                case END -> {
                    return null;
                }
                case BROKEN -> {
                    broken = true;
                    String message = "the file cannot be read on (" + Excerpt.of(lines.failure())
                            + "); what came before is used. Maybe it was cut off while it was written or copied?";
                    return new Parsed.Bad(new Problem(file, lines.number(), Problem.Kind.UNREADABLE, message));
                }
                case TOO_LONG -> {
                    String message = "longer than " + LONGEST_LINE + " bytes, skipped. Maybe line breaks are missing?";
                    return new Parsed.Bad(new Problem(file, lines.number(), Problem.Kind.TOO_LONG, message));
                }
                case LINE -> {
                    if (!blank()) {
                        return parser.parse(lines.bytes(), lines.start(), lines.length(), lines.number());
                    }
                }
            }
        }
        return null;
    }

    private boolean blank() {
        byte[] bytes = lines.bytes();
        for (int i = lines.start(); i < lines.start() + lines.length(); i++) {
            if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The name that problems carry. */
    public String file() {
        return file;
    }

    /** How much of the file has been read, as it lies on the disk; for showing progress. */
    public long bytesRead() {
        return counted.count();
    }

    /** The file's size on the disk. */
    public long totalBytes() {
        return totalBytes;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new BadRecording("cannot close " + file + ": " + Excerpt.of(e.getMessage()), e);
        }
    }
}
