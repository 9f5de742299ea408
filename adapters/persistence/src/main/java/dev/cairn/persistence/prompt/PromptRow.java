package dev.cairn.persistence.prompt;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Taken;
import dev.cairn.persistence.kernel.RootRow;
import dev.cairn.schema.FullText;
import dev.cairn.schema.Index;
import dev.cairn.schema.Json;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code prompts}. */
@MappedEntity("prompts")
@Index(name = "prompts_live_title", on = "project_id, title_key", unique = true, where = "deleted_at IS NULL")
@Index(
        name = "prompts_live_own_title",
        on = "owner_id, title_key",
        unique = true,
        where = "project_id IS NULL AND deleted_at IS NULL")
@Index(name = "prompts_title", on = "project_id, title_key, id")
@Index(name = "prompts_created", on = "project_id, created_at, id")
@Index(name = "prompts_updated", on = "project_id, updated_at, id")
@Index(name = "prompts_owner", on = "owner_id")
@Index(name = "prompts_deletion", on = "deletion_id", where = "deletion_id IS NOT NULL")
@Taken(index = "prompts_live_title", code = ErrorCode.NAME_TAKEN, message = "There is a prompt of this title already")
@Taken(
        index = "prompts_live_own_title",
        code = ErrorCode.NAME_TAKEN,
        message = "You have a prompt of this title already")
@FullText(kind = "prompt", title = "title", body = "content", beside = "search_beside")
record PromptRow(
        @Id long id,

        @References(value = Project.class, onDelete = OnDelete.CASCADE) @Nullable
        Long projectId,

        @References(value = User.class, onDelete = OnDelete.RESTRICT)
        long ownerId,

        @Length(min = 1, max = PromptContent.TITLE_MAX) String title,
        String titleKey,
        @Length(min = 1, max = PromptContent.CONTENT_MAX) String content,

        @Length(min = 1, max = PromptContent.DESCRIPTION_MAX) @Nullable
        String description,

        @Json String labels,
        @Json String metadata,
        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId,
        @Nullable String searchBeside)
        implements RootRow {}
