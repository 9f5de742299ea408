package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Text;
import java.util.regex.Pattern;

/**
 * A file in the folder that is not in the index although it perhaps should be.
 *
 * @param path the path, as far as it is readable; characters that a text may not contain are shown as U+FFFD
 */
public record FileProblem(String path, Kind kind) {
    private static final int PATH_MAX = 500;
    private static final Pattern UNTELLABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    /** The reason why the file is not in the index. */
    public enum Kind {
        /** The file's name is not UTF-8, so that no path can name it. */
        NAME_NOT_UTF8,
        /** The file's path or name is longer than the index accepts. */
        PATH_TOO_LONG,
        /** The file could not be read, or kept changing while it was read. */
        UNREADABLE,
        /** The file belongs to Cairn's own database, perhaps under another name (P12). */
        OWN_DATABASE
    }

    public FileProblem {
        String told = UNTELLABLE.matcher(path).replaceAll("\ufffd");
        path = Text.exact("path", told.substring(0, Math.min(told.length(), PATH_MAX)), 0, PATH_MAX);
    }
}
