package dev.cairn.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows what is Cairn's own: closing any stream on a file of its database would drop the locks that it holds, whatever name the file
 * was opened by (P12).
 *
 * @param files the database and the like; what stands beside one and begins with its name is meant, too
 * @param folders with all that is in them
 */
public record OwnFiles(List<Path> files, List<Path> folders) {
    public static final OwnFiles NONE = new OwnFiles(List.of(), List.of());

    public OwnFiles {
        files = List.copyOf(files);
        folders = List.copyOf(folders);
    }

    /** Returns the keys of all files that exist now. */
    Set<Object> keys() {
        Set<Object> keys = new HashSet<>();
        folders.forEach(folder -> add(keys, folder));
        for (Path file : files) {
            Path parent = file.toAbsolutePath().getParent();
            Path name = file.getFileName();
            if (parent == null || name == null) {
                continue;
            }
            try (DirectoryStream<Path> beside = Files.newDirectoryStream(
                    parent, entry -> String.valueOf(entry.getFileName()).startsWith(name.toString()))) {
                beside.forEach(entry -> add(keys, entry));
            } catch (IOException _) {
                add(keys, file); // A folder that cannot be listed may still be recognized by its name.
            }
        }
        return keys;
    }

    private static void add(Set<Object> keys, Path path) {
        try {
            @Nullable
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            if (key != null) {
                keys.add(key);
            }
            @Nullable
            Object itself = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
            if (itself != null) {
                keys.add(itself);
            }
        } catch (IOException _) {
            // A file that does not exist has no key.
        }
    }
}
