package dev.cairn.persistence.jdbc;

import dev.cairn.application.database.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Keeps databases off file systems whose locks and shared memory end at the machine: SQLite's WAL needs both. */
final class LocalDisk {
    private static final Set<String> REMOTE = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "afs",
            "afpfs",
            "ncpfs",
            "webdav",
            "davfs",
            "ceph",
            "glusterfs",
            "lustre",
            "ocfs2",
            "gfs2",
            "fuse.sshfs",
            "fuse.glusterfs",
            "fuse.ceph-fuse",
            "fuse.rclone",
            "fuse.s3fs",
            "fuse.davfs2",
            "fuse.curlftpfs",
            "fuse.gcsfuse");

    private LocalDisk() {}

    /** Looks up the type of the file system that an existing path is on, as {@code mount} calls it. */
    @FunctionalInterface
    interface Types {
        String of(Path existing) throws IOException;
    }

    static String type(Path existing) throws IOException {
        return Files.getFileStore(existing).type();
    }

    /** @throws StorageException when the file is, or would be, on another machine */
    static void require(Path file, Types types) {
        Path existing = file;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            String type = types.of(existing).toLowerCase(Locale.ROOT);
            if (REMOTE.contains(type)) {
                throw new StorageException(
                        "%s is on a network file system (%s), where SQLite loses data: choose a folder on a local disk"
                                .formatted(file, type));
            }
        } catch (IOException e) {
            throw new StorageException("The file system of " + file + " cannot be determined", e);
        }
    }
}
