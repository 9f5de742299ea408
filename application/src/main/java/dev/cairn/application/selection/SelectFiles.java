package dev.cairn.application.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command to select files.
 *
 * @param files by id or path
 * @param reason why, for all of them
 */
public record SelectFiles(List<String> files, @Nullable String reason) {
    /** The most files of a selection. */
    public static final int FILES_MAX = 500;

    public SelectFiles {
        files = NamedFiles.checked(files);
    }
}
