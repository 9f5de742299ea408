package dev.cairn.persistence.activity;

import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import dev.cairn.schema.Check;
import dev.cairn.schema.Index;
import dev.cairn.schema.Json;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code activity}; a purged project's entries stay, so that numbers keep growing for those who follow the log. Of a purged
 * conversation they stay too, with its id: nobody reads it any more, so that nobody sees them.
 */
@MappedEntity("activity")
@Check("type LIKE '%_._%'")
@Index(name = "activity_project", on = "project_id, seq", where = "project_id IS NOT NULL")
@Index(name = "activity_conversation", on = "conversation_id, seq", where = "conversation_id IS NOT NULL")
@Index(name = "activity_actor", on = "actor_id, seq", where = "actor_id IS NOT NULL")
@Index(name = "activity_subject", on = "subject_id, seq")
record ActivityRow(
        @Id long seq,
        String type,

        @References(value = User.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long actorId,

        String actorName,

        @References(value = Project.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long projectId,

        @Nullable Long conversationId,

        String subjectType,
        long subjectId,
        @Nullable Long version,
        @Json @Nullable String before,
        @Json @Nullable String after,
        @Json String data,
        Instant at) {}
