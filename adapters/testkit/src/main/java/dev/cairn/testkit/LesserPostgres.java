package dev.cairn.testkit;

import dev.cairn.application.database.DatabaseOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL that gives no more than Cairn may rest on (G3): pgbouncer in transaction mode stands before it, and the role may take
 * no advisory lock and notify nobody. With {@code -Dcairn.postgres=lesser} ({@code -Plesser}) the suites run on it.
 */
public final class LesserPostgres {
    private static final String MISSING =
            "There is no pgbouncer here (apt-get install pgbouncer): what needs it is skipped, the rest runs without it";
    private static final String ROLE = "cairn";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final String REVOKE = """
            DO $$
            DECLARE f regprocedure;
            BEGIN
                FOR f IN SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
                            AND (proname LIKE 'pg%advisory%' OR proname = 'pg_notify') LOOP
                    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
                END LOOP;
            END $$""";
    private final EmbeddedPostgres server;
    private final int port;

    private LesserPostgres(EmbeddedPostgres server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Whether the tests shall run on one; without a pgbouncer they run on PostgreSQL as it is. */
    public static boolean isWanted() {
        boolean wanted = "lesser".equals(System.getProperty("cairn.postgres"));
        if (wanted && program().isEmpty()) {
            System.err.println(MISSING);
        }
        return wanted && program().isPresent();
    }

    /** Makes a role with less, and starts a pgbouncer that ends with this JVM; where there is none, the test is skipped. */
    public static LesserPostgres before(EmbeddedPostgres server) {
        Optional<Path> program = program();
        Assumptions.assumeTrue(program.isPresent(), MISSING);
        LesserPostgres lesser = new LesserPostgres(server, start(program.get(), server.getPort()));
        lesser.run("postgres", "CREATE ROLE " + ROLE + " LOGIN");
        lesser.run("template1", REVOKE);
        return lesser;
    }

    /** Makes an empty database that belongs to the role. */
    public DatabaseOptions.Postgres create(String database) {
        run("postgres", "CREATE DATABASE %s OWNER %s".formatted(database, ROLE));
        return options(database);
    }

    /** A database as the role sees it through pgbouncer. */
    public DatabaseOptions.Postgres options(String database) {
        return new DatabaseOptions.Postgres("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), ROLE, "");
    }

    /** A database as the role sees it without pgbouncer. */
    public DatabaseOptions.Postgres direct(String database) {
        return new DatabaseOptions.Postgres(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database), ROLE, "");
    }

    /** As the administrator of the server, who is not held back. */
    public void run(String database, String sql) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> program() {
        return Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** It refuses to run as root, and needs no user of the machine. */
    private static int start(Path program, int server) {
        try {
            Path folder = Files.createTempDirectory("pgbouncer");
            int port = freePort();
            Path users = Files.writeString(folder.resolve("users"), "\"%s\" \"\"%n".formatted(ROLE));
            Path configuration = Files.writeString(folder.resolve("pgbouncer.ini"), configuration(server, port, users));
            boolean root = "root".equals(System.getProperty("user.name"));
            List<String> command = Stream.concat(
                            root ? Stream.of("unshare", "-U") : Stream.empty(),
                            Stream.of(program.toString(), configuration.toString()))
                    .toList();
            Path log = folder.resolve("log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            await(process, port, log);
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Servers' connections are given up soon: each test has a database of its own. */
    private static String configuration(int server, int port, Path users) {
        return """
                [databases]
                * = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s
                pool_mode = transaction
                max_client_conn = 2000
                default_pool_size = 12
                server_idle_timeout = 2
                ignore_startup_parameters = extra_float_digits
                """.formatted(server, port, users);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void await(Process process, int port, Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("pgbouncer did not start: " + Files.readString(log), e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
