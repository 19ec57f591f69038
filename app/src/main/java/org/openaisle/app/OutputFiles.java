package org.openaisle.app;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openaisle.model.Output;
import org.openaisle.recording.CartsFile;
import org.openaisle.recording.DecisionsFile;
import org.openaisle.recording.TracksFile;

/** The files that a replay writes besides what it prints; those that were not asked for are not there. */
final class OutputFiles implements AutoCloseable {
    private final @Nullable DecisionsFile decisions;
    private final @Nullable TracksFile tracks;
    private final @Nullable CartsFile carts;

    OutputFiles(@Nullable Path decisions, @Nullable Path tracks, @Nullable Path carts) {
        this.decisions = decisions == null ? null : open(decisions, DecisionsFile::create);
        this.tracks = tracks == null ? null : open(tracks, TracksFile::create);
        this.carts = carts == null ? null : open(carts, CartsFile::create);
    }

    private static <F> F open(Path file, Function<Path, F> create) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new Refusal(file + " cannot be written: it is a folder. Maybe name a file in it?");
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Refusal(file + " cannot be written: there is no folder " + folder);
        }
        try {
            return create.apply(file);
        } catch (UncheckedIOException e) {
            throw new Refusal(file + " cannot be written. Maybe it is write-protected, or the disk is full?");
        }
    }

    void write(Output output) {
        switch (output) {
            case Output.VisitDecided d -> {
                if (decisions != null) {
                    decisions.write(d.decision());
                }
            }
            case Output.Positions p -> {
                if (tracks != null) {
                    tracks.write(p);
                }
            }
            case Output.CartChanged c -> {
                if (carts != null) {
                    carts.write(c);
                }
            }
            case Output.StockChanged s -> {}
            case Output.SensorHealth h -> {}
        }
    }

    @Override
    public void close() {
        if (decisions != null) {
            decisions.close();
        }
        if (tracks != null) {
            tracks.close();
        }
        if (carts != null) {
            carts.close();
        }
    }
}
