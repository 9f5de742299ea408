package dev.cairn;

import dev.cairn.application.database.StorageException;
import dev.cairn.sqlite.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The file beside a database that says which process has it open; the process holds a lock on it for life. */
final class LockFile implements AutoCloseable {
    /** The locked byte, far behind the content, since on Windows other processes cannot read locked bytes. */
    static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int CONTENT_MAX = 32;
    private static final int TRIES_MAX = 5;
    private static final long RETRY_NANOS = 20_000_000;

    private final Path file;
    private final FileChannel channel;
    private final @Nullable Object key;

    private LockFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        this.key = key(file).orElse(null);
    }

    /** Takes the lock; empty when another process holds it. */
    static Optional<LockFile> take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                PrivateFiles.file(file));
        boolean held = false;
        try {
            if (!content(channel).matches("[0-9]*")) {
                throw new StorageException(
                        "%s is needed as a lock, and it is a file of another program: name the database differently"
                                .formatted(file));
            }
            held = locked(channel, false);
            if (held) {
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            }
            return held ? Optional.of(new LockFile(file, channel)) : Optional.empty();
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    /** Locks in several tries, since a process that asks for the {@link #holder} has the lock for a moment, too. */
    static boolean locked(FileChannel channel, boolean shared) throws IOException {
        for (int tries = 1; tries <= TRIES_MAX; tries++) {
            if (channel.tryLock(LOCKED_BYTE, 1, shared) != null) {
                return true;
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
        return false;
    }

    /** Returns the process that holds the lock; the holder itself must not ask, since closing the file would drop its lock. */
    static OptionalLong holder(Path file) {
        if (!Files.isRegularFile(file)) {
            return OptionalLong.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            String content = content(channel);
            return channel.tryLock(LOCKED_BYTE, 1, true) != null || !content.matches("[0-9]+")
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(content));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Returns whether the file was deleted or replaced. */
    boolean isLost() {
        return !Objects.equals(key, key(file).orElse(null));
    }

    Path file() {
        return file;
    }

    /** Answers device and inode, where the file system has them. */
    static Optional<Object> key(Path file) {
        return PrivateFiles.key(file);
    }

    private static String content(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CONTENT_MAX);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
