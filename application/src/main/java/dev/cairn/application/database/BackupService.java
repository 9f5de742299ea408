package dev.cairn.application.database;

import dev.cairn.application.database.DatabaseAdministration.Backup;
import dev.cairn.application.database.DatabaseAdministration.KeptBackup;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.user.Caller;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Makes copies of the database while it is used. They contain all users' data, so only admins may. */
public final class BackupService {
    private static final Logger LOG = System.getLogger(BackupService.class.getName());

    private final DatabaseAdministration database;
    private final ReentrantLock making = new ReentrantLock();

    public BackupService(DatabaseAdministration database) {
        this.database = database;
    }

    /**
     * Answers the stored copies, the newest first; empty on PostgreSQL, which only the command copies. Conflict
     * {@code backup_refused} when their folder cannot be read; the log has the reason.
     *
     * @throws dev.cairn.domain.error.Denied {@code admin_required}
     */
    public Optional<List<KeptBackup>> list(Caller caller) {
        caller.requireAdmin();
        return saying(database::backups);
    }

    /**
     * Makes a copy, beside at most the ten newest. Conflict {@code backup_refused} while another copy is made, or when
     * it fails; the log has the reason.
     *
     * @throws dev.cairn.domain.error.Denied {@code admin_required}
     */
    public Backup make(Caller caller) {
        caller.requireAdmin();
        if (list(caller).isEmpty()) {
            throw new Conflict(ErrorCode.BACKUP_REFUSED, "A PostgreSQL database is copied by cairn db backup");
        }
        if (!making.tryLock()) {
            throw new Conflict(ErrorCode.BACKUP_REFUSED, "A backup is being made already: wait until it is done");
        }
        try {
            return saying(() -> database.backup(DatabaseAdministration.Progress.NONE));
        } finally {
            making.unlock();
        }
    }

    /** Replaces the reason of a failure, which names folders of this machine; the log has it. */
    private static <T> T saying(Supplier<T> work) {
        try {
            return work.get();
        } catch (StorageException e) {
            LOG.log(Level.WARNING, "Backups cannot be made or read", e);
            throw new Conflict(ErrorCode.BACKUP_REFUSED, "Backups cannot be made or read: the server's log says why");
        }
    }
}
