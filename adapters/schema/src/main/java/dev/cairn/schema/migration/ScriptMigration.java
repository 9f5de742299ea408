package dev.cairn.schema.migration;

import dev.cairn.schema.Engine;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.extensibility.MigrationType;
import org.flywaydb.core.internal.jdbc.Results;

/**
 * A script as Flyway knows migrations. Flyway begins the transaction and writes its history in it; the script runs by our
 * runner, which compares and refuses (S6).
 */
record ScriptMigration(Script script, Engine engine, ScriptRunner runner)
        implements ResolvedMigration, MigrationExecutor {
    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(String.valueOf(script.version()));
    }

    @Override
    public String getDescription() {
        return script.name().replace('_', ' ');
    }

    @Override
    public String getScript() {
        return script.file();
    }

    @Override
    public Integer getChecksum() {
        return script.checksum();
    }

    @Override
    public MigrationType getType() {
        return CoreMigrationType.CUSTOM;
    }

    @Override
    public String getPhysicalLocation() {
        return engine.id() + "/" + script.file();
    }

    @Override
    public MigrationExecutor getExecutor() {
        return this;
    }

    @Override
    public boolean checksumMatches(Integer checksum) {
        return getChecksum().equals(checksum);
    }

    @Override
    public boolean checksumMatchesWithoutBeingIdentical(Integer checksum) {
        return false;
    }

    @Override
    public List<Results> execute(Context context) throws SQLException {
        runner.run(context.getConnection(), script.file(), script.statements());
        if (engine == Engine.SQLITE) {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("PRAGMA user_version = " + script.version());
            }
        }
        return List.of();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public boolean shouldExecute() {
        return true;
    }
}
