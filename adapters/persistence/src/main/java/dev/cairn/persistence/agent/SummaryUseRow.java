package dev.cairn.persistence.agent;

import dev.cairn.domain.agent.SummaryUse;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import dev.cairn.schema.Index;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code summary_uses}. */
@MappedEntity("summary_uses")
@Index(name = "summary_uses_project", on = "project_id, created_at")
@Index(name = "summary_uses_owner", on = "owner_id, created_at")
record SummaryUseRow(
        @Id long id,

        @References(value = Project.class, onDelete = OnDelete.CASCADE)
        long projectId,

        @References(value = User.class, onDelete = OnDelete.CASCADE)
        long ownerId,

        long inputTokens,
        long outputTokens,
        boolean estimated,
        @Nullable Long costMicros,
        Instant createdAt) {
    static SummaryUseRow of(SummaryUse use) {
        return new SummaryUseRow(
                use.id().value(),
                use.projectId().value(),
                use.ownerId().value(),
                use.usage().inputTokens(),
                use.usage().outputTokens(),
                use.usage().estimated(),
                use.usage().costMicros(),
                use.createdAt());
    }
}
