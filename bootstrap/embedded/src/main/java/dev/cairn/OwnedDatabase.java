package dev.cairn;

import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.persistence.activity.RestoredLog;
import dev.cairn.persistence.verify.Verification;
import dev.cairn.schema.admin.DatabaseAdmin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Changes a database only while no other process has it open; reading and copying it need no such check. */
final class OwnedDatabase implements DatabaseAdministration {
    private final DatabaseOptions options;
    private final DatabaseAdmin admin;

    OwnedDatabase(DatabaseOptions options, Clock clock, Path dumps) {
        this.options = options;
        this.admin = new DatabaseAdmin(options, clock, Verification::of, RestoredLog.FORGET, dumps);
    }

    @Override
    public Status status() {
        return admin.status();
    }

    @Override
    public Examined examine() {
        return admin.examine();
    }

    @Override
    public Check check() {
        return admin.check();
    }

    @Override
    public Verified verify() {
        return admin.verify();
    }

    @Override
    public List<Finding> lint(Map<String, String> severities) {
        return admin.lint(severities);
    }

    @Override
    public Migrated migrate(boolean dryRun, boolean acceptDrift) {
        return dryRun ? admin.migrate(true, acceptDrift) : owning(() -> admin.migrate(false, acceptDrift));
    }

    @Override
    public Rehearsed rehearse(boolean acceptDrift) {
        return admin.rehearse(acceptDrift);
    }

    @Override
    public Migrated rollback(int version, boolean acceptNoBackup) {
        return owning(() -> admin.rollback(version, acceptNoBackup));
    }

    @Override
    public Backup backup(Progress progress) {
        return admin.backup(progress);
    }

    @Override
    public Optional<List<KeptBackup>> backups() {
        return admin.backups();
    }

    @Override
    public Restored restore(Path backup, boolean acceptDrift, Progress progress) {
        return owning(() -> admin.restore(backup, acceptDrift, progress));
    }

    private <T> T owning(Supplier<T> work) {
        return switch (options) {
            case DatabaseOptions.Sqlite sqlite -> {
                try (DatabaseLock _ = DatabaseLock.take(sqlite.file())) {
                    yield work.get();
                }
            }
            case DatabaseOptions.Postgres _ -> work.get();
        };
    }
}
