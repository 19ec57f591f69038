package org.openaisle.platform.keys;

import java.nio.file.Path;
import org.openaisle.platform.database.TestDatabase;
import org.openaisle.platform.folder.DataFolder;

/** The platform's keys in a folder of a test's own, for the database of the test. */
public final class TestKeys implements AutoCloseable {
    private final DataFolder folder;
    private final KeyFolder keyFolder;
    private final DataKeys keys;
    private final TestDatabase database;

    public TestKeys(Path path, TestDatabase database) {
        this.folder = DataFolder.open(path);
        this.keyFolder = KeyFolder.open(folder);
        this.keys = new DataKeys(database.client(), keyFolder);
        this.database = database;
    }

    public Envelopes envelopes() {
        return new Envelopes(keys);
    }

    public KeyedHashes hashes() {
        return new KeyedHashes(keys);
    }

    public LogSigner signer() {
        return keyFolder.logSigner();
    }

    public KeyRotation rotation() {
        return new KeyRotation(database.transactions(), database.client(), keyFolder, keys);
    }

    @Override
    public void close() {
        folder.close();
    }
}
