package dev.cairn;

import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.application.database.DatabaseMove;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.database.DriftRefused;
import dev.cairn.application.database.StorageException;
import dev.cairn.application.event.EventDispatcher;
import dev.cairn.application.file.FolderWatches;
import dev.cairn.application.file.WatchedFolders;
import dev.cairn.application.job.JobRunner;
import dev.cairn.application.user.Authentication;
import dev.cairn.application.user.LocalOwner;
import dev.cairn.application.work.Timekeeping;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.user.Caller;
import dev.cairn.persistence.activity.RestoredLog;
import dev.cairn.persistence.jdbc.PersistenceProperties;
import dev.cairn.persistence.verify.Verification;
import dev.cairn.schema.move.DatabaseMover;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Cairn in a Java program: the use cases of the server on a database file of the program's own, without HTTP.
 *
 * {@snippet file="dev/cairn/example/FirstSteps.java" region="example"}
 *
 * <p>Several may be open at once on different files; one file is open once only. All services are safe for many
 * threads. Errors are {@link dev.cairn.domain.error.DomainError}s with stable codes; once it is closed, all services throw
 * {@link IllegalStateException}.
 */
public final class Cairn implements UseCases, AutoCloseable {
    private final ApplicationContext context;
    private final Authentication authentication;
    private final Timekeeper timekeeper;
    private final Sweeper sweeper;
    private final Optional<DatabaseLock> lock;
    private final Runnable afterwards;
    /** Lets nobody make a bean, which could open the database again, while and after the container closes. */
    private final ReadWriteLock gate = new ReentrantReadWriteLock();

    private boolean closed;

    private Cairn(ApplicationContext context, Optional<DatabaseLock> lock, Runnable afterwards) {
        this.context = context;
        this.lock = lock;
        this.afterwards = afterwards;
        this.timekeeper = new Timekeeper(context.getBean(Timekeeping.class), lock);
        this.sweeper = new Sweeper(this);
        this.authentication = UseCases.super.authentication();
    }

    private void start(CairnOptions options) {
        lock.ifPresent(DatabaseLock::bind);
        get(Timekeeping.class).begin();
        get(LocalOwner.class).id();
        timekeeper.start();
        sweeper.recoverImports();
        if (options.sweepEvery().isPositive()) {
            sweeper.start(options.sweepEvery());
        }
        if (options.runsJobs()) {
            get(JobRunner.class).start();
        }
        if (options.watches()) {
            WatchedFolders folders = get(WatchedFolders.class);
            get(FolderWatches.class).start(folders);
            folders.lookThrough();
        }
    }

    /**
     * Opens the database in this file, which is created when it is not there, and migrates it.
     *
     * @throws dev.cairn.domain.error.Conflict {@code database_in_use} when it is open already, here or elsewhere
     * @throws StorageException when the file is no database of ours, damaged, or of a newer version; it is left as it is
     */
    public static Cairn open(Path file) {
        return open(CairnOptions.at(file));
    }

    public static Cairn open(CairnOptions options) {
        return open(options, Map.of());
    }

    /**
     * Opens a new database in a folder of its own among the temporary files, for a test; {@link #close} deletes it with all in
     * it. It does not wait for the disk, and takes expired leases back only when asked.
     *
     * @throws StorageException when there is no room for it
     */
    public static Cairn temporary() {
        return TemporaryDatabase.open();
    }

    /** Opens a database as {@link #open(CairnOptions)} does, with properties and objects for other adapters in the container. */
    public static Cairn open(CairnOptions options, Map<String, Object> properties, Object... forAdapters) {
        return open(options, properties, () -> {}, forAdapters);
    }

    /** @param afterwards what is done once it is closed */
    static Cairn open(
            CairnOptions options, Map<String, Object> properties, Runnable afterwards, Object... forAdapters) {
        Optional<DatabaseLock> lock = options.database() instanceof DatabaseOptions.Sqlite sqlite
                ? Optional.of(DatabaseLock.take(sqlite.file()))
                : Optional.empty();
        try {
            return open(options, properties, lock, afterwards, forAdapters);
        } catch (RuntimeException | Error e) {
            lock.ifPresent(DatabaseLock::close);
            throw e;
        }
    }

    private static Cairn open(
            CairnOptions options,
            Map<String, Object> properties,
            Optional<DatabaseLock> lock,
            Runnable afterwards,
            Object... forAdapters) {
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .deduceCloudEnvironment(false)
                .bootstrapEnvironment(false)
                .environmentPropertySource(false)
                .enableDefaultPropertySources(false)
                .banner(false)
                .properties(PersistenceProperties.of(options.database()))
                .properties(properties)
                .singletons(options.database(), options.clock(), options.secrets())
                .singletons(forAdapters)
                .build();
        try {
            context.start();
            Cairn cairn = new Cairn(context, lock, afterwards);
            cairn.startOrClose(options);
            return cairn;
        } catch (RuntimeException e) {
            context.close();
            throw storageFailure(e);
        } catch (Error e) {
            context.close();
            throw e;
        }
    }

    /** Starts the work in the background; what was started ends when the rest cannot be. */
    private void startOrClose(CairnOptions options) {
        boolean started = false;
        try {
            start(options);
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    /**
     * Looks after the database itself: its schema, its migrations, its backups. What changes it asks that no {@link Cairn} has
     * it open. Backups are in the folder {@code backups}, beside a database that is a file.
     */
    public static DatabaseAdministration administration(CairnOptions options) {
        return administration(options, Path.of("backups"));
    }

    /** @param dumps the folder for backups of a PostgreSQL database; those of a file are beside it */
    public static DatabaseAdministration administration(CairnOptions options, Path dumps) {
        return new OwnedDatabase(options.database(), options.clock(), dumps);
    }

    /** Moves the database to another one, of whichever engine; others may have it open, and read meanwhile. */
    public static DatabaseMove move(CairnOptions options) {
        return new DatabaseMover(
                options.database(), options.clock(), Verification::of, RestoredLog.named(), RestoredLog.FORGET);
    }

    /** Returns the database's own failure, without the container's path to it. */
    private static RuntimeException storageFailure(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageException storage) {
                return storage;
            }
            if (cause instanceof DriftRefused drift) {
                return drift;
            }
            if (cause instanceof Unavailable unavailable) {
                return new StorageException(unavailable.reason(), unavailable);
            }
        }
        return failure;
    }

    /**
     * The built-in local owner as it is now, on whose behalf a program acts unless it names another caller.
     *
     * @throws dev.cairn.domain.error.Conflict {@code already_deactivated}: another admin can reactivate it
     */
    public Caller owner() {
        return Caller.of(get(LocalOwner.class).user().requireActive());
    }

    /** @throws IllegalStateException when it is closed */
    @Override
    public <T> T get(Class<T> type) {
        gate.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("This Cairn is closed");
            }
            return context.getBean(type);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Returns the authentication, which may be called after {@link #close} and then says that it cannot tell. */
    @Override
    public Authentication authentication() {
        return authentication;
    }

    /**
     * Ends listeners and background work, and closes the database; every acknowledged change is on disk already. Whatever
     * is asked of a service afterwards is refused by an {@link IllegalStateException}. Closing again does nothing. A thread
     * that is interrupted closes as any other does, and stays interrupted.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        boolean interrupted = Thread.interrupted(); // Nothing below would be waited for.
        try {
            end();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void end() {
        if (context.isRunning()) {
            context.getActiveBeanRegistrations(EventDispatcher.class)
                    .forEach(dispatcher -> dispatcher.bean().close());
            context.getActiveBeanRegistrations(FolderWatches.class)
                    .forEach(watches -> watches.bean().close());
            context.getActiveBeanRegistrations(JobRunner.class)
                    .forEach(runner -> runner.bean().close());
        }
        sweeper.close();
        timekeeper.close();
        shut();
        context.close();
        lock.ifPresent(DatabaseLock::close);
        afterwards.run();
    }

    private void shut() {
        gate.writeLock().lock();
        try {
            closed = true;
        } finally {
            gate.writeLock().unlock();
        }
    }
}
