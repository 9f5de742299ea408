package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
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

    /** P10: whoever only asks, or leaves, leaves no file that is open behind. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void anExportThatIsNotReadIsClosedAtOnce() throws Exception {
        try (TestServer server = TestServer.start(directory)) {
            server.post("/projects", "{\"key\":\"EX\",\"name\":\"Export\"}");
            for (String path : List.of("/projects/EX/export", "/prompts/export?project=EX&format=zip")) {
                Answer head = server.send("HEAD", path, null);
                assertThat(head.status()).isEqualTo(200);
                assertThat(head.header("Content-Disposition"))
                        .isEqualTo(server.get(path).header("Content-Disposition"));
                for (int i = 0; i < 20; i++) {
                    try (Socket left = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                        left.getOutputStream()
                                .write(server.head("GET /api/v1" + path, "Host: localhost")
                                        .getBytes(UTF_8));
                    }
                }
            }
            assertThat(server.send("HEAD", "/projects/NONE/export", null).status())
                    .isEqualTo(404);
            server.stop(); // What was asked for is answered by then.
            assertThat(open()).isEmpty();
        }
    }

    private List<String> open() throws IOException {
        List<String> open = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path file : files) {
                try {
                    String name = Files.readSymbolicLink(file).toString();
                    if (name.startsWith(directory + "/tmp/")) {
                        open.add(name);
                    }
                } catch (NoSuchFileException _) {
                    // It was closed meanwhile.
                }
            }
        }
        return open;
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
