package dev.cairn.persistence.file;

import dev.cairn.domain.file.ProjectFolder;
import dev.cairn.domain.project.Project;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code project_folders}. */
@MappedEntity("project_folders")
record ProjectFolderRow(
        @Id @References(value = Project.class, onDelete = OnDelete.CASCADE)
        long projectId,

        @Length(min = 1, max = ProjectFolder.ROOT_MAX) String root,
        @Nullable Instant indexedAt) {
    ProjectFolder toDomain() {
        return new ProjectFolder(new dev.cairn.domain.kernel.Id<>(projectId), root, indexedAt);
    }
}
