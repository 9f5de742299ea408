package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * An edge from a file to another one that it imports, or to a target that is in none of the project's files.
 *
 * @param target the target as the file writes it
 * @param toFileId the imported file; null when it is none of the project's
 */
public record FileImport(
        Id<ProjectFile> fromFileId, String target, @Nullable Id<ProjectFile> toFileId) {
    public static final int TARGET_MAX = 500;
    /** The most imports that are kept of one file; further ones are dropped. */
    public static final int PER_FILE_MAX = 1_000;

    public FileImport {
        target = Text.exact("target", target, 1, TARGET_MAX);
    }
}
