package dev.cairn.files;

import dev.cairn.application.file.FolderRules;
import dev.cairn.application.file.FoundFile;
import dev.cairn.application.file.OpenFolder;
import dev.cairn.domain.kernel.Sha256;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files of one folder. The folders on the way to the last one stay open, since the next one is often beside it. */
final class FolderReader implements OpenFolder {
    private final Secure root;
    private final FolderRules rules;
    private final Secrets secrets;
    private final OwnKeys own;
    private final FileStamp stamp;
    private final Deque<Step> way = new ArrayDeque<>();

    /** An open folder on the path that is being read. */
    private record Step(String name, Secure folder) {}

    /** The bytes of a file, and its attributes while they were read. */
    private static final class Bytes {
        private final FoundFile file;
        private final byte[] bytes;

        Bytes(FoundFile file, byte[] bytes) {
            this.file = file;
            this.bytes = bytes;
        }
    }

    /** Signals that there are no bytes, with the reason. */
    private static final class Nothing extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Nothing(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }
    }

    FolderReader(Secure root, FolderRules rules, OwnKeys own, FileStamp stamp) {
        this.stamp = stamp;
        this.root = root;
        this.rules = rules;
        this.secrets = new Secrets(rules.secrets());
        this.own = own;
    }

    @Override
    public Content read(String path) {
        try {
            Bytes read = bytes(path);
            String text = Texts.of(read.bytes);
            return text == null
                    ? new Content.None(Reason.BINARY)
                    : new Content.Text(read.file, Sha256.of(read.bytes), text);
        } catch (Nothing nothing) {
            return new Content.None(nothing.reason);
        }
    }

    @Override
    public @Nullable String hash(String path) {
        try {
            return Sha256.of(bytes(path).bytes);
        } catch (Nothing _) {
            return null;
        }
    }

    private Bytes bytes(String path) throws Nothing {
        if (secrets.holdFile(path)) {
            throw new Nothing(Reason.SECRET);
        }
        List<String> names = Arrays.asList(path.split("/", -1));
        try {
            Secure folder = enter(names.subList(0, names.size() - 1));
            Path name = name(names.getLast());
            BasicFileAttributes before = folder.attributes(name);
            if (!before.isRegularFile()) {
                throw new Nothing(Reason.GONE);
            }
            if (own.contains(before.fileKey())) {
                throw new Nothing(Reason.OWN_DATABASE);
            }
            if (before.size() > rules.bytesMax()) {
                throw new Nothing(Reason.TOO_LARGE);
            }
            byte[] bytes = folder.read(name, rules.bytesMax());
            if (bytes == null) {
                throw new Nothing(Reason.TOO_LARGE);
            }
            return new Bytes(unchanged(path, before, folder.attributes(name), bytes.length), bytes);
        } catch (NoSuchFileException | NotDirectoryException _) {
            throw new Nothing(Reason.GONE);
        } catch (IOException | InvalidPathException _) {
            throw new Nothing(Reason.UNREADABLE);
        }
    }

    /** Returns the file as read; one that changed meanwhile gets no key, so that the next run reads it again. */
    private FoundFile unchanged(String path, BasicFileAttributes before, BasicFileAttributes after, long size) {
        FoundFile file = stamp.found(path, before);
        boolean same = file.equals(stamp.found(path, after)) && file.size() == size;
        return same ? file : new FoundFile(path, size, file.modifiedAt(), null);
    }

    private Secure enter(List<String> names) throws IOException, Nothing {
        int common = 0;
        for (Step step : way) {
            if (common < names.size() && step.name().equals(names.get(common))) {
                common++;
            } else {
                break;
            }
        }
        while (way.size() > common) {
            way.removeLast().folder().close();
        }
        for (String name : names.subList(common, names.size())) {
            if (way.size() >= Walk.DEPTH_MAX) {
                throw new Nothing(Reason.GONE);
            }
            way.addLast(
                    new Step(name, entered(way.isEmpty() ? root : way.getLast().folder(), name(name))));
        }
        return way.isEmpty() ? root : way.getLast().folder();
    }

    private Secure entered(Secure above, Path name) throws IOException, Nothing {
        if (own.contains(above.attributes(name).fileKey())) {
            throw new Nothing(Reason.OWN_DATABASE);
        }
        Secure folder = above.enter(name);
        if (OwnKeys.isDataDirectory(folder)) {
            folder.close();
            throw new Nothing(Reason.OWN_DATABASE);
        }
        return folder;
    }

    /** Parses one name; rejects those that lead elsewhere, such as {@code ..} or an absolute path. */
    private static Path name(String text) throws Nothing {
        boolean one = !text.isEmpty() && !text.equals(".") && !text.equals("..") && text.indexOf('\0') < 0;
        Path name = one ? Path.of(text) : Path.of("");
        if (!one || name.isAbsolute() || name.getNameCount() != 1) {
            throw new Nothing(Reason.GONE);
        }
        return name;
    }

    @Override
    public void close() {
        while (!way.isEmpty()) {
            way.removeLast().folder().close();
        }
        root.close();
    }
}
