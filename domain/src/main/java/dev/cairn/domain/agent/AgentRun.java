package dev.cairn.domain.agent;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.FinishReason;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.user.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answer of an agent, from being asked for to its end. It says at most one message (R43, T3).
 *
 * @param ownerId the human responsible for the agent
 * @param projectId of the conversation, if it is in one
 * @param triggerId the message that the run answers; null when that is gone
 * @param claimId the claim that the agent held in the project when the run began, which its prompt is about (T1); null for none
 * @param depth the number of agents in a row that were asked by an agent before (R44)
 * @param attempt the number of the attempt; the results of earlier attempts are dropped (L22)
 * @param transcript the transcript; while the run is live, the part known so far
 */
@RecordBuilder
public record AgentRun(
        Id<AgentRun> id,
        Id<Agent> agentId,
        Id<User> ownerId,
        Id<Conversation> conversationId,
        @Nullable Id<Project> projectId,
        @Nullable Id<Message> triggerId,
        @Nullable Id<Claim> claimId,
        int depth,
        RunStatus status,
        int attempt,
        Transcript transcript,
        @Nullable RunUsage usage,
        @Nullable String model,
        @Nullable FinishReason finishReason,
        @Nullable RunError error,
        @Nullable Id<Message> messageId,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt)
        implements AgentRunBuilder.With {
    /** The most agents that ask one another in a row, the first of them asked by a human (R44). */
    public static final int DEPTH_MAX = 4;
    /** The most rounds of tool calls before the model has to answer (T2). */
    public static final int ROUNDS_MAX = 8;

    public static AgentRun queued(
            Id<AgentRun> id,
            Agent agent,
            Conversation conversation,
            @Nullable Id<Message> trigger,
            int depth,
            Instant now) {
        return new AgentRun(
                id,
                agent.id(),
                agent.ownerId(),
                conversation.id(),
                conversation.projectId(),
                trigger,
                null,
                depth,
                RunStatus.QUEUED,
                0,
                Transcript.NONE,
                null,
                null,
                null,
                null,
                null,
                now,
                null,
                null);
    }

    /** @throws Conflict {@code run_ended} */
    public AgentRun requireLive() {
        if (!status.live()) {
            throw new Conflict(ErrorCode.RUN_ENDED, "The run has ended: it is %s".formatted(Wire.of(status)));
        }
        return this;
    }

    /**
     * Begins a new attempt and drops the results of an earlier one. Its number differs from the earlier one's even if
     * the job did not count that attempt (L24), so that followers recognise the new attempt (R43).
     */
    public AgentRun begin(int next, Instant now) {
        return with(run -> run.status(RunStatus.RUNNING)
                .attempt(Math.min(Math.max(next, attempt + 1), Job.ATTEMPTS_MAX))
                .claimId(null)
                .transcript(Transcript.NONE)
                .error(null)
                .startedAt(startedAt == null ? now : startedAt));
    }

    public AgentRun waitAgain(RunError why) {
        return withStatus(RunStatus.QUEUED).withError(why);
    }

    public AgentRun end(RunStatus how, @Nullable FinishReason reason, @Nullable RunError why, Instant now) {
        return with(run -> run.status(how).finishReason(reason).error(why).finishedAt(now));
    }
}
