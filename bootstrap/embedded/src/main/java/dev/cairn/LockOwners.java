package dev.cairn;

import dev.cairn.DatabaseLock.Owner;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds out who has bound a lock to a file, and under which name it was opened there; Linux tells, to the same user.
 * Java only tells that there is somebody.
 */
final class LockOwners {
    private static final Path LOCKS = Path.of("/proc/locks");
    /** The fields of a line such as {@code 1: POSIX ADVISORY WRITE 4711 fe:00:131 FROM TO}. */
    private static final int FIELDS = 8;

    private static final int PID = 4;
    private static final int INODE = 5;
    private static final int FROM = 6;

    private LockOwners() {}

    /** Returns the owner of a lock; an unknown process has the number 0, an unknown file the name asked for. */
    static Optional<Owner> of(Path database) {
        Owner unknown = new Owner(0, database);
        if (!Files.isReadable(LOCKS)) {
            return Optional.of(unknown);
        }
        try {
            String inode = ":" + inode(database);
            return Optional.of(Files.readAllLines(LOCKS).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(line -> line.length == FIELDS
                            && line[INODE].endsWith(inode)
                            && line[FROM].equals(String.valueOf(LockFile.LOCKED_BYTE)))
                    .map(line -> Long.parseLong(line[PID]))
                    .filter(pid -> pid > 0)
                    .findFirst()
                    .map(pid -> new Owner(pid, file(pid, database)))
                    .orElse(unknown));
        } catch (IOException | NumberFormatException e) {
            return Optional.of(unknown);
        }
    }

    private static Path file(long pid, Path database) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc", String.valueOf(pid), "fd"))) {
            Object inode = inode(database);
            for (Path descriptor : open) {
                if (isOf(descriptor, inode)) {
                    return Files.readSymbolicLink(descriptor);
                }
            }
        } catch (IOException e) {
            return database;
        }
        return database;
    }

    private static boolean isOf(Path descriptor, Object inode) {
        try {
            return inode(descriptor).equals(inode);
        } catch (IOException e) {
            return false;
        }
    }

    private static Object inode(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino");
    }
}
