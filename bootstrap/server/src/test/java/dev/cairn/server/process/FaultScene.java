package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.testkit.DatabaseWire;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Two servers, each with a wire of its own to one PostgreSQL, which may have a replica that takes its place. */
final class FaultScene implements AutoCloseable {
    static final int SERVERS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long GIVES_UP_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Path folder;
    private final int standbyPort = PostgresCluster.freePort();
    private final List<DatabaseWire> wires = new ArrayList<>();
    private final Fleet fleet;
    private PostgresCluster primary;
    private FaultClient.Ledger ledger = new FaultClient.Ledger();
    private long slowestNanos;
    private int copies;
    private int asked;

    FaultScene(Path programs, Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.primary = PostgresCluster.start(programs, folder.resolve("postgres"));
        List<Path> folders = new ArrayList<>();
        List<Map<String, String>> environments = new ArrayList<>();
        for (int i = 0; i < SERVERS; i++) {
            DatabaseWire wire = DatabaseWire.to(primary.port());
            wires.add(wire);
            folders.add(folder.resolve("server" + i));
            environments.add(Map.of(
                    "CAIRN_DATABASE_URL",
                    "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres?targetServerType=primary"
                            .formatted(wire.port(), standbyPort),
                    "CAIRN_DATABASE_USER",
                    PostgresCluster.USER));
        }
        this.fleet = new Fleet(folders, environments);
    }

    Fleet fleet() {
        return fleet;
    }

    DatabaseWire wire(int place) {
        return wires.get(place);
    }

    PostgresCluster primary() {
        return primary;
    }

    DatabaseOptions.Postgres database() {
        return new DatabaseOptions.Postgres(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(primary.port()), PostgresCluster.USER, "");
    }

    private List<String> column(String sql) throws SQLException {
        return Acknowledged.column(database(), sql);
    }

    /** The processes in the database that serve one of the servers. */
    List<Long> backends(int place) throws SQLException {
        String ports = wires.get(place).ports().stream().map(String::valueOf).collect(Collectors.joining(","));
        return column("SELECT pid FROM pg_stat_activity WHERE client_port IN (%s)".formatted(ports)).stream()
                .map(Long::valueOf)
                .toList();
    }

    /** Makes a replica that every commit waits for. */
    PostgresCluster standby() throws IOException, InterruptedException, SQLException {
        PostgresCluster standby = primary.standby(
                folder.resolve("copy" + copies++), primary.port() == standbyPort ? port() : standbyPort);
        while (!column("SELECT sync_state FROM pg_stat_replication").equals(List.of("sync"))) {
            Fleet.pause(50);
        }
        return standby;
    }

    /** Where the wires lead. */
    private int port() {
        return wires.getFirst().target();
    }

    /** Has a replica take the place of what was killed. */
    void promote(PostgresCluster standby) throws IOException, InterruptedException {
        standby.promote();
        primary = standby;
    }

    /** Begins to count anew. */
    FaultClient.Ledger newLedger() {
        ledger = new FaultClient.Ledger();
        slowestNanos = 0;
        return ledger;
    }

    long slowestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(slowestNanos);
    }

    /** Waits until each of these makes a ticket and says that it is ready; how long that took since then is remembered. */
    void awaitService(long since, List<Integer> places) throws IOException, InterruptedException {
        for (int place : places) {
            ChildServer server = fleet.at(place);
            Api api = new Api(server.url(), server.token(), PATIENCE);
            String title = "served-" + asked++;
            while (!FaultClient.isServed(api, title, ledger)) {
                if (System.nanoTime() - since > GIVES_UP_NANOS) {
                    throw new AssertionError("A server does not come back");
                }
                Fleet.pause(20);
            }
            slowestNanos = Math.max(slowestNanos, System.nanoTime() - since);
        }
    }

    /** While the database is away, a server says so, and when to ask again. */
    void assertUnready() throws IOException, InterruptedException {
        for (int place = 0; place < SERVERS; place++) {
            ChildServer server = fleet.at(place);
            Api.Readiness readiness = new Api(server.url(), server.token(), FaultClient.PATIENCE).readiness();
            assertThat(readiness.status()).isEqualTo(503);
            assertThat(readiness.retryAfter()).isPresent();
        }
    }

    @Override
    public void close() throws IOException {
        fleet.close();
        for (DatabaseWire wire : wires) {
            wire.close();
        }
        primary.close();
    }
}
