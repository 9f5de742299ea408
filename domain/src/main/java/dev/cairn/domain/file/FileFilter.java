package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.search.SearchQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The filter for lists of a project's files; null means any.
 *
 * @param projectId null until the project is found
 * @param path a file, or a folder with everything below it
 * @param text words that are all in the path or in the contents, the last of them as a beginning
 * @param extension with or without the dot, in any case
 * @param changed the earliest time of modification
 */
public record FileFilter(
        @Nullable Id<Project> projectId,
        @Nullable String path,
        @Nullable String text,
        @Nullable String extension,
        @Nullable Instant changed) {
    public static final FileFilter ANY = new FileFilter(null, null, null, null, null);

    public FileFilter {
        path = path == null || path.isEmpty() ? null : Text.exact("path", path, ProjectFile.PATH_BYTES_MAX);
        text = Text.optional("q", text, SearchQuery.TEXT_MAX);
        extension = extension == null ? null : plain(Text.exact("extension", extension, 0, ProjectFile.EXTENSION_MAX));
    }

    public FileFilter in(Id<Project> project) {
        return new FileFilter(project, path, text, extension, changed);
    }

    /** Returns the words of the filter's text; none for a text without any. */
    public List<String> words() {
        return text == null ? List.of() : SearchQuery.words(text);
    }

    private static String plain(String extension) {
        String plain = extension.startsWith(".") ? extension.substring(1) : extension;
        return plain.toLowerCase(Locale.ROOT);
    }
}
