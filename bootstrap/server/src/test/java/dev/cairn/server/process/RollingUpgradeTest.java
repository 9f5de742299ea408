package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.testkit.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G6: this version beside one that has one migration more; with code that is newer too, see {@link AddAFieldTest}. */
@Tag("slow")
class RollingUpgradeTest {
    private static final String EXPANDING = """
            ALTER TABLE tickets ADD COLUMN later text;
            ALTER TABLE queue_items ADD COLUMN later bigint NOT NULL DEFAULT 0;
            CREATE INDEX tickets_later ON tickets (later) WHERE later IS NOT NULL;
            """;

    @TempDir
    Path folder;

    @Test
    void serversOfTheVersionBeforeServeAndStartBesideTheNewOnes() throws Exception {
        try (EmbeddedPostgres postgres = TestPostgres.builder().start()) {
            new RollingUpgrade(url(postgres), folder.resolve("rolling"), next("later expand", EXPANDING))
                    .run(new Random(Seed.next()), (old, young, queue) -> {
                        assertThat(old.get("/queues/" + queue).status()).isEqualTo(200);
                        assertThat(young.get("/queues/" + queue).status()).isEqualTo(200);
                    });
        }
    }

    @Test
    void aServerDoesNotStartOnASchemaThatItCannotLiveWith() throws Exception {
        try (EmbeddedPostgres postgres = TestPostgres.builder().start()) {
            Map<String, String> environment = environment(postgres);
            next("gone", "ALTER TABLE tickets DROP COLUMN overview CASCADE;\n")
                    .start(folder.resolve("new"), environment)
                    .close();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> ChildServer.start(folder.resolve("old"), environment))
                    .withMessageContaining("was written by a newer version");
        }
    }

    /** The server under test with a migration more: its list and files come first on the class path. */
    private ChildServer.Build next(String line, String sql) throws IOException {
        Path files = folder.resolve("next");
        String list;
        try (InputStream listed = RollingUpgradeTest.class.getResourceAsStream("/db/migrations")) {
            list = new String(listed.readAllBytes(), UTF_8);
        }
        long version = list.lines().count() + 1;
        Path db = Files.createDirectories(files.resolve("db"));
        Files.writeString(db.resolve("migrations"), list + version + " " + line + "\n");
        for (String engine : new String[] {"postgresql", "sqlite"}) {
            Path scripts = Files.createDirectories(db.resolve(engine));
            String name = "%d__%s.sql".formatted(version, line.split(" ", 2)[0]);
            Files.writeString(scripts.resolve("V" + name), sql);
            Files.writeString(scripts.resolve("U" + name), "");
        }
        String classPath = files + File.pathSeparator + System.getProperty("java.class.path");
        return (data, environment) -> ChildServer.start(data, classPath, environment);
    }

    private static String url(EmbeddedPostgres postgres) {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    private static Map<String, String> environment(EmbeddedPostgres postgres) {
        return Map.of(
                "CAIRN_DATABASE_URL", url(postgres),
                "CAIRN_DATABASE_USER", "postgres",
                "CAIRN_DATABASE_PASSWORD", "postgres");
    }
}
