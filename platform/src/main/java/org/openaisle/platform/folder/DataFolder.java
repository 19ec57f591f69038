package org.openaisle.platform.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The folder of one platform: the database's files, keys and passwords. Readable by its owner only, and held by one process at a time; the
 * hold ends with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {
    private static final int PASSWORD_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Opens a folder, which is made when there is none. Refused when another process holds it, or it cannot be written. */
    public static DataFolder open(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            PrivateFiles.makeFolder(absolute);
            FileChannel channel =
                    FileChannel.open(absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!PrivateFiles.lock(channel)) {
                channel.close();
                throw new StartRefused("another OpenAisle uses the folder " + absolute
                        + ". Stop it, or name another folder with --data.");
            }
            return new DataFolder(absolute, channel);
        } catch (IOException e) {
            throw new StartRefused(
                    "the folder " + absolute + " cannot be used (" + e + "). Name another one with --data.", e);
        }
    }

    /** Whether a process has the folder open. */
    public static boolean isHeld(Path path) {
        Path file = path.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !PrivateFiles.lock(channel);
        } catch (IOException e) {
            throw new StartRefused(
                    "the folder " + path + " cannot be used (" + e + "). Name another one with --data.", e);
        }
    }

    public Path path() {
        return path;
    }

    /** A folder in this one, made when there is none. */
    public Path folder(String name) {
        try {
            return PrivateFiles.makeFolder(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password of that name: made up at the first time, and the same from then on. */
    public String password(String name) {
        Path file = folder("passwords").resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[PASSWORD_BYTES];
                RANDOM.nextBytes(bytes);
                PrivateFiles.write(file, HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets others have the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
