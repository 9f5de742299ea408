package dev.cairn.persistence.file;

import dev.cairn.domain.file.FileSelection;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import dev.cairn.schema.Index;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code file_selections}. */
@MappedEntity("file_selections")
@Index(name = "file_selections_project", on = "project_id, user_id")
record FileSelectionRow(
        @References(value = Project.class, onDelete = OnDelete.CASCADE)
        long projectId,

        @Id @References(value = User.class, onDelete = OnDelete.CASCADE)
        long userId,

        @Id @References(value = ProjectFile.class, onDelete = OnDelete.CASCADE)
        long fileId,

        @Length(min = 1, max = FileSelection.REASON_MAX) @Nullable
        String reason) {
    FileSelection toDomain() {
        return new FileSelection(
                new dev.cairn.domain.kernel.Id<>(projectId),
                new dev.cairn.domain.kernel.Id<>(userId),
                new dev.cairn.domain.kernel.Id<>(fileId),
                reason);
    }
}
