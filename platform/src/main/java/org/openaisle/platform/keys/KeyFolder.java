package org.openaisle.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.openaisle.platform.folder.DataFolder;
import org.openaisle.platform.folder.PrivateFiles;
import org.openaisle.platform.folder.StartRefused;

/**
 * The key-encryption keys, one file for each use and version ({@code visit_link-2.key}), all made at the first start. They are never in the
 * database, so that its backup alone opens nothing, and whoever loses them has lost what is sealed.
 */
final class KeyFolder {
    private static final Pattern NAME = Pattern.compile("([a-z_]+)-([1-9][0-9]{0,8})\\.key");

    private final Path path;
    private final Map<KeyUse, NavigableMap<Integer, SecretKey>> keys = new EnumMap<>(KeyUse.class);

    private KeyFolder(Path path) {
        this.path = path;
    }

    /** Opens the folder's keys, or makes them when there never were any. Refused when one is missing or damaged. */
    static KeyFolder open(DataFolder folder) {
        return open(folder.path());
    }

    /** Whether there are any keys. */
    static boolean present(Path dataFolder) {
        return Files.isDirectory(dataFolder.resolve("keys"));
    }

    /** As {@link #open(DataFolder)}, beside a platform that may run. */
    static KeyFolder open(Path dataFolder) {
        Path path = dataFolder.resolve("keys");
        try {
            if (!Files.isDirectory(path)) {
                makeAll(path);
            }
            KeyFolder opened = new KeyFolder(path);
            opened.read();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All or none: a start that is killed here begins anew. */
    private static void makeAll(Path path) throws IOException {
        Path draft = PrivateFiles.makeFolder(path.resolveSibling("keys.draft"));
        for (KeyUse use : KeyUse.values()) {
            write(draft, use, 1, Sealing.newKey());
        }
        LogSigner.make(draft);
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private void read() throws IOException {
        readNew();
        for (KeyUse use : KeyUse.values()) {
            if (of(use).isEmpty()) {
                throw new StartRefused("the key for " + use.id() + " is missing in " + path
                        + ". Without it nothing that was sealed can be opened: restore the folder from a backup.");
            }
        }
    }

    /** Keys that were not there before: another process may have made newer ones. */
    private void readNew() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.sorted().toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    KeyUse use = KeyUse.valueOf(name.group(1).toUpperCase(Locale.ROOT));
                    Integer version = Integer.valueOf(name.group(2));
                    if (!of(use).containsKey(version)) {
                        of(use).put(version, parse(file));
                    }
                }
            }
        }
    }

    private void readNewOrFail() {
        try {
            readNew();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who signs the record of access. */
    LogSigner logSigner() {
        return LogSigner.read(path);
    }

    private static SecretKey parse(Path file) throws IOException {
        try {
            byte[] bytes = HexFormat.of().parseHex(Files.readString(file).strip());
            if (bytes.length == 32) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException e) {
            // Said below, without what stands in the file.
        }
        throw new StartRefused("the key " + file + " is damaged: restore it from a backup.");
    }

    private static void write(Path folder, KeyUse use, int version, SecretKey key) throws IOException {
        byte[] text = HexFormat.of().formatHex(key.getEncoded()).getBytes(StandardCharsets.US_ASCII);
        PrivateFiles.write(folder.resolve(use.id() + "-" + version + ".key"), text);
    }

    private NavigableMap<Integer, SecretKey> of(KeyUse use) {
        return keys.computeIfAbsent(use, any -> new TreeMap<>());
    }

    /** The version with which new data keys are wrapped. */
    synchronized int newest(KeyUse use) {
        readNewOrFail();
        return of(use).lastKey();
    }

    /** The key of a version that a data key says it was wrapped by. */
    synchronized SecretKey key(KeyUse use, int version) {
        SecretKey key = of(use).get(version);
        if (key == null) {
            readNewOrFail();
            key = of(use).get(version);
        }
        if (key == null) {
            throw new LostKey("the key-encryption key " + version + " for " + use.id() + " is not in " + path
                    + ". Restore it from a backup: what was sealed under it cannot be opened otherwise.");
        }
        return key;
    }

    /** Makes a new version, which is on disk before anything is wrapped by it. */
    synchronized int makeNewer(KeyUse use) {
        int version = newest(use) + 1;
        SecretKey key = Sealing.newKey();
        try {
            write(path, use, version, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        of(use).put(version, key);
        return version;
    }

    /** Deletes the versions before the newest, which nothing may be wrapped by any more. */
    synchronized void deleteOlder(KeyUse use) {
        List<Integer> older = List.copyOf(of(use).headMap(newest(use), false).keySet());
        for (int version : older) {
            try {
                Files.delete(path.resolve(use.id() + "-" + version + ".key"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            of(use).remove(version);
        }
    }
}
