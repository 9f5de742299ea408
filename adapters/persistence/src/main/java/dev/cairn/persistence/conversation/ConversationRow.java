package dev.cairn.persistence.conversation;

import dev.cairn.domain.conversation.ConversationContent;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Taken;
import dev.cairn.persistence.kernel.RootRow;
import dev.cairn.schema.Backfill;
import dev.cairn.schema.Check;
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

/**
 * A row of {@code conversations}.
 *
 * @param activeAt when something was said last, or it began
 */
@MappedEntity("conversations")
@Check("project_id IS NOT NULL OR kind <> 'CHANNEL'")
@Check("project_id IS NULL OR kind <> 'DIRECT'")
@Index(name = "conversations_project", on = "project_id, active_at, id")
@Index(
        name = "conversations_live_channel",
        on = "project_id, title_key",
        unique = true,
        where = "kind = 'CHANNEL' AND deleted_at IS NULL")
@Index(name = "conversations_default", on = "project_id", unique = true, where = "is_default")
@Index(name = "conversations_people", on = "people", unique = true, where = "people IS NOT NULL AND deleted_at IS NULL")
@Index(name = "conversations_deletion", on = "deletion_id", where = "deletion_id IS NOT NULL")
@Taken(
        index = "conversations_live_channel",
        code = ErrorCode.NAME_TAKEN,
        message = "There is a channel of this title already")
@Taken(
        index = "conversations_people",
        code = ErrorCode.PARTICIPANTS_TAKEN,
        message = "These people have a direct conversation already")
record ConversationRow(
        @Id long id,

        @References(value = Project.class, onDelete = OnDelete.CASCADE) @Nullable
        Long projectId,

        @References(value = User.class, onDelete = OnDelete.RESTRICT)
        long ownerId,

        ConversationKind kind,

        @Length(min = 1, max = ConversationContent.TITLE_MAX)
        String title,

        String titleKey,

        @Length(min = 1, max = ConversationContent.DESCRIPTION_MAX) @Nullable
        String description,

        Purpose purpose,
        boolean isDefault,
        @Range(min = 1) int nextSeq,
        @Nullable Instant lastMessageAt,
        @Backfill("coalesce(last_message_at, created_at)") Instant activeAt,
        @Nullable String people,
        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId)
        implements RootRow {}
