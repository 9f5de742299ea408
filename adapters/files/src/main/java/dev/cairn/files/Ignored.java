package dev.cairn.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one folder and of those above it. The last pattern that matches decides; of two folders, the one further down does (X1).
 *
 * @param above null at the root
 * @param depth how many bytes of a path name the folder, with the slash behind it
 * @param patterns in the order of their lines
 */
record Ignored(@Nullable Ignored above, int depth, List<IgnorePattern> patterns) {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Whether it is ignored, be it a file or a folder. */
    boolean ignores(String path) {
        return ignores(path, false) && ignores(path, true);
    }

    /** Returns whether a path below the folder is ignored; the caller has made sure that no folder above it is. */
    boolean ignores(String path, boolean folder) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        int name = bytes.length;
        while (name > 0 && bytes[name - 1] != '/') {
            name--;
        }
        for (Ignored at = this; at != null; at = at.above) {
            for (IgnorePattern pattern : at.patterns.reversed()) {
                if (pattern.matches(bytes, at.depth, name, folder)) {
                    return !pattern.negated();
                }
            }
        }
        return false;
    }

    /** Reads lines as git does: without a byte order mark on the first, and each up to its first NUL. */
    static List<IgnorePattern> read(byte[] text) {
        int from = Arrays.mismatch(text, BOM) == BOM.length ? BOM.length : 0;
        List<IgnorePattern> patterns = new ArrayList<>();
        for (int start = from; start < text.length; ) {
            int feed = IgnorePattern.indexOf(text, '\n', start, text.length);
            int next = feed < 0 ? text.length : feed;
            int end = next > start && text[next - 1] == '\r' ? next - 1 : next;
            int nul = IgnorePattern.indexOf(text, 0, start, end);
            IgnorePattern pattern = IgnorePattern.parse(Arrays.copyOfRange(text, start, nul < 0 ? end : nul));
            if (pattern != null) {
                patterns.add(pattern);
            }
            start = next + 1;
        }
        return patterns;
    }
}
