package dev.cairn.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One line of a {@code .gitignore}, with git's meaning. */
final class IgnorePattern {
    private static final byte[] SPECIAL = "*?[\\".getBytes(StandardCharsets.US_ASCII);

    /** The pattern without its marks, such as a leading {@code !} or a trailing slash. */
    private final byte[] glob;
    /** The number of leading bytes that are literal. */
    private final int literal;
    /** Whether it includes again what lines before it ignore. */
    private final boolean negated;
    /** Whether it matches folders only. */
    private final boolean folders;
    /** Whether it matches names in any folder, and not paths. */
    private final boolean names;

    private IgnorePattern(byte[] glob, boolean negated, boolean folders, boolean names) {
        this.glob = glob;
        this.literal = literal(glob);
        this.negated = negated;
        this.folders = folders;
        this.names = names;
    }

    /** Reads a line; null when it says nothing. */
    static @Nullable IgnorePattern parse(byte[] line) {
        if (line.length == 0 || line[0] == '#') {
            return null;
        }
        byte[] text = withoutTrailingBlanks(line);
        boolean negated = text.length > 0 && text[0] == '!';
        int from = negated ? 1 : 0;
        int to = text.length;
        boolean folders = to > from && text[to - 1] == '/';
        if (folders) {
            to--;
        }
        boolean names = indexOf(text, '/', from, to) < 0;
        if (!names && text[from] == '/') {
            from++;
        }
        return new IgnorePattern(Arrays.copyOfRange(text, from, to), negated, folders, names);
    }

    boolean negated() {
        return negated;
    }

    /**
     * Whether it is about what is at this path.
     *
     * @param path relative to the folder whose rules these are, from an index on
     * @param name where the last name of the path begins
     */
    boolean matches(byte[] path, int from, int name, boolean folder) {
        if (folders && !folder) {
            return false;
        }
        if (names) {
            return literal == glob.length
                    ? Arrays.equals(glob, 0, glob.length, path, name, path.length)
                    : new Glob(glob, 0, path, name, false).matches();
        }
        if (literal > path.length - from || !Arrays.equals(glob, 0, literal, path, from, from + literal)) {
            return false;
        }
        // What follows the literal beginning is matched as if it were the whole: git does so, and a**/b means more
        // therefore.
        return new Glob(glob, literal, path, from + literal, true).matches();
    }

    private static int literal(byte[] glob) {
        int at = 0;
        while (at < glob.length && indexOf(SPECIAL, glob[at], 0, SPECIAL.length) < 0) {
            at++;
        }
        return at;
    }

    /** Removes trailing blanks, except one behind a backslash and those before it. */
    private static byte[] withoutTrailingBlanks(byte[] line) {
        int blanks = -1;
        for (int i = 0; i < line.length; i++) {
            if (line[i] == ' ') {
                blanks = blanks < 0 ? i : blanks;
            } else {
                blanks = -1;
                if (line[i] == '\\') {
                    i++;
                    if (i == line.length) {
                        return line;
                    }
                }
            }
        }
        return blanks < 0 ? line : Arrays.copyOf(line, blanks);
    }

    static int indexOf(byte[] bytes, int wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
