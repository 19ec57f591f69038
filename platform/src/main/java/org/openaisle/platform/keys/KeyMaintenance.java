package org.openaisle.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openaisle.platform.database.Maintenance;
import org.openaisle.platform.folder.PrivateFiles;
import org.openaisle.platform.folder.StartRefused;

/** Looks after a folder's keys, beside a platform that may run; one at a time does. */
public final class KeyMaintenance implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    private KeyMaintenance(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Refused when another command looks after the same keys. */
    public static KeyMaintenance of(Path folder) {
        try {
            PrivateFiles.makeFolder(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("maintenance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!PrivateFiles.lock(channel)) {
                channel.close();
                throw new StartRefused("another command looks after the keys in " + folder + ". Wait for its end.");
            }
            return new KeyMaintenance(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean present() {
        return KeyFolder.present(folder);
    }

    /** All files of keys by their name. Refused when there are none. */
    public SortedMap<String, byte[]> read() {
        if (!present()) {
            throw new StartRefused("there are no keys in " + folder.toAbsolutePath() + ".");
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder.resolve("keys"))) {
            for (Path file : all.sorted().toList()) {
                if (!file.getFileName().toString().endsWith(".draft")) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Puts keys into a folder that has none: all, or none when it is killed. */
    public void place(Map<String, byte[]> files) {
        try {
            Path draft = PrivateFiles.makeFolder(folder.resolve("keys.draft"));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                PrivateFiles.write(draft.resolve(file.getKey()), file.getValue());
            }
            Files.move(draft, folder.resolve("keys"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refused unless every data key of the database opens with these keys. */
    public void refuseUnlessAllOpens(Maintenance database) {
        KeyFolder keys = KeyFolder.open(folder);
        database.withTransactions((transactions, client) -> {
            new KeyCheck(transactions, client).refuseUnlessAllOpens(keys);
            return keys;
        });
    }

    /** Replaces the key-encryption keys of these uses, and finishes what was begun and broken off. */
    public void rotate(Maintenance database, List<KeyUse> uses) {
        KeyFolder keys = KeyFolder.open(folder);
        database.withTransactions((transactions, client) -> {
            KeyRotation rotation = new KeyRotation(transactions, client, keys, new DataKeys(client, keys));
            uses.forEach(rotation::replaceKeyEncryptionKey);
            return uses;
        });
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
