package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.project.Project;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was when the index looked at it last; its contents are on the disk only. It keeps its id when it is renamed (L30).
 *
 * @param path from the project's folder, with {@code /} between names, which are as the file system has them (R50, L31)
 * @param extension behind the last dot of the name, in lower case, without the dot; empty when there is none
 * @param size in bytes
 * @param fileKey what names it on its file system besides its path (device and inode); null where that is unknown, or where the file
 *     was so young that its next change may not show in its time
 * @param contentType of a fixed table (L33)
 * @param language of a fixed table; null when it is none that the table knows
 * @param sha256 of the bytes
 * @param summaryOf the hash of the bytes that the summary is of; null without a summary
 * @param summaryModel the model that wrote the summary; null for one that was taken out of the contents (R53)
 */
@RecordBuilder
public record ProjectFile(
        Id<ProjectFile> id,
        Id<Project> projectId,
        String path,
        String name,
        String extension,
        long size,
        Instant modifiedAt,
        @Nullable String fileKey,
        String contentType,
        @Nullable String language,
        String sha256,
        @Nullable String summary,
        @Nullable String summaryOf,
        @Nullable String summaryModel,
        Instant indexedAt)
        implements ProjectFileBuilder.With {
    /** The longest path in bytes of UTF-8, which fits into an index of either engine. */
    public static final int PATH_BYTES_MAX = 2_000;

    public static final int NAME_MAX = 255;
    public static final int EXTENSION_MAX = 40;
    public static final int FILE_KEY_MAX = 100;
    public static final int CONTENT_TYPE_MAX = 100;
    public static final int LANGUAGE_MAX = 40;
    public static final int SUMMARY_MAX = 600;

    public ProjectFile {
        path = Text.exact("path", path, PATH_BYTES_MAX);
        name = Text.exact("name", name, 1, NAME_MAX);
        extension = Text.exact("extension", extension, 0, EXTENSION_MAX);
        Limits.range("size", size, 0, Long.MAX_VALUE);
        modifiedAt = Objects.requireNonNull(Times.checked("modifiedAt", modifiedAt));
        summary = Text.optional("summary", summary, SUMMARY_MAX);
        if ((summary == null) != (summaryOf == null)) {
            throw new IllegalArgumentException("A summary says which contents it is of");
        }
        summaryModel = Text.optional("summaryModel", summaryModel, ProviderContent.MODEL_MAX);
    }

    /** Whether a model wrote the summary of the current contents. */
    public boolean isSummarized() {
        return summaryModel != null && sha256.equals(summaryOf);
    }
}
