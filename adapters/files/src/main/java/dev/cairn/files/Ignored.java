package dev.cairn.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one folder and of those above it. The last pattern that matches decides; of two folders, the one further down does (X1).
 *
 * @param above null at the root
 * @param depth how many characters of a path name the folder, with the slash behind it
 */
record Ignored(@Nullable Ignored above, int depth, List<IgnoreNode> rules) {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Whether what is at a path below the folder is ignored; that no folder above it is, is known. */
    boolean ignores(String path, boolean folder) {
        for (Ignored at = this; at != null; at = at.above) {
            String below = path.substring(at.depth);
            for (IgnoreNode each : at.rules) {
                Boolean ignored = each.checkIgnored(below, folder);
                if (ignored != null) {
                    return ignored;
                }
            }
        }
        return false;
    }

    /** Reads rules as git does: a byte order mark is no part of the first pattern. */
    static IgnoreNode read(byte[] text) {
        int from = text.length >= BOM.length && text[0] == BOM[0] && text[1] == BOM[1] && text[2] == BOM[2]
                ? BOM.length
                : 0;
        IgnoreNode rules = new IgnoreNode();
        try (ByteArrayInputStream in = new ByteArrayInputStream(text, from, text.length - from)) {
            rules.parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }
}
