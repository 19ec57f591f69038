package org.openaisle.platform.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @Test
    void oneProcessAtATimeHoldsIt(@TempDir Path parent) {
        Path path = parent.resolve("data");
        try (DataFolder first = DataFolder.open(path)) {
            assertThat(first.path()).isEqualTo(path.toAbsolutePath());
            assertThatThrownBy(() -> DataFolder.open(path))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("another OpenAisle uses the folder " + path);
        }
        DataFolder.open(path).close();
    }

    @Test
    void passwordsStayTheSameAndOnlyTheOwnerReadsThem(@TempDir Path parent) throws IOException {
        Path path = parent.resolve("data");
        String made;
        try (DataFolder folder = DataFolder.open(path)) {
            made = folder.password("gate");
            assertThat(folder.password("till")).isNotEqualTo(made).hasSize(64);
        }
        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(folder.password("gate")).isEqualTo(made);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("passwords/gate"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aPathThatIsAFileIsRefusedWithAWayOut(@TempDir Path parent) throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--data");
    }
}
