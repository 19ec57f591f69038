package org.openaisle.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.TestDatabase;
import org.openaisle.platform.folder.DataFolder;
import org.openaisle.platform.folder.StartRefused;
import org.openaisle.platform.purpose.Purpose;

class KeysTest {
    private static final byte[] SECRET = "Ada Lovelace".getBytes(UTF_8);

    private static TestDatabase database;

    @TempDir
    private Path path;

    private DataFolder data;
    private TenantId tenant;
    private Envelopes envelopes;
    private KeyRotation rotation;

    @BeforeAll
    static void migrate() {
        database = new TestDatabase(4);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void firstStart() {
        data = DataFolder.open(path);
        tenant = database.newTenant("Corner shop");
        start();
    }

    @AfterEach
    void stop() {
        // The next test has a new folder of keys, which does not open what this one has wrapped.
        database.owner().sql("TRUNCATE data_key").update();
        data.close();
    }

    private void start() {
        KeyFolder folder = KeyFolder.open(data);
        DataKeys keys = new DataKeys(database.client(), folder);
        envelopes = new Envelopes(keys);
        rotation = new KeyRotation(database.transactions(), database.client(), folder, keys);
    }

    @Test
    void whatIsSealedOpensAfterARestartAndShowsNothing() {
        byte[] sealed = seal(tenant, Purpose.RECEIPT, KeyUse.RECEIPT, "row 1");
        assertThat(new String(sealed, UTF_8)).doesNotContain("Ada");
        start();
        assertThat(open(tenant, Purpose.RECEIPT, KeyUse.RECEIPT, "row 1", sealed))
                .isEqualTo(SECRET);
    }

    @Test
    void itOpensForItsTenantPurposeAndPlaceOnly() {
        byte[] sealed = seal(tenant, Purpose.RECEIPT, KeyUse.RECEIPT, "row 1");
        TenantId other = database.newTenant("Another");
        seal(other, Purpose.RECEIPT, KeyUse.RECEIPT, "row 1");
        assertThatThrownBy(() -> open(other, Purpose.RECEIPT, KeyUse.RECEIPT, "row 1", sealed))
                .isInstanceOf(LostKey.class);
        assertThatThrownBy(() -> open(tenant, Purpose.OPERATIONS, KeyUse.RECEIPT, "row 1", sealed))
                .isInstanceOf(LostKey.class);
        assertThatThrownBy(() -> open(tenant, Purpose.RECEIPT, KeyUse.OPERATIONS, "row 1", sealed))
                .isInstanceOf(LostKey.class);
        assertThatThrownBy(() -> open(tenant, Purpose.RECEIPT, KeyUse.RECEIPT, "row 2", sealed))
                .isInstanceOf(LostKey.class);
    }

    @Test
    void whatWasChangedByABitDoesNotOpen() {
        byte[] sealed = seal(tenant, Purpose.RECEIPT, KeyUse.RECEIPT, "row 1");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> open(tenant, Purpose.RECEIPT, KeyUse.RECEIPT, "row 1", changed))
                    .as("byte %s", i)
                    .isInstanceOf(LostKey.class);
        }
    }

    @Test
    void replacedKeysOpenWhatWasSealedBeforeAndTheOldKeyIsGone() throws IOException {
        byte[] sealed = seal(tenant, Purpose.RECEIPT, KeyUse.RECEIPT, "row 1");
        byte[] before = Files.readAllBytes(path.resolve("keys/receipt-1.key"));
        rotation.replaceKeyEncryptionKey(KeyUse.RECEIPT);
        rotation.replaceDataKey(tenant, Purpose.RECEIPT);
        byte[] later = seal(tenant, Purpose.RECEIPT, KeyUse.RECEIPT, "row 2");
        start();
        assertThat(open(tenant, Purpose.RECEIPT, KeyUse.RECEIPT, "row 1", sealed))
                .isEqualTo(SECRET);
        assertThat(open(tenant, Purpose.RECEIPT, KeyUse.RECEIPT, "row 2", later))
                .isEqualTo(SECRET);
        assertThat(path.resolve("keys/receipt-1.key")).doesNotExist();
        assertThat(Files.readAllBytes(path.resolve("keys/receipt-2.key"))).isNotEqualTo(before);
    }

    @Test
    void aReplacementThatWasKilledHalfwayIsFinishedAtTheNextStart() {
        byte[] sealed = seal(tenant, Purpose.RECEIPT, KeyUse.RECEIPT, "row 1");
        KeyFolder.open(data).makeNewer(KeyUse.RECEIPT);
        start();
        assertThat(open(tenant, Purpose.RECEIPT, KeyUse.RECEIPT, "row 1", sealed))
                .isEqualTo(SECRET);
        rotation.finish(KeyUse.RECEIPT);
        start();
        assertThat(open(tenant, Purpose.RECEIPT, KeyUse.RECEIPT, "row 1", sealed))
                .isEqualTo(SECRET);
        assertThat(path.resolve("keys/receipt-1.key")).doesNotExist();
    }

    @Test
    void keysAreReplacedWhileOthersSeal() throws Exception {
        List<Future<byte[]>> sealing = new ArrayList<>();
        List<TenantId> tenants = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 60; i++) {
                TenantId own = database.newTenant("Shop " + i);
                tenants.add(own);
                sealing.add(threads.submit(() -> seal(own, Purpose.RECEIPT, KeyUse.RECEIPT, "row")));
                if (i % 10 == 0) {
                    rotation.replaceKeyEncryptionKey(KeyUse.RECEIPT);
                }
            }
        }
        rotation.replaceKeyEncryptionKey(KeyUse.RECEIPT);
        start();
        for (int i = 0; i < tenants.size(); i++) {
            assertThat(open(
                            tenants.get(i),
                            Purpose.RECEIPT,
                            KeyUse.RECEIPT,
                            "row",
                            sealing.get(i).get()))
                    .isEqualTo(SECRET);
        }
    }

    @Test
    void aKeyThatIsMissingOrDamagedIsSaidAtTheStartAndNotMadeAnew() throws IOException {
        Path key = path.resolve("keys/visit_link-1.key");
        String content = Files.readString(key);
        Files.writeString(key, content.substring(1));
        assertThatThrownBy(() -> KeyFolder.open(data))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("damaged")
                .hasMessageNotContaining(content.substring(2));
        Files.delete(key);
        assertThatThrownBy(() -> KeyFolder.open(data))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("the key for visit_link is missing");
    }

    private byte[] seal(TenantId who, Purpose purpose, KeyUse use, String place) {
        return database.transactions().call(Access.to(who, purpose), () -> envelopes.seal(use, place, SECRET));
    }

    private byte[] open(TenantId who, Purpose purpose, KeyUse use, String place, byte[] sealed) {
        return database.transactions().call(Access.to(who, purpose), () -> envelopes.open(use, place, sealed));
    }
}
