package dev.cairn.persistence.agent;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.RunError;
import dev.cairn.domain.agent.RunStatus;
import dev.cairn.domain.agent.RunUsage;
import dev.cairn.domain.agent.Transcript;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.FinishReason;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.user.User;
import dev.cairn.json.JsonTrees;
import dev.cairn.persistence.kernel.Conversions;
import dev.cairn.persistence.kernel.JsonLists;
import dev.cairn.schema.Check;
import dev.cairn.schema.Index;
import dev.cairn.schema.Json;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code agent_runs}. Messages name their run, and a run its message: one of the two has no foreign key. */
@MappedEntity("agent_runs")
@Check("(status IN ('QUEUED', 'RUNNING')) = (finished_at IS NULL)")
@Check("status <> 'FAILED' OR error IS NOT NULL")
@Index(name = "agent_runs_conversation", on = "conversation_id, created_at, id")
@Index(name = "agent_runs_agent", on = "agent_id, created_at, id")
@Index(name = "agent_runs_owner", on = "owner_id, created_at, id")
@Index(name = "agent_runs_project", on = "project_id, created_at, id", where = "project_id IS NOT NULL")
@Index(name = "agent_runs_live", on = "agent_id, status", where = "finished_at IS NULL")
record AgentRunRow(
        @io.micronaut.data.annotation.Id long id,

        @References(value = Agent.class, onDelete = OnDelete.CASCADE)
        long agentId,

        @References(value = User.class, onDelete = OnDelete.CASCADE)
        long ownerId,

        @References(value = Conversation.class, onDelete = OnDelete.CASCADE)
        long conversationId,

        @References(value = Project.class, onDelete = OnDelete.CASCADE) @Nullable
        Long projectId,

        @References(value = Message.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long triggerId,

        @References(value = Claim.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long claimId,

        @Range(min = 0, max = AgentRun.DEPTH_MAX) int depth,
        RunStatus status,
        @Range(min = 0, max = Job.ATTEMPTS_MAX) int attempt,
        @Json String transcript,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        boolean estimated,
        @Nullable Long costMicros,

        @Length(min = 1, max = Message.MODEL_MAX) @Nullable String model,

        @Nullable FinishReason finishReason,

        @Length(min = 1, max = RunError.CODE_MAX) @Nullable String errorCode,

        @Length(min = 1, max = Job.ERROR_MAX) @Nullable String error,

        @Nullable Long messageId,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    static AgentRunRow of(AgentRun run) {
        RunUsage usage = run.usage();
        RunError error = run.error();
        return new AgentRunRow(
                run.id().value(),
                run.agentId().value(),
                run.ownerId().value(),
                run.conversationId().value(),
                Conversions.number(run.projectId()),
                Conversions.number(run.triggerId()),
                Conversions.number(run.claimId()),
                run.depth(),
                run.status(),
                run.attempt(),
                text(run.transcript()),
                usage == null ? null : usage.inputTokens(),
                usage == null ? null : usage.outputTokens(),
                usage != null && usage.estimated(),
                usage == null ? null : usage.costMicros(),
                run.model(),
                run.finishReason(),
                error == null ? null : error.code(),
                error == null ? null : error.detail(),
                Conversions.number(run.messageId()),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt());
    }

    private static String text(Transcript transcript) {
        return JsonLists.write(transcript.tree());
    }

    AgentRun toDomain() {
        return new AgentRun(
                new Id<>(id),
                new Id<>(agentId),
                new Id<>(ownerId),
                new Id<>(conversationId),
                Conversions.id(projectId),
                Conversions.id(triggerId),
                Conversions.id(claimId),
                depth,
                status,
                attempt,
                Transcript.read(JsonTrees.read(transcript)),
                inputTokens == null || outputTokens == null
                        ? null
                        : new RunUsage(inputTokens, outputTokens, estimated, costMicros),
                model,
                finishReason,
                errorCode == null || error == null ? null : new RunError(errorCode, error),
                Conversions.id(messageId),
                createdAt,
                startedAt,
                finishedAt);
    }

    /** Returns the run without its transcript, as lists show it. */
    AgentRun withoutTranscript() {
        return toDomain().withTranscript(Transcript.NONE);
    }
}
