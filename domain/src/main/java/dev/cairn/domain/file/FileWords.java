package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a file is found, cut as {@link WordCutter} does. They are put into an index from which the text cannot be read back
 * (L41).
 *
 * @param symbols names that the file declares
 */
public record FileWords(
        Id<ProjectFile> fileId,
        Id<Project> projectId,
        String path,
        String name,
        String symbols,
        String summary,
        String contents) {
    /** Returns these words with those of another summary. */
    public FileWords withSummary(@Nullable String text) {
        return new FileWords(
                fileId, projectId, path, name, symbols, WordCutter.cut(text == null ? "" : text), contents);
    }
}
