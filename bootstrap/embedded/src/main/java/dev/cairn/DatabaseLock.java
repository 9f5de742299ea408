package dev.cairn;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.persistence.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process, or a second {@link Cairn}, away from a database file; held as long as it is open, and gone with
 * the process however that ends.
 */
public final class DatabaseLock implements AutoCloseable {
    /** Far behind the content: on Windows nobody else can read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int CONTENT_MAX = 32;
    private static final int TRIES_MAX = 5;
    private static final long RETRY_NANOS = 20_000_000;

    /** POSIX drops a process's locks on a file when any descriptor of it is closed: ours are never opened again. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DatabaseLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @throws Conflict {@code database_in_use} naming the process that holds it
     * @throws StorageException when there is no place for it, or another program's file is in that place
     */
    static DatabaseLock take(Path database) {
        makeFolder(database);
        Path file = lockFile(database);
        if (!HELD_HERE.add(file)) {
            throw inUse(database, ProcessHandle.current().pid());
        }
        try {
            return taken(database, file);
        } catch (RuntimeException e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    /** One level only: where the folder above is missing too, a disk is not mounted or a name is misspelt. */
    private static void makeFolder(Path database) {
        Path folder = database.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new StorageException(
                    "%s cannot be opened: there is no folder %s, and it cannot be made".formatted(database, folder), e);
        }
    }

    private static DatabaseLock taken(Path database, Path file) {
        FileChannel channel = null;
        boolean held = false;
        try {
            channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            String content = content(channel);
            if (!content.matches("[0-9]*")) {
                throw new StorageException(
                        "%s is needed as a lock, and it is a file of another program: name the database differently"
                                .formatted(file));
            }
            if (!locked(channel)) {
                throw inUse(database, content.isEmpty() ? 0 : Long.parseLong(content));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            held = true;
            return new DatabaseLock(file, channel);
        } catch (IOException e) {
            throw new StorageException("%s cannot be locked: %s".formatted(database, e.getMessage()), e);
        } finally {
            if (!held) {
                release(channel);
            }
        }
    }

    /** More than once: who only asks for the {@link #holder} has it for a moment too. */
    private static boolean locked(FileChannel channel) throws IOException {
        for (int tries = 1; tries <= TRIES_MAX; tries++) {
            if (channel.tryLock(LOCKED_BYTE, 1, false) != null) {
                return true;
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
        return false;
    }

    /** The process that has the database open now. */
    public static OptionalLong holder(Path database) {
        Path file = lockFile(database);
        if (HELD_HERE.contains(file)) {
            return OptionalLong.of(ProcessHandle.current().pid());
        }
        if (!Files.isRegularFile(file)) {
            return OptionalLong.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            String content = content(channel);
            return channel.tryLock(LOCKED_BYTE, 1, false) != null || !content.matches("[0-9]+")
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(content));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        release(channel);
        HELD_HERE.remove(file);
    }

    private static void release(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Conflict inUse(Path database, long pid) {
        return new Conflict(
                ErrorCode.DATABASE_IN_USE,
                "%s is in use by process %d".formatted(database, pid),
                Map.of("pid", String.valueOf(pid)));
    }

    private static String content(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CONTENT_MAX);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    }

    /** {@code cairn.lock} beside {@code cairn.db}; two names of one database have one lock. */
    private static Path lockFile(Path database) {
        Path file = database.toAbsolutePath().normalize();
        try {
            Path folder = file.getParent();
            if (Files.exists(file)) {
                file = file.toRealPath();
            } else if (folder != null && Files.isDirectory(folder)) {
                file = folder.toRealPath().resolve(file.getFileName());
            }
        } catch (IOException e) {
            throw new StorageException("%s cannot be found: %s".formatted(database, e.getMessage()), e);
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".lock");
    }
}
