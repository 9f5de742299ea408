package dev.cairn.schema.admin;

import static dev.cairn.schema.sql.Statements.run;
import static dev.cairn.schema.sql.Statements.text;

import dev.cairn.application.database.DatabaseAdministration.Symptom;
import dev.cairn.application.database.DatabaseOptions.Postgres;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.generate.Generation;
import dev.cairn.schema.migration.Target.PostgresTarget;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Looks at a PostgreSQL, or what speaks its protocol, for what Cairn needs and what it is faster with (G3). */
final class PostgresExamination {
    private static final int OLDEST = 15;
    private static final int NEWEST_TESTED = 18;
    /** A server of Cairn: its pool, and the connection that asks whether it can serve. */
    private static final int CONNECTIONS = Postgres.POOL_SIZE + 1;

    private static final Duration CLOCKS_APART = Duration.ofSeconds(1);
    private static final int ROUND_TRIPS = 11;
    private static final double SLOW_MILLIS = 5;
    private static final String NUMBERS =
            "SELECT pg_current_xact_id()::text::bigint, pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private final PostgresTarget target;
    private final Generation schema;
    private final Clock clock;
    private final Symptoms symptoms = new Symptoms();

    private PostgresExamination(PostgresTarget target, Generation schema, Clock clock) {
        this.target = target;
        this.schema = schema;
        this.clock = clock;
    }

    /**
     * @param schema tries whether all tables can be made
     * @throws StorageException when it cannot be reached at all
     */
    static List<Symptom> of(PostgresTarget target, Generation schema, Clock clock) {
        PostgresExamination examination = new PostgresExamination(target, schema, clock);
        try (Connection connection = target.open()) {
            examination.engine(connection);
            boolean pooled = examination.pooler(connection);
            examination.writing(connection);
            examination.conflicts(connection);
            examination.settings(connection);
            examination.numbers(connection);
            examination.tables();
            examination.encoding(connection);
            examination.durability(connection);
            examination.time(connection);
            examination.encryption(connection, pooled);
            if (!pooled) {
                examination.connections(connection);
            }
            return examination.symptoms.all();
        } catch (SQLException e) {
            throw new StorageException("%s cannot be opened: %s".formatted(target.name(), e.getMessage()), e);
        }
    }

    private void engine(Connection connection) {
        symptoms.look("version", "Cairn needs what speaks PostgreSQL's protocol", () -> {
            String says = text(connection, "SELECT version()");
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (!says.startsWith("PostgreSQL ") || says.contains("-YB-")) {
                symptoms.warn(
                        "version",
                        says,
                        "Only PostgreSQL itself is tested: docs/guides/engines.md says what to expect");
            } else if (major < OLDEST) {
                symptoms.error("version", says, "Cairn needs PostgreSQL %d or newer".formatted(OLDEST));
            } else if (major > NEWEST_TESTED) {
                symptoms.warn("version", says, "Tested is up to PostgreSQL %d".formatted(NEWEST_TESTED));
            } else {
                symptoms.ok("version", "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion());
            }
        });
    }

    private boolean pooler(Connection connection) throws SQLException {
        boolean pooled = PostgresTarget.isPooled(connection);
        if (!pooled) {
            symptoms.ok("pooler", "none: statements stay prepared on their connections");
        } else if (target.url().contains("prepareThreshold=") && !target.url().contains("prepareThreshold=0")) {
            symptoms.warn(
                    "pooler",
                    "one stands between, and prepareThreshold in the address says that it knows prepared statements",
                    "pgbouncer does since 1.21, with max_prepared_statements; otherwise leave prepareThreshold out");
        } else {
            symptoms.warn(
                    "pooler",
                    "one stands between: statements are parsed each time; cairn db backup and restore do not work through it",
                    "It is correct so. Connections without a pooler are faster while max_connections is enough for all servers");
        }
        symptoms.ok("session", "advisory locks, LISTEN and NOTIFY are not used, whether they are there or not");
        return pooled;
    }

    private void writing(Connection connection) {
        symptoms.look("writing", "Name the primary", () -> {
            boolean standby = text(connection, "SELECT pg_is_in_recovery()").equals("t");
            boolean readOnly =
                    text(connection, "SHOW default_transaction_read_only").equals("on");
            if (standby) {
                symptoms.error(
                        "writing", "it is a standby", "Name the primary, or all of them and targetServerType=primary");
            } else if (readOnly) {
                symptoms.error(
                        "writing", "default_transaction_read_only is on", "ALTER ROLE or ALTER DATABASE … SET it off");
            } else {
                symptoms.ok("writing", "it is the primary, and may be written to");
            }
        });
    }

    private void conflicts(Connection connection) {
        String name = "serializable";
        symptoms.look(
                name,
                "The role needs CREATE on the schema, and the engine SERIALIZABLE transactions",
                () -> judge(name, new SerializableTrial(target, connection).conflict()));
    }

    private void judge(String name, String lost) {
        switch (lost) {
            case "40001" -> symptoms.ok(name, "of two writes that contradict each other one is refused, by 40001");
            case "" ->
                symptoms.error(
                        name,
                        "two writes that contradict each other were both stored",
                        "The engine has no serializable transactions: Cairn's rules do not hold on it");
            default ->
                symptoms.error(
                        name,
                        "a conflict is told by %s, not 40001".formatted(lost),
                        "Cairn would not repeat the write: it cannot work on this engine");
        }
    }

    private void settings(Connection connection) {
        symptoms.look("settings", "Cairn's writes begin with these settings", () -> {
            run(connection, SerializableTrial.BEGIN);
            try {
                for (String setting : List.of(
                        "enable_seqscan = off",
                        "jit = off",
                        "plan_cache_mode = force_generic_plan",
                        "lock_timeout = '5s'",
                        "statement_timeout = '60s'",
                        "idle_in_transaction_session_timeout = '10s'")) {
                    run(connection, "SET LOCAL " + setting);
                }
                symptoms.ok("settings", "a transaction may bound its time and choose its plans");
            } finally {
                run(connection, "ROLLBACK");
            }
        });
    }

    private void numbers(Connection connection) {
        symptoms.look(
                "log", "The log takes its numbers from the engine's transactions: Cairn cannot work without", () -> {
                    text(connection, NUMBERS);
                    symptoms.ok("log", "transactions have numbers, and snapshots tell which are over");
                });
    }

    /** Makes all tables in a schema that is rolled back. */
    private void tables() {
        String remedy =
                "GRANT CREATE ON DATABASE … TO the role: without it no migration can be tried, and cairn db check not work";
        symptoms.look("tables", remedy, () -> {
            schema.migrated();
            symptoms.ok("tables", "all tables, indexes and searched texts can be made; no extension is needed");
        });
    }

    private void encoding(Connection connection) {
        symptoms.look("text", "Cairn needs a database in UTF8", () -> {
            String encoding = text(connection, "SHOW server_encoding");
            if (!encoding.equals("UTF8")) {
                symptoms.error(
                        "text", "the encoding is " + encoding, "CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0");
                return;
            }
            String changed = text(connection, """
                    SELECT datcollate FROM pg_database WHERE datname = current_database()
                       AND datcollversion <> pg_database_collation_actual_version(oid)""");
            if (changed.isEmpty()) {
                symptoms.ok(
                        "text",
                        "UTF8, sorted as %s"
                                .formatted(text(
                                        connection,
                                        "SELECT datcollate FROM pg_database WHERE datname = current_database()")));
            } else {
                symptoms.warn(
                        "text",
                        "the system's order of %s has changed since the indexes were made".formatted(changed),
                        "REINDEX DATABASE, then ALTER DATABASE … REFRESH COLLATION VERSION");
            }
        });
    }

    private void durability(Connection connection) {
        symptoms.look("durability", "Ask the engine's manual what a COMMIT survives", () -> {
            for (String setting : List.of("fsync", "full_page_writes")) {
                if (text(connection, "SHOW " + setting).equals("off")) {
                    symptoms.error(
                            "durability", setting + " is off: a power cut may destroy the database", "Switch it on");
                    return;
                }
            }
            String commit = text(connection, "SHOW synchronous_commit");
            if (commit.equals("off")) {
                symptoms.warn(
                        "durability",
                        "synchronous_commit is off: a crash takes the last moments, also what was acknowledged",
                        "Switch it on, unless you gave that up for speed");
            } else {
                symptoms.ok(
                        "durability",
                        "a COMMIT is on disk before it is acknowledged (synchronous_commit " + commit + ")");
            }
        });
    }

    private void time(Connection connection) {
        symptoms.look("time", "Cairn takes its time from clock_timestamp()", () -> {
            double[] millis = new double[ROUND_TRIPS];
            Duration apart = Duration.ZERO;
            for (int i = 0; i < ROUND_TRIPS; i++) {
                long started = System.nanoTime();
                double seconds = Double.parseDouble(text(connection, "SELECT extract(epoch FROM clock_timestamp())"));
                millis[i] = (System.nanoTime() - started) / 1e6;
                apart = Duration.between(clock.instant(), Instant.ofEpochMilli(Math.round(seconds * 1_000)));
            }
            if (apart.abs().compareTo(CLOCKS_APART) > 0) {
                symptoms.warn(
                        "time",
                        "its clock and this machine's are %d s apart"
                                .formatted(apart.abs().toSeconds()),
                        "Set both by NTP. Servers follow the database's; their logs do not");
            } else {
                symptoms.ok("time", "its clock and this machine's agree");
            }
            Arrays.sort(millis);
            double median = millis[ROUND_TRIPS / 2];
            String words = String.format(Locale.ROOT, "an answer takes %.1f ms", median);
            if (median > SLOW_MILLIS) {
                symptoms.warn(
                        "distance", words, "A write asks about ten times: run the servers nearer to the database");
            } else {
                symptoms.ok("distance", words);
            }
        });
    }

    /** A pooler's own way to the database is not seen from here. */
    private void encryption(Connection connection, boolean pooled) {
        symptoms.look("encryption", "Name sslmode=verify-full in the address", () -> {
            String name = target.name();
            boolean local = name.matches(".*//(localhost|127\\.[0-9.]+|\\[::1])([:/].*)?");
            boolean verified = target.url().contains("sslmode=verify-full");
            boolean encrypted = pooled
                    || text(connection, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                            .equals("t");
            if (local || (verified && encrypted)) {
                symptoms.ok(
                        "encryption",
                        local ? "it is on this machine" : "the connection is encrypted, and the server verified");
            } else if (encrypted && !pooled) {
                symptoms.warn(
                        "encryption",
                        "the connection is encrypted, but nobody looks who answers",
                        "Name sslmode=verify-full, and sslrootcert unless the system knows who signed");
            } else {
                symptoms.warn(
                        "encryption",
                        "password and data may go over the network in clear",
                        "Name sslmode=verify-full, and sslrootcert unless the system knows who signed");
            }
        });
    }

    private void connections(Connection connection) {
        symptoms.look("connections", "A server of Cairn takes %d".formatted(CONNECTIONS), () -> {
            long most = Long.parseLong(text(connection, """
                    SELECT least(current_setting('max_connections')::int
                                   - current_setting('superuser_reserved_connections')::int,
                                 (SELECT nullif(datconnlimit, -1) FROM pg_database WHERE datname = current_database()),
                                 (SELECT nullif(rolconnlimit, -1) FROM pg_roles WHERE rolname = current_user))"""));
            long servers = most / CONNECTIONS;
            String words = "%d are allowed, and a server of Cairn takes %d".formatted(most, CONNECTIONS);
            String remedy = "Raise max_connections (or the limit of the role or database), or put pgbouncer before it";
            if (servers < 1) {
                symptoms.error("connections", words, remedy);
            } else if (servers < 2) {
                symptoms.warn("connections", words + ": no second one fits", remedy);
            } else {
                symptoms.ok("connections", words + ": up to %d servers".formatted(servers));
            }
        });
    }
}
