package dev.cairn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.Invalid;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a data directory may be, and what becomes of it. */
class DataDirectoryTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwxr-x---", "rwx------", "rwxrwxrwx"})
    void aFolderThatIsThereKeepsItsPermissions(String permissions) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        DataDirectory directory = new DataDirectory(folder);
        directory.create();
        assertThat(permissions(folder)).isEqualTo(permissions);
        assertThat(directory.warning().isPresent()).isEqualTo(permissions.indexOf('r', 1) > 0);
    }

    @Test
    void aFolderThatIsMissingIsMadeForThisUserOnly() throws IOException {
        Path missing = folder.resolve("a/b");
        new DataDirectory(missing).create();
        assertThat(permissions(missing)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(new DataDirectory(missing).warning()).isEmpty();
    }

    @Test
    void aFolderInWhichNothingMayChangeIsRefusedAndLeftAsItIs() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThatThrownBy(new DataDirectory(folder)::create)
                .isInstanceOf(Denied.class)
                .hasMessageContaining("may not be written by you (r-xr-xr-x)");
        assertThat(permissions(folder)).isEqualTo("r-xr-xr-x");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aFolderThatMayNotBeReadIsRefused() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(closed), "skipped: this user may read everything");
        for (Path path : new Path[] {closed, closed.resolve("inside")}) {
            assertThatThrownBy(new DataDirectory(path)::requireReadable)
                    .isInstanceOf(Denied.class)
                    .hasMessageContaining("may not be read by you");
        }
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aFileInThePlaceOfTheFolderIsCalledAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "mine");
        assertThatThrownBy(new DataDirectory(file)::create)
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(new DataDirectory(file.resolve("below"))::create)
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("cannot be");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aLinkToNothingIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));
        assertThatThrownBy(new DataDirectory(link)::create)
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("not there");
        assertThat(folder.resolve("gone")).doesNotExist();
    }

    @Test
    void filesThatLinksLeadToKeepTheirPermissions() throws IOException {
        Path target = Files.writeString(folder.resolve("elsewhere.db"), "data");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(folder.resolve("cairn.db"), target);
        Path own = Files.createFile(folder.resolve("cairn.db-wal"));
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-rw-rw-"));
        new DataDirectory(folder).restrictFiles();
        assertThat(permissions(target)).isEqualTo("rw-r--r--");
        assertThat(permissions(own)).isEqualTo("rw-------");
    }

    /** Its token would be given to whoever answers there. */
    @Test
    void aServerWhoseNumberAnotherProcessHasIsNotBelieved() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/health/liveness", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        try {
            DataDirectory directory = new DataDirectory(folder);
            URI url = URI.create("http://127.0.0.1:" + other.getAddress().getPort());
            directory.announce(url, Optional.of("postgresql://db.example.com/cairn"));
            assertThat(directory.server()).map(DataDirectory.Announced::url).contains(url);
            Path file = folder.resolve("server.json");
            String announced = Files.readString(file);
            for (String started :
                    List.of("\"started\":\"2026-01-01T00:00:00Z\"", "\"started\":\"soon\"", "\"begun\":1")) {
                Files.writeString(file, announced.replaceFirst("\"started\":\"[^\"]*\"", started));
                assertThat(directory.server()).as(started).isEmpty();
            }
        } finally {
            other.stop(0);
        }
    }

    /** What shells call home counts before what the account says. */
    @Test
    void theHomeOfTheEnvironmentCounts() {
        String account = System.getProperty("user.home");
        Map.of("/elsewhere", "/elsewhere", "relative", account, "", account)
                .forEach((home, base) -> assertThat(new LocalServers(Map.of("HOME", home))
                                .dataDirectory(null)
                                .toString())
                        .startsWith(base));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
