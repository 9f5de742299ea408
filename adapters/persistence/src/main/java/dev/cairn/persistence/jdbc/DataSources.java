package dev.cairn.persistence.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import dev.cairn.schema.admin.SqliteFile;
import dev.cairn.schema.migration.Migrator;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.migration.Target.PostgresTarget;
import dev.cairn.sqlite.SqlFailure;
import dev.cairn.sqlite.SqliteDataSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Opens the database that the options name, after it has been brought to the current schema. */
@Factory
final class DataSources {
    /** The longest wait for a connection, so that callers learn within 5 s that the database is away. */
    private static final long WAIT_MILLIS = 3_000;

    /** So many connections are kept when nothing asks for more: a server that idles, or that few use, takes none from others. */
    private static final int IDLE = 2;

    /** The longest wait for a replica's connection, after which the read goes to the primary. */
    private static final long REPLICA_WAIT_MILLIS = 250;

    private static final long VALIDATION_MILLIS = 1_000;

    /**
     * For connecting to one host and for what is said before the first transaction, which has a patience of its own. Of several hosts in
     * the URL the first may hang: the next one is tried while the pool still waits.
     */
    private static final int CONNECT_SECONDS = 2;
    /** The host that was the primary may be so no longer, and the replica that was none may be one now. */
    private static final int HOST_SECONDS = 1;

    /**
     * After so many times a statement stays prepared on its connection, which a pooler gives to others; one that can cope with that
     * (pgbouncer 1.21 with max_prepared_statements) is named by a threshold in the address.
     */
    private static final String PREPARE_THRESHOLD = "prepareThreshold";

    private final List<AutoCloseable> open = new ArrayList<>();

    @Singleton
    @Primary
    @Named("default")
    DataSource dataSource(DatabaseOptions options, Clock clock) {
        return switch (options) {
            case DatabaseOptions.Sqlite sqlite -> {
                SqliteFile.prepare(sqlite.file(), clock);
                yield opened(sqlite);
            }
            case DatabaseOptions.Postgres postgres -> {
                boolean pooled = PostgresStart.await(postgres);
                new Migrator(new PostgresTarget(postgres), Scripts.builtIn(Engine.POSTGRESQL)).migrate();
                HikariDataSource source = new HikariDataSource(config(postgres, pooled));
                open.add(source);
                yield source;
            }
        };
    }

    private SqliteDataSource opened(DatabaseOptions.Sqlite options) {
        try {
            SqliteDataSource source = new SqliteDataSource(options.file(), options.fast());
            open.add(source);
            return source;
        } catch (SqlFailure e) {
            throw new StorageException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Opens the replica that the options name; one that is away does not keep the server from starting. */
    @Singleton
    @Requires(property = "cairn.database.replica", value = "true")
    ReadReplica replica(DatabaseOptions options, DataSource source) {
        DatabaseOptions.Replica wanted = Objects.requireNonNull(((DatabaseOptions.Postgres) options).replica());
        HikariDataSource primary = (HikariDataSource) DelegatingDataSource.unwrapDataSource(source);
        HikariConfig config = config(wanted.database(), false);
        config.setPoolName("cairn-replica");
        config.setReadOnly(true);
        config.setConnectionTimeout(REPLICA_WAIT_MILLIS);
        config.setInitializationFailTimeout(-1);
        ReadReplica replica = new ReadReplica(primary, new HikariDataSource(config), wanted.behindMax());
        open.addFirst(replica);
        return replica;
    }

    @Singleton
    Engine engine(DatabaseOptions options) {
        return Engine.of(options);
    }

    @PreDestroy
    void close() throws Exception {
        for (AutoCloseable source : open) {
            source.close();
        }
        open.clear();
    }

    private static HikariConfig config(DatabaseOptions.Postgres options, boolean pooled) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(options.url());
        config.setUsername(options.user());
        config.setPassword(options.password());
        config.setMaximumPoolSize(DatabaseOptions.Postgres.POOL_SIZE);
        config.setMinimumIdle(IDLE);
        config.setPoolName("cairn");
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(VALIDATION_MILLIS);
        config.addDataSourceProperty("ApplicationName", "cairn");
        config.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        config.addDataSourceProperty("socketTimeout", String.valueOf(CONNECT_SECONDS));
        config.addDataSourceProperty("hostRecheckSeconds", String.valueOf(HOST_SECONDS));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("stringtype", "unspecified");
        if (pooled && !options.url().contains(PREPARE_THRESHOLD)) {
            config.addDataSourceProperty(PREPARE_THRESHOLD, "0");
        }
        return config;
    }
}
