package dev.cairn.sqlite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;

/** Creates files and folders that only their owner may read, from the first moment, where the file system supports it. */
public final class PrivateFiles {
    private static final FileAttribute<?>[] NONE = {};
    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";

    private PrivateFiles() {}

    /** Answers the attributes that a file is created with. */
    public static FileAttribute<?>[] file(Path where) {
        return attributes(where, FILE);
    }

    /** Answers the attributes that a folder is created with. */
    public static FileAttribute<?>[] folder(Path where) {
        return attributes(where, FOLDER);
    }

    private static FileAttribute<?>[] attributes(Path where, String permissions) {
        return isPosix(where)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : NONE;
    }

    /** Creates an empty file where there is none; SQLite gives the files beside it the same permissions. */
    public static void create(Path file) throws IOException {
        Files.createFile(file, file(file));
    }

    /** Makes the folder with all above it that are missing; one that is there stays as it is. */
    public static void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, folder(folder));
        }
    }

    /** Writes a file that was not there. */
    public static void write(Path file, String text) throws IOException {
        create(file);
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }

    /** Copies the content of a file, not its permissions; replaces the target. */
    public static void copy(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        create(to);
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.WRITE)) {
            Files.copy(from, out);
        }
    }

    /**
     * Takes a file that is there away from others; what a link leads to is not touched. It works by name, not by a
     * descriptor: closing one would drop the locks that this process has on the file (P12).
     */
    public static void restrict(Path file) throws IOException {
        if (isPosix(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
        }
    }

    /** Answers by which a file is known under all its names: device and inode, where the file system has them. */
    public static Optional<Object> key(Path file) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the reason in words: many of these exceptions only name the file. */
    public static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException file ? file.getReason() : null;
        return switch (failure) {
            case AccessDeniedException denied -> denied.getFile() + " may not be used by you";
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileAlreadyExistsException there -> there.getFile() + " is there already, and is no folder";
            case FileSystemException other when reason != null -> other.getFile() + ": " + reason;
            default -> Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        };
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
