package dev.cairn;

import dev.cairn.application.database.StorageException;
import dev.cairn.domain.error.Conflict;
import dev.cairn.sqlite.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process, or a second {@link Cairn}, away from a database file; held as long as it is open, and gone with
 * the process however that ends (P11). Two locks: the one on the file beside it says who has it, and the one on a byte of
 * the database itself, which SQLite never touches, holds whatever the database is called and whoever deletes the other.
 */
public final class DatabaseLock implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DatabaseLock.class.getName());

    /**
     * The databases open in this process, by lock file and by inode. POSIX drops a process's locks on a file when any
     * descriptor of it is closed, SQLite's too: none of these is opened again, and none is left to the garbage collector.
     */
    private static final Map<Object, DatabaseLock> HELD_HERE = new ConcurrentHashMap<>();

    private final Path database;
    private final List<Object> keys = new ArrayList<>();
    private @Nullable LockFile beside;
    private @Nullable FileChannel inside;

    private DatabaseLock(Path database) {
        this.database = database;
    }

    /** @param database the name under which the process that has it opened it */
    public record Owner(long pid, Path database) {}

    /**
     * @throws Conflict {@code database_in_use} naming the process that holds it
     * @throws StorageException when there is no place for it, or another program's file is in that place
     */
    static DatabaseLock take(Path named) {
        requireFile(named);
        makeFolder(named);
        DatabaseLock lock = new DatabaseLock(real(named));
        try {
            lock.register(lockFile(lock.database));
            LockFile.key(lock.database).ifPresent(lock::register);
            lock.requireNoOtherOwner();
            lock.beside = LockFile.take(lockFile(lock.database))
                    .orElseThrow(() -> lock.inUse(LockFile.holder(lockFile(lock.database))));
            return lock;
        } catch (IOException e) {
            lock.close();
            throw new StorageException("%s cannot be locked: %s".formatted(named, reason(e)), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Takes the second lock, as soon as SQLite has the file open: from now on SQLite keeps every descriptor of it, and none
     * of ours closes before.
     *
     * @throws Conflict {@code database_in_use} when somebody opened it by another name at the same time
     */
    void bind() {
        try {
            inside = FileChannel.open(database, StandardOpenOption.READ, StandardOpenOption.WRITE);
            LockFile.key(database).ifPresent(this::registerOwn);
            if (!LockFile.locked(inside, false)) {
                throw inUse(OptionalLong.empty());
            }
        } catch (IOException e) {
            throw new StorageException("%s cannot be locked: %s".formatted(database, reason(e)), e);
        }
    }

    /** Recreates the lock file beside the database after it was deleted, since other processes ask it for the owner. */
    void keep() {
        LockFile held = beside;
        if (held == null || !held.isLost()) {
            return;
        }
        try {
            Optional<LockFile> again = LockFile.take(held.file());
            if (again.isPresent()) {
                beside = again.get();
                held.close();
                LOG.log(Level.WARNING, "{0} was deleted or replaced, and is put back", held.file());
            }
        } catch (IOException | StorageException e) {
            LOG.log(Level.DEBUG, "The lock's file could not be put back", e);
        }
    }

    private void register(Object key) {
        if (HELD_HERE.putIfAbsent(key, this) != null) {
            throw inUse(OptionalLong.of(ProcessHandle.current().pid()));
        }
        keys.add(key);
    }

    private void registerOwn(Object key) {
        if (!keys.contains(key)) {
            register(key);
        }
    }

    private void requireNoOtherOwner() {
        if (isBound(database)) {
            throw inUse(LockOwners.of(database)
                    .map(Owner::pid)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty()));
        }
    }

    /** Whether a process has bound a lock to the file itself. */
    private static boolean isBound(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return !LockFile.locked(channel, true);
        } catch (IOException e) {
            return false;
        }
    }

    /** Answers the process that has the database open now, under this name or another. */
    public static Optional<Owner> owner(Path named) {
        Path database = real(named);
        Path file = lockFile(database);
        boolean here = HELD_HERE.containsKey(file)
                || LockFile.key(database).filter(HELD_HERE::containsKey).isPresent();
        if (here) {
            return Optional.of(new Owner(ProcessHandle.current().pid(), database));
        }
        OptionalLong holder = LockFile.holder(file);
        if (holder.isPresent()) {
            return Optional.of(new Owner(holder.getAsLong(), database));
        }
        return isBound(database) ? LockOwners.of(database) : Optional.empty();
    }

    @Override
    public void close() {
        try (FileChannel _ = inside;
                LockFile _ = beside) {
            inside = null;
            beside = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            keys.forEach(key -> HELD_HERE.remove(key, this));
            keys.clear();
        }
    }

    private Conflict inUse(OptionalLong pid) {
        return new Conflict(
                ProcessCode.DATABASE_IN_USE,
                "%s is in use by %s"
                        .formatted(
                                database,
                                pid.isPresent() && pid.getAsLong() > 0
                                        ? "process " + pid.getAsLong()
                                        : "another process, which has it open by another name"),
                pid.isPresent() ? Map.of("pid", String.valueOf(pid.getAsLong())) : Map.of());
    }

    /** Refuses names that SQLite gives a meaning of its own: it would make no file, or another one. */
    private static void requireFile(Path named) {
        String name = named.toString();
        if (name.equals(":memory:") || name.startsWith("file:") || name.isBlank()) {
            throw new StorageException(
                    "\"%s\" is no file: Cairn keeps its data in one. For a test, Cairn.temporary() opens a database that is"
                                    .formatted(name)
                            + " deleted when it is closed");
        }
    }

    private static void makeFolder(Path database) {
        Path folder = database.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                PrivateFiles.createFolders(folder);
            }
        } catch (IOException e) {
            throw new StorageException(
                    "%s cannot be opened: there is no folder %s, and it cannot be made: %s"
                            .formatted(database, folder, reason(e)),
                    e);
        }
    }

    /** Answers the file itself, by whatever link it is named. */
    private static Path real(Path named) {
        Path file = named.toAbsolutePath().normalize();
        try {
            Path folder = file.getParent();
            if (Files.exists(file)) {
                return file.toRealPath();
            }
            return folder != null && Files.isDirectory(folder)
                    ? folder.toRealPath().resolve(file.getFileName())
                    : file;
        } catch (IOException e) {
            throw new StorageException("%s cannot be found: %s".formatted(named, reason(e)), e);
        }
    }

    /**
     * Answers the file of the lock. Two databases in one folder have two; the one of {@code cairn.db} is called as the
     * documentation says.
     */
    private static Path lockFile(Path database) {
        String name = String.valueOf(database.getFileName());
        return database.resolveSibling(
                switch (name) {
                    case "cairn.db" -> "cairn.lock";
                    case "cairn" -> "cairn..lock";
                    default -> name + ".lock";
                });
    }

    private static String reason(IOException e) {
        return PrivateFiles.reason(e);
    }
}
