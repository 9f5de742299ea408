package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.cairn.testkit.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** G8: reads go to a streaming replica while it is close enough behind, and never miss what who asks has written. */
@Tag("postgres")
@Timeout(120)
final class ReadReplicaTest {
    private static final String HEADER = "Log-Position";
    private static final int WRITES = 50;

    @TempDir
    private Path directory;

    /** Makes a replica of a cold copy, as the programs that copy a running one are not among what is embedded. */
    private EmbeddedPostgres replicaOf(int port, Path primary) throws IOException {
        Path copy = directory.resolve("copy");
        try (Stream<Path> files = Files.walk(primary)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = copy.resolve(primary.relativize(file).toString());
                Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.createFile(copy.resolve("standby.signal"));
        return TestPostgres.builder()
                .setDataDirectory(copy)
                .setCleanDataDirectory(false)
                .setServerConfig("hot_standby", "on")
                .setServerConfig(
                        "primary_conninfo", "'host=localhost port=%d user=postgres password=postgres'".formatted(port))
                .start();
    }

    private static EmbeddedPostgres primary(Path data, int port) throws IOException {
        return TestPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("wal_level", "replica")
                .start();
    }

    private static String url(EmbeddedPostgres postgres) {
        return "postgres://postgres:postgres@localhost:%d/postgres".formatted(postgres.getPort());
    }

    private static void tell(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long reads(TestServer server, String by) {
        String line = "cairn_database_replica_reads_total{by=\"%s\"} ".formatted(by);
        return server.get("/metrics")
                .text()
                .lines()
                .filter(text -> text.startsWith(line))
                .mapToLong(text -> Long.parseLong(text.substring(line.length())))
                .sum();
    }

    @Test
    void readersGoToTheReplicaAndFindWhatTheyWrote() throws Exception {
        Path data = directory.resolve("primary");
        int port;
        try (EmbeddedPostgres first = primary(data, 0)) {
            port = first.getPort();
        }
        EmbeddedPostgres replica = replicaOf(port, data);
        try (EmbeddedPostgres primary = primary(data, port);
                replica) {
            Map<String, String> environment = Map.of(
                    "CAIRN_DATABASE_URL", url(primary),
                    "CAIRN_DATABASE_READ_URL", url(replica),
                    "CAIRN_DATABASE_READ_BEHIND_MAX_MILLIS", "10000");
            try (TestServer server = TestServer.start(directory.resolve("home"), environment)) {
                String wrote = server.post("/projects", "{\"key\":\"REP\",\"name\":\"R\"}")
                        .header(HEADER)
                        .orElseThrow();
                assertThat(Long.parseLong(wrote)).isPositive();
                String last = everybodyFindsWhatTheyWrote(server, wrote);
                while (reads(server, "replica") == 0) { // as soon as it has caught up
                    assertThat(list(server, last)).contains(title(WRITES - 1));
                }

                tell(replica, "SELECT pg_wal_replay_pause()");
                String newer = server.post("/projects/REP/tickets", "{\"title\":\"not there yet\"}")
                        .header(HEADER)
                        .orElseThrow();
                assertThat(list(server, newer)).contains("not there yet");
                assertThat(list(server, null)).contains("not there yet");
                assertThat(list(server, "0")).as("10 s behind are allowed").doesNotContain("not there yet");
                assertThat(server.get("/projects/REP/tickets", HEADER, "soon").status())
                        .isEqualTo(400);

                replica.close();
                ListAppender<ILoggingEvent> said = heard();
                assertThat(list(server, "0")).as("the replica is away").contains("not there yet");
                while (said.list.isEmpty()) { // as soon as it is asked again
                    assertThat(list(server, "0")).contains("not there yet");
                }
                assertThat(said.list.getFirst().getFormattedMessage())
                        .startsWith("CAIRN_DATABASE_READ_URL is not used: it cannot be asked");
            }
        }
    }

    private static ListAppender<ILoggingEvent> heard() {
        Logger log = (Logger) LoggerFactory.getLogger("dev.cairn.persistence.jdbc.ReadReplica");
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.setContext(log.getLoggerContext());
        said.start();
        log.addAppender(said);
        return said;
    }

    private static String title(int number) {
        return "ticket-%d.".formatted(number);
    }

    private static String everybodyFindsWhatTheyWrote(TestServer server, String from) {
        String position = from;
        for (int i = 0; i < WRITES; i++) {
            position = server.post("/projects/REP/tickets", "{\"title\":\"%s\"}".formatted(title(i)))
                    .header(HEADER)
                    .orElseThrow();
            assertThat(list(server, position)).contains(title(i));
        }
        return position;
    }

    private static String list(TestServer server, @Nullable String position) {
        String path = "/projects/REP/tickets?sort=-createdAt";
        return (position == null ? server.get(path) : server.get(path, HEADER, position)).text();
    }
}
