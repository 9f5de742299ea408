package dev.cairn;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Keeps a second process, or a second {@link Cairn}, away from a database file; held as long as it is open. */
public final class DatabaseLock implements AutoCloseable {
    private final FileChannel channel;

    private DatabaseLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Conflict {@code database_in_use} naming the process that holds it */
    static DatabaseLock take(Path database) {
        Path file = lockFile(database);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                String pid = Files.readString(file).strip();
                throw new Conflict(
                        ErrorCode.DATABASE_IN_USE,
                        "%s is in use by process %s".formatted(database, pid),
                        Map.of("pid", pid));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            return new DatabaseLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Whether somebody has the database open now. */
    public static boolean isHeld(Path database) {
        Path file = lockFile(database);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !locked(channel);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** {@code cairn.lock} beside {@code cairn.db}. */
    private static Path lockFile(Path database) {
        String name = String.valueOf(database.getFileName());
        int dot = name.lastIndexOf('.');
        return database.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".lock");
    }
}
