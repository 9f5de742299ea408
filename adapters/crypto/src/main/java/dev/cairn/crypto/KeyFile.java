package dev.cairn.crypto;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The file of master keys, one a line, the last one current (L15). It is for its owner only: one that others may read is
 * refused. It comes about whole, by a temporary file and a link, so that of two processes that start at once one makes it and
 * the other reads that.
 */
record KeyFile(Path file) {
    private static final Set<PosixFilePermission> OWN =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int BYTES_MAX = 64 * 1024;

    private static final Set<OpenOption> LOCKING = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    /** The locks of files are those of whole processes. */
    private static final ReentrantLock HERE = new ReentrantLock();

    /** Answers the keys, in order; none when there is no file. */
    List<MasterKey> read() {
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return List.of();
            }
            requirePrivate();
            if (Files.size(file) > BYTES_MAX) {
                throw unusable("is no file of keys: it is too large");
            }
            return parsed(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException _) {
            throw unusable("cannot be read");
        }
    }

    private List<MasterKey> parsed(String text) {
        List<MasterKey> keys = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank()) {
                keys.add(MasterKey.parse(line)
                        .orElseThrow(() -> unusable("has a line that is no key: <keyId> <64 hex digits> <date>")));
            }
        }
        if (keys.stream().map(MasterKey::id).distinct().count() < keys.size()) {
            throw unusable("names two keys alike");
        }
        return keys;
    }

    private void requirePrivate() throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw unusable("is no plain file");
        }
        try {
            Set<PosixFilePermission> found = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
            if (!OWN.containsAll(found)) {
                throw unusable("may be read by others (%s): chmod 600 it, and rotate its keys"
                        .formatted(PosixFilePermissions.toString(found)));
            }
        } catch (UnsupportedOperationException _) {
            return; // This file system has no such permissions; the folder is its owner's.
        }
    }

    /** Creates the file with this key, unless another process has created it meanwhile. */
    void makeWith(MasterKey first) {
        try {
            Files.createDirectories(folder());
            Path part = part(List.of(first));
            try {
                Files.createLink(file, part);
            } catch (FileAlreadyExistsException _) {
                return; // Another process was first, and its key counts.
            } catch (UnsupportedOperationException _) {
                Files.move(part, file); // No links here: this fails, too, when there is one.
            } finally {
                Files.deleteIfExists(part);
            }
            syncFolder();
        } catch (FileAlreadyExistsException _) {
            return;
        } catch (IOException _) {
            throw unusable("cannot be written");
        }
    }

    /** Replaces the keys atomically; changes by other threads and processes wait for each other. */
    void change(UnaryOperator<List<MasterKey>> change) {
        HERE.lock();
        try (FileChannel channel = FileChannel.open(lock(), LOCKING, permissions());
                FileLock _ = channel.lock()) {
            List<MasterKey> before = read();
            List<MasterKey> after = change.apply(before);
            if (!after.equals(before)) {
                replaceBy(after);
            }
        } catch (IOException _) {
            throw unusable("cannot be written");
        } finally {
            HERE.unlock();
        }
    }

    private void replaceBy(List<MasterKey> keys) throws IOException {
        Path part = part(keys);
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        syncFolder();
    }

    /** Returns the lock's own file: each change replaces the key file, so that a lock on it would protect nothing. */
    private Path lock() {
        return folder().resolve(file.getFileName() + ".lock");
    }

    /** Writes a temporary file beside it with these keys, synced to the disk; only its owner may ever read it. */
    private Path part(List<MasterKey> keys) throws IOException {
        Path part = Files.createTempFile(folder(), "master", ".part", permissions());
        String text = keys.stream().map(key -> key.line() + "\n").collect(Collectors.joining());
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return part;
    }

    private FileAttribute<?>[] permissions() {
        return folder().getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWN)}
                : new FileAttribute<?>[0];
    }

    /** Waits until the name is on the disk, too: a secret that is sealed with a key that is lost is lost. */
    private void syncFolder() {
        try (FileChannel folder = FileChannel.open(folder(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException _) {
            return; // Not every system opens folders; the file itself is on the disk.
        }
    }

    private Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private Conflict unusable(String why) {
        return new Conflict(
                ErrorCode.MASTER_KEY_UNUSABLE, "The master key's file %s %s".formatted(file.getFileName(), why));
    }
}
