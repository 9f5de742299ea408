package dev.cairn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.cli.ServerLauncher.Running;
import dev.cairn.domain.error.Invalid;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServersTest {
    @TempDir
    Path folder;

    @Test
    void durabilityIsFullUnlessFastIsAskedFor() {
        assertThat(database(Map.of())).isEqualTo(new DatabaseOptions.Sqlite(folder.resolve("cairn.db"), false));
        assertThat(database(Map.of("CAIRN_DURABILITY", "fast")))
                .isEqualTo(new DatabaseOptions.Sqlite(folder.resolve("cairn.db"), true));
    }

    @Test
    void anotherDurabilityIsRefusedBeforeAnythingIsOpened() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> database(Map.of("CAIRN_DURABILITY", "none")))
                .withMessageContaining("full or fast");
        assertThat(folder).isEmptyDirectory();
    }

    /** Who has put it into CAIRN_TOKEN is let in whether a server runs or not. */
    @Test
    void aCommandWithoutAServerTakesTheTokenOfThisMachine() {
        LocalServers servers = new LocalServers(Map.of());
        String before;
        try (Running inside = servers.start(folder, 0, false)) {
            before = inside.address().token();
        }
        assertThat(folder.resolve("token")).doesNotExist();
        String token;
        try (Running server = servers.start(folder, 0, true)) {
            token = server.address().token();
            assertThat(token).isNotEqualTo(before);
        }
        try (Running inside = servers.start(folder, 0, false)) {
            assertThat(inside.address().token()).isEqualTo(token);
        }
    }

    private DatabaseOptions database(Map<String, String> environment) {
        return new LocalServers(environment).database(new DataDirectory(folder));
    }
}
