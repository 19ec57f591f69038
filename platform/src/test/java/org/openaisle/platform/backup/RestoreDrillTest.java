package org.openaisle.platform.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openaisle.platform.PlatformApplication;
import org.openaisle.platform.Serve;
import org.openaisle.platform.database.Access;
import org.openaisle.platform.database.Maintenance;
import org.openaisle.platform.database.TenantId;
import org.openaisle.platform.database.Transactions;
import org.openaisle.platform.entry.Denials;
import org.openaisle.platform.keys.Envelopes;
import org.openaisle.platform.keys.KeyUse;
import org.openaisle.platform.purpose.Purpose;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The drill: a platform with retailers is backed up while it runs, its machine is lost, and another one goes on with the backup. */
class RestoreDrillTest {
    private static final String PASSPHRASE = "correct horse battery";

    @TempDir
    private static Path path;

    private static Path folder;
    private static Path other;
    private static Path backup;
    private static Path phrase;
    private static final Map<TenantId, byte[]> SEALED = new LinkedHashMap<>();
    private static Map<String, Long> rows;

    @BeforeAll
    static void aPlatformIsBackedUpWhileItRuns() throws Exception {
        folder = path.resolve("first");
        backup = path.resolve("backup.zip");
        phrase = Files.writeString(path.resolve("passphrase"), PASSPHRASE + "\n");
        try (ConfigurableApplicationContext platform = start(folder)) {
            for (String name : List.of("North", "South")) {
                fill(platform, name);
            }
            Run made = run("backup", "--to", backup, "--data", folder, "--passphrase-file", phrase);
            assertThat(made.err()).isEmpty();
            assertThat(made.code()).isZero();
            rows = rows(folder);
        }
        other = path.resolve("other");
        Run run = run("restore", "--from", backup, "--data", other, "--passphrase-file", phrase);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("openaisle serve --data " + other);
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(PlatformApplication.class)
                .run("--openaisle.data=" + data, "--server.port=0");
    }

    private static void fill(ConfigurableApplicationContext platform, String name) {
        TenantId tenant = new TenantId(UUID.randomUUID());
        JdbcClient database = platform.getBean(JdbcClient.class);
        Transactions transactions = platform.getBean(Transactions.class);
        transactions.run(Access.to(tenant, Purpose.OPERATIONS), () -> {
            database.sql("INSERT INTO tenant (id, name) VALUES (?, ?)")
                    .params(tenant.value(), name + "\t\\N\n\u00e4")
                    .update();
            database.sql("INSERT INTO store (name, time_zone, currency) VALUES ('Main street', 'Europe/Berlin', 'EUR')")
                    .update();
            SEALED.put(
                    tenant, platform.getBean(Envelopes.class).seal(KeyUse.OPERATIONS, "drill", name.getBytes(UTF_8)));
        });
        platform.getBean(Denials.class)
                .deny(tenant, "shopper-7", Denials.Cause.BANNED, Instant.parse("2999-01-01T00:00:00Z"));
    }

    /** On the new machine all rows are there and open, and keys can be replaced while it runs. */
    @Test
    void afterTheMachineWasLostEverythingIsThereAndOpensAlsoAfterItsKeysWereReplaced() throws Exception {
        try (ConfigurableApplicationContext platform = start(other)) {
            assertThat(rows(other)).isEqualTo(rows);
            assertThat(rows)
                    .containsEntry("tenant", 2L)
                    .containsEntry("entry_denial", 2L)
                    .containsEntry("data_key", 2L);
            everythingOpens(platform);
            Run run = run("keys", "rotate", "--data", other);
            assertThat(run.err()).isEmpty();
            assertThat(run.code()).isZero();
            assertThat(other.resolve("keys/operations-2.key")).exists();
            assertThat(other.resolve("keys/operations-1.key")).doesNotExist();
            everythingOpens(platform);
            fill(platform, "West");
            everythingOpens(platform);
        }
    }

    private static void everythingOpens(ConfigurableApplicationContext platform) {
        Envelopes envelopes = platform.getBean(Envelopes.class);
        SEALED.forEach((tenant, bytes) -> {
            byte[] name = platform.getBean(Transactions.class)
                    .call(
                            Access.to(tenant, Purpose.OPERATIONS),
                            () -> envelopes.open(KeyUse.OPERATIONS, "drill", bytes));
            assertThat(new String(name, UTF_8)).isIn("North", "South", "West");
            assertThat(platform.getBean(Denials.class).denied(tenant, "shopper-7"))
                    .isTrue();
        });
    }

    @Test
    void withoutTheKeysOrWithAnotherPassphraseItIsRefusedBeforeAnythingIsMade() throws Exception {
        Path refused = path.resolve("refused");
        Path lonely = Files.copy(backup, path.resolve("lonely.zip"));
        Run keyless = run("restore", "--from", lonely, "--data", refused, "--passphrase-file", phrase);
        assertThat(keyless.code()).isEqualTo(2);
        assertThat(keyless.err()).contains("the keys of the backup are missing").contains("--keys");
        Path wrong = Files.writeString(path.resolve("wrong"), "another passphrase\n");
        Run run = run("restore", "--from", backup, "--data", refused, "--passphrase-file", wrong);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("the passphrase is another one");
        assertThat(refused).doesNotExist();
    }

    @Test
    void aBackupThatWasChangedOrIsCutOffIsRefused() throws Exception {
        Path changed = path.resolve("changed.zip");
        try (ZipFile whole = new ZipFile(backup.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : Collections.list(whole.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(whole.getInputStream(entry).readAllBytes(), UTF_8);
                out.write((entry.getName().equals("tables/tenant.copy") ? text.replace("North", "Norht") : text)
                        .getBytes(UTF_8));
            }
        }
        assertThat(restore(changed).code()).isEqualTo(2);
        assertThat(restore(changed).err()).contains("was damaged or changed at table tenant");
        byte[] bytes = Files.readAllBytes(backup);
        Path cut = Files.write(path.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(restore(cut).code()).isEqualTo(2);
        assertThat(restore(cut).err()).contains("cut off");
    }

    private static Run restore(Path file) {
        Path keys = path.resolve("backup.zip.keys");
        return run(
                "restore", "--from", file, "--keys", keys, "--data", path.resolve("none"), "--passphrase-file", phrase);
    }

    @Test
    void aFolderWhoseFirstStartIsNotDoneIsToldSo() {
        Path young = path.resolve("young");
        assertThat(run("keys", "rotate", "--data", young).err()).contains("there is no database in " + young);
        Maintenance.alone(young, null, null).close();
        Run run = run("keys", "rotate", "--data", young);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("has no tables yet");
        assertThat(young.resolve("keys")).doesNotExist();
    }

    @Test
    void aFolderWithAPlatformIsNotOverwritten() {
        Run run = run("restore", "--from", backup, "--data", folder, "--passphrase-file", phrase);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("has a platform already");
        assertThat(run("backup", "--to", backup, "--data", folder, "--passphrase-file", phrase)
                        .err())
                .contains("is there already");
    }

    @Test
    void aFolderWithoutKeysOrWithOthersDoesNotStartBesideSealedRows() throws Exception {
        Path keyless = path.resolve("keyless");
        copyTree(other, keyless);
        Path kept = Files.move(keyless.resolve("keys"), path.resolve("kept"));
        Run run = serve(keyless);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("has no keys, but the database has rows that are sealed");
        assertThat(keyless.resolve("keys")).as("none were made").doesNotExist();

        copyTree(kept, keyless.resolve("keys"));
        try (Stream<Path> files = Files.list(keyless.resolve("keys"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".key")).toList()) {
                Files.writeString(file, "ab".repeat(32));
            }
        }
        assertThat(serve(keyless).err()).contains("the keys and the database do not belong together");
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Counted retailer by retailer, since nobody sees all at once: as another backup counts them. */
    private static Map<String, Long> rows(Path data) throws Exception {
        Map<String, Long> counts = new TreeMap<>();
        Path copy = Files.createTempFile(path, "count", ".zip");
        Files.delete(copy);
        try (Maintenance database = Maintenance.beside(data, null, null)) {
            for (Manifest.Table table :
                    Backup.write(database, copy, Instant.EPOCH).tables()) {
                counts.put(table.name(), table.rows());
            }
        }
        return counts;
    }

    private record Run(int code, String out, String err) {}

    private static Run run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new MaintenanceTool()
                .run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    private static Run serve(Path data) {
        StringWriter err = new StringWriter();
        int code = new Serve()
                .run(new PrintWriter(err), new PrintWriter(err, true), "--openaisle.data=" + data, "--server.port=0");
        return new Run(code, "", err.toString());
    }
}
