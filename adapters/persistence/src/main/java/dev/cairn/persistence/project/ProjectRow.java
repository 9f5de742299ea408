package dev.cairn.persistence.project;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.project.Assessment;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Taken;
import dev.cairn.persistence.kernel.RootRow;
import dev.cairn.schema.Default;
import dev.cairn.schema.Index;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code projects}; the counter of ticket numbers is only ever changed by its own statements. */
@MappedEntity("projects")
@Index(name = "projects_key", on = "key", unique = true)
@Index(name = "projects_live_name", on = "owner_id, name_key", unique = true, where = "deleted_at IS NULL")
@Index(name = "projects_live_path", on = "local_path_key", unique = true, where = "deleted_at IS NULL")
@Index(name = "projects_updated", on = "updated_at, id")
@Index(name = "projects_created", on = "created_at, id")
@Index(name = "projects_score", on = "validation_score, id")
@Taken(index = "projects_key", code = ErrorCode.KEY_TAKEN, message = "This key belongs to another project")
@Taken(index = "projects_live_name", code = ErrorCode.NAME_TAKEN, message = "There is a project of this name already")
@Taken(index = "projects_live_path", code = ErrorCode.PATH_TAKEN, message = "This folder belongs to another project")
record ProjectRow(
        @Id long id,

        @References(value = User.class, onDelete = OnDelete.RESTRICT)
        long ownerId,

        @Length(min = ProjectKey.LENGTH_MIN, max = ProjectKey.LENGTH_MAX)
        String key,

        @Length(min = 1, max = ProjectContent.NAME_MAX) String name,
        String nameKey,
        @Length(max = ProjectContent.DESCRIPTION_MAX) String description,
        String descriptionKey,

        @Length(min = 1, max = ProjectContent.LOCATION_MAX) @Nullable
        String localPath,

        @Nullable String localPathKey,

        @Length(min = 1, max = ProjectContent.LOCATION_MAX) @Nullable
        String gitUrl,

        @Length(min = 1, max = ProjectContent.LOCATION_MAX) @Nullable
        String branch,

        ProjectStatus status,
        @Default("0") @Range(min = 0, max = Assessment.MAX) int completeness,
        @Default("0") @Range(min = 0, max = Assessment.MAX) int validationScore,
        @Nullable Instant validatedAt,
        @Default("false") boolean validationStale,
        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId)
        implements RootRow {}
