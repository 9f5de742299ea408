package dev.cairn.persistence.memory;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.memory.Importance;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.domain.memory.MemoryType;
import dev.cairn.domain.project.Project;
import dev.cairn.persistence.kernel.RootRow;
import dev.cairn.schema.Check;
import dev.cairn.schema.Index;
import dev.cairn.schema.Json;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code memories}. */
@MappedEntity("memories")
@Check("(agent_id IS NULL) <> (project_id IS NULL)")
@Check("score >= 0 AND score <= 1")
@Index(name = "memories_agent", on = "agent_id, created_at, id", where = "agent_id IS NOT NULL")
@Index(name = "memories_project", on = "project_id, created_at, id", where = "project_id IS NOT NULL")
record MemoryRow(
        @Id long id,

        @References(value = Agent.class, onDelete = OnDelete.CASCADE) @Nullable
        Long agentId,

        @References(value = Project.class, onDelete = OnDelete.CASCADE) @Nullable
        Long projectId,

        @References(value = Conversation.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long conversationId,

        @Length(min = 1, max = MemoryContent.CONTENT_MAX) String content,

        @Length(min = 1, max = MemoryContent.SUMMARY_MAX) @Nullable
        String summary,

        MemoryType type,
        Importance importance,
        double score,
        @Json String keywords,
        @Range(min = 0) int accessCount,
        @Nullable Instant lastAccessedAt,
        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId)
        implements RootRow {}
