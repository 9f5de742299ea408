package dev.cairn.application.database;

import dev.cairn.application.database.DatabaseAdministration.Backup;
import dev.cairn.application.database.DatabaseAdministration.KeptBackup;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.user.Caller;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Copies of the database, made while it is used; they hold everybody's data, so that they are the affair of admins. */
public final class BackupService {
    private final DatabaseAdministration database;

    public BackupService(DatabaseAdministration database) {
        this.database = database;
    }

    /**
     * Answers those that are kept, the newest first; empty on PostgreSQL, which is copied by the command only. Conflict {@code backup_refused}
     * when their folder cannot be read.
     *
     * @throws dev.cairn.domain.error.Denied {@code admin_required}
     */
    public Optional<List<KeptBackup>> list(Caller caller) {
        caller.requireAdmin();
        return saying(database::backups);
    }

    /**
     * Makes one, beside the ten newest at most. Conflict {@code backup_refused} says why there is none.
     *
     * @throws dev.cairn.domain.error.Denied {@code admin_required}
     */
    public Backup make(Caller caller) {
        caller.requireAdmin();
        if (list(caller).isEmpty()) {
            throw new Conflict(ErrorCode.BACKUP_REFUSED, "A PostgreSQL database is copied by cairn db backup");
        }
        return saying(() -> database.backup(DatabaseAdministration.Progress.NONE));
    }

    /** Why the storage refuses it is the caller's affair. */
    private static <T> T saying(Supplier<T> work) {
        try {
            return work.get();
        } catch (StorageException e) {
            throw new Conflict(ErrorCode.BACKUP_REFUSED, String.valueOf(e.getMessage()));
        }
    }
}
