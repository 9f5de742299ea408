package dev.cairn.persistence.file;

import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sha256;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.project.Project;
import dev.cairn.schema.Check;
import dev.cairn.schema.Index;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import dev.cairn.schema.WordIndex;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code project_files}. */
@MappedEntity("project_files")
@Check("(summary IS NULL) = (summary_of IS NULL)")
@Index(name = "project_files_path", on = "project_id, path", unique = true)
@Index(name = "project_files_modified", on = "project_id, modified_at, id")
@WordIndex(
        name = ProjectFileRow.WORDS,
        columns = {"scope", "path", "name", "symbols", "summary", "contents"})
record ProjectFileRow(
        @io.micronaut.data.annotation.Id long id,

        @References(value = Project.class, onDelete = OnDelete.CASCADE)
        long projectId,

        @Length(min = 1, max = ProjectFile.PATH_BYTES_MAX) String path,
        @Length(min = 1, max = ProjectFile.NAME_MAX) String name,
        @Length(max = ProjectFile.EXTENSION_MAX) String extension,
        @Range(min = 0) long size,
        Instant modifiedAt,

        @Length(min = 1, max = ProjectFile.FILE_KEY_MAX) @Nullable
        String fileKey,

        @Length(min = 1, max = ProjectFile.CONTENT_TYPE_MAX) String contentType,

        @Length(min = 1, max = ProjectFile.LANGUAGE_MAX) @Nullable
        String language,

        @Length(min = Sha256.LENGTH, max = Sha256.LENGTH) String sha256,

        @Length(min = 1, max = ProjectFile.SUMMARY_MAX) @Nullable
        String summary,

        @Length(min = Sha256.LENGTH, max = Sha256.LENGTH) @Nullable
        String summaryOf,

        @Length(min = 1, max = ProviderContent.MODEL_MAX) @Nullable
        String summaryModel,

        Instant indexedAt) {
    static final String WORDS = "project_file_words";

    static ProjectFileRow of(ProjectFile file) {
        return new ProjectFileRow(
                file.id().value(),
                file.projectId().value(),
                file.path(),
                file.name(),
                file.extension(),
                file.size(),
                file.modifiedAt(),
                file.fileKey(),
                file.contentType(),
                file.language(),
                file.sha256(),
                file.summary(),
                file.summaryOf(),
                file.summaryModel(),
                file.indexedAt());
    }

    ProjectFile toDomain() {
        return new ProjectFile(
                new Id<>(id),
                new Id<>(projectId),
                path,
                name,
                extension,
                size,
                modifiedAt,
                fileKey,
                contentType,
                language,
                sha256,
                summary,
                summaryOf,
                summaryModel,
                indexedAt);
    }
}
