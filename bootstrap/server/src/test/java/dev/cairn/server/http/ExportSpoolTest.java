package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** P6: what cannot be written to its temporary file is a 507, and nothing half. */
final class ExportSpoolTest {
    @TempDir
    Path directory;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anExportWaitsInTheDataDirectoryAndLeavesNothing() throws Exception {
        try (TestServer server = TestServer.start(directory)) {
            server.post("/projects", "{\"key\":\"EX\",\"name\":\"Export\"}");
            Answer export = server.get("/projects/EX/export");
            assertThat(export.status()).isEqualTo(200);
            assertThat(export.text()).contains("\"EX\"");
            Path folder = directory.resolve("tmp");
            assertThat(folder).isEmptyDirectory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    /** Also for root, whom no permission keeps out. */
    @Test
    void withoutTheFolderForItAnExportIsA507AndTheServerGoesOn() throws Exception {
        try (TestServer server = TestServer.start(directory)) {
            server.post("/projects", "{\"key\":\"EX\",\"name\":\"Export\"}");
            Path instead = Files.writeString(directory.resolve("tmp"), "no folder");
            Answer refused = server.get("/projects/EX/export");
            assertThat(refused.status()).isEqualTo(507);
            assertThat(refused.field("code")).isEqualTo("disk_full");
            assertThat(refused.text()).doesNotContain(directory.toString());
            Files.delete(instead);
            assertThat(server.get("/projects/EX/export").status()).isEqualTo(200);
        }
    }
}
