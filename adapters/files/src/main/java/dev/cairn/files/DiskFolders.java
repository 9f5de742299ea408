package dev.cairn.files;

import dev.cairn.application.file.FolderRules;
import dev.cairn.application.file.FolderVisitor;
import dev.cairn.application.file.Folders;
import dev.cairn.application.file.OpenFolder;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Text;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Folders on the disks of this machine. */
public final class DiskFolders implements Folders {
    private final OwnFiles own;
    private final FileStamp stamp;
    private final @Nullable String names;

    /** @param wall the machine's clock, by which its file systems go */
    public DiskFolders(OwnFiles own, InstantSource wall) {
        this(own, wall, System.getProperty("sun.jnu.encoding"));
    }

    /** @param names the charset in which this process knows names of files; null when it does not say */
    DiskFolders(OwnFiles own, InstantSource wall, @Nullable String names) {
        this.own = own;
        this.stamp = new FileStamp(wall);
        this.names = names;
    }

    @Override
    public String resolve(String path) {
        requireUtf8();
        try {
            Path root = Path.of(path);
            if (!root.isAbsolute() || !Files.isDirectory(root)) {
                throw notFound(path);
            }
            Path real = root.toRealPath();
            for (Path folder : own.folders()) {
                if (Files.exists(folder) && real.startsWith(folder.toRealPath())) {
                    throw ownData();
                }
            }
            try (Secure _ = open(real)) {
                refuseServers(real.getParent());
                return real.toString();
            }
        } catch (IOException | InvalidPathException _) {
            throw notFound(path);
        }
    }

    @Override
    public void walk(String root, FolderRules rules, FolderVisitor visitor) {
        requireUtf8();
        try (Secure folder = open(real(root))) {
            new Walk(rules, new OwnKeys(own), stamp, visitor).root(folder);
        } catch (IOException _) {
            throw notFound(root);
        }
    }

    @Override
    public OpenFolder open(String root, FolderRules rules) {
        requireUtf8();
        try {
            return new FolderReader(open(real(root)), rules, new OwnKeys(own), stamp);
        } catch (IOException _) {
            throw notFound(root);
        }
    }

    /** The folder that was agreed upon, and not one that a link has put into its place. */
    private static Path real(String root) throws IOException {
        Path path = Path.of(root);
        if (!path.toRealPath().equals(path)) {
            throw notFound(root);
        }
        return path;
    }

    private static Secure open(Path root) throws IOException {
        Secure folder = Secure.open(root);
        if (folder == null) {
            throw refused("its file system cannot be walked without following links");
        }
        if (OwnKeys.isServers(folder)) {
            folder.close();
            throw ownData();
        }
        return folder;
    }

    /** Refuses a folder in a server's data directory, such as that of its log. */
    private static void refuseServers(@Nullable Path above) throws IOException {
        for (Path path = above; path != null; path = path.getParent()) {
            try (Secure folder = Secure.open(path)) {
                if (folder != null && OwnKeys.isServers(folder)) {
                    throw ownData();
                }
            } catch (AccessDeniedException _) {
                return; // A folder that cannot be read cannot be recognized as a server's.
            }
        }
    }

    private static Conflict ownData() {
        return refused("Cairn keeps its own data there");
    }

    private void requireUtf8() {
        if (names == null || !isUtf8(names)) {
            throw new Conflict(
                    ErrorCode.FILE_NAMES_NOT_UTF8,
                    "This process knows names of files as %s: start it with LC_ALL=C.UTF-8".formatted(names));
        }
    }

    private static boolean isUtf8(String name) {
        try {
            return Charset.forName(name).equals(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return false;
        }
    }

    private static Conflict notFound(String path) {
        return new Conflict(
                ErrorCode.FOLDER_NOT_FOUND,
                "There is no folder %s on this machine that can be read".formatted(Text.excerpt(path)));
    }

    private static Conflict refused(String why) {
        return new Conflict(ErrorCode.FOLDER_REFUSED, "This folder is not indexed: " + why);
    }
}
