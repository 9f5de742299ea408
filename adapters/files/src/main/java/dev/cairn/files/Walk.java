package dev.cairn.files;

import dev.cairn.application.file.FolderRules;
import dev.cairn.application.file.FolderVisitor;
import dev.cairn.application.file.FolderVisitor.LeftOut;
import dev.cairn.domain.file.FileProblem;
import dev.cairn.domain.file.FileProblem.Kind;
import dev.cairn.domain.file.ProjectFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One walk through a folder (L27, L28). Ignored folders are not entered, so that nothing below them can be included again. */
final class Walk {
    /** The deepest level that is entered, since each holds a file descriptor; deeper folders are reported as a problem. */
    static final int DEPTH_MAX = 100;

    private static final int RULES_BYTES_MAX = 1_000_000;
    private static final String GIT = ".git";
    private static final List<String> RULES = List.of(".gitignore", ".cairnignore");

    private final FolderVisitor visitor;
    private final FolderRules rules;
    private final Secrets secrets;
    private final OwnKeys own;
    private final FileStamp stamp;

    /** A folder that is still to be entered. */
    private record Below(Path name, String path) {}

    Walk(FolderRules rules, OwnKeys own, FileStamp stamp, FolderVisitor visitor) {
        this.stamp = stamp;
        this.rules = rules;
        this.secrets = new Secrets(rules.secrets());
        this.own = own;
        this.visitor = visitor;
    }

    void root(Secure root) throws IOException {
        visitor.folder("");
        List<Path> names = root.names();
        byte[] exclude = exclude(root, names);
        Ignored above = exclude == null ? null : new Ignored(null, 0, Ignored.read(exclude));
        folder(root, names, "", above, 0);
    }

    private void folder(Secure folder, List<Path> names, String path, @Nullable Ignored above, int depth) {
        Ignored ignored = ignored(folder, names, path, above);
        visitor.ignored(name -> !RULES.contains(name) && ignored.ignores(path + name));
        List<Below> folders = new ArrayList<>();
        for (Path name : names) {
            Below below = entry(folder, name, path, ignored);
            if (below != null) {
                folders.add(below);
            }
        }
        for (Below below : folders) {
            if (visitor.stopped()) {
                return;
            }
            enter(folder, below, ignored, depth + 1);
        }
    }

    private void enter(Secure folder, Below below, Ignored ignored, int depth) {
        if (depth > DEPTH_MAX) {
            problem(below.path(), Kind.PATH_TOO_LONG);
            return;
        }
        try (Secure entered = folder.enter(below.name())) {
            if (!OwnKeys.isDataDirectory(entered)) {
                visitor.folder(below.path());
                folder(entered, entered.names(), below.path() + "/", ignored, depth);
            }
        } catch (IOException _) {
            visitor.unknown(below.path());
            problem(below.path(), Kind.UNREADABLE);
        }
    }

    /** Visits a file, or returns a folder to enter; null for anything else. */
    private @Nullable Below entry(Secure folder, Path name, String above, Ignored ignored) {
        String text = name.toString();
        String path = above + text;
        if (text.equalsIgnoreCase(GIT)) {
            return null;
        }
        if (!name.equals(name.getFileSystem().getPath(text))) {
            return problem(path, Kind.NAME_NOT_UTF8);
        }
        try {
            BasicFileAttributes attributes = folder.attributes(name);
            boolean isFolder = attributes.isDirectory();
            if ((!isFolder && !attributes.isRegularFile()) || ignored.ignores(path, isFolder)) {
                return null;
            }
            if (own.contains(attributes.fileKey())) {
                return isFolder ? null : problem(path, Kind.OWN_DATABASE);
            }
            if (path.getBytes(StandardCharsets.UTF_8).length > ProjectFile.PATH_BYTES_MAX) {
                return problem(path, Kind.PATH_TOO_LONG);
            }
            if (secrets.hold(path, isFolder)) {
                visitor.leftOut(LeftOut.SECRET);
                return null;
            }
            return isFolder ? new Below(name, path) : file(path, attributes);
        } catch (NoSuchFileException _) {
            return null; // It is gone since it was listed.
        } catch (IOException _) {
            visitor.unknown(path);
            return problem(path, Kind.UNREADABLE);
        }
    }

    private @Nullable Below file(String path, BasicFileAttributes attributes) {
        if (attributes.size() > rules.bytesMax()) {
            visitor.leftOut(LeftOut.TOO_LARGE);
        } else {
            visitor.file(stamp.found(path, attributes));
        }
        return null;
    }

    private @Nullable Below problem(String path, Kind kind) {
        visitor.problem(new FileProblem(path, kind));
        return null;
    }

    /** The rules that hold in a folder: its own, if it has any, before those from above; ours decide over git's. */
    private static Ignored ignored(Secure folder, List<Path> names, String path, @Nullable Ignored above) {
        List<IgnorePattern> own = new ArrayList<>();
        for (String name : RULES) {
            byte[] text = read(folder, names, name);
            if (text != null) {
                own.addAll(Ignored.read(text));
            }
        }
        return own.isEmpty() && above != null
                ? above
                : new Ignored(above, path.getBytes(StandardCharsets.UTF_8).length, own);
    }

    /** Returns the patterns of {@code .git/info/exclude}, which git keeps for this clone alone; null where there are none. */
    private static byte @Nullable [] exclude(Secure root, List<Path> names) {
        for (Path name : names) {
            if (name.toString().equals(GIT)) {
                try (Secure git = root.enter(name);
                        Secure info = git.enter(Path.of("info"))) {
                    return read(info, info.names(), "exclude");
                } catch (IOException _) {
                    return null; // No repository, or one that keeps its own things elsewhere.
                }
            }
        }
        return null;
    }

    private static byte @Nullable [] read(Secure folder, List<Path> names, String wanted) {
        for (Path name : names) {
            if (name.toString().equals(wanted)) {
                try {
                    return folder.attributes(name).isRegularFile() ? folder.read(name, RULES_BYTES_MAX) : null;
                } catch (IOException _) {
                    return null;
                }
            }
        }
        return null;
    }
}
