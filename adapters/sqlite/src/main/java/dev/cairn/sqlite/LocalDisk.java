package dev.cairn.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Keeps databases off file systems whose locks and shared memory end at the machine: SQLite's WAL needs both. */
public final class LocalDisk {
    private static final Set<String> REMOTE =
            Set.of(("nfs nfs4 cifs smb smb2 smb3 smbfs afs afpfs ncpfs webdav davfs ceph glusterfs lustre ocfs2 gfs2"
                            + " fuse.sshfs fuse.glusterfs fuse.ceph-fuse fuse.rclone fuse.s3fs fuse.davfs2 fuse.curlftpfs fuse.gcsfuse")
                    .split(" ", -1));

    private LocalDisk() {}

    /** Looks up the type of the file system that an existing path is on, as {@code mount} calls it. */
    @FunctionalInterface
    public interface Types {
        String of(Path existing) throws IOException;
    }

    /** Asks this machine. */
    public static String type(Path existing) throws IOException {
        return Files.getFileStore(existing).type();
    }

    /** Answers on which kind of network file system the file is, or would be, if it is on one. */
    public static Optional<String> remote(Path file, Types types) throws IOException {
        Path existing = file;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return Optional.of(types.of(existing).toLowerCase(Locale.ROOT)).filter(REMOTE::contains);
    }
}
