package dev.cairn.domain.agent;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The model usage of one agent's runs, or of file summaries, in one project (T5).
 *
 * @param agentId null for summaries that a model wrote
 * @param projectId null for its runs outside of projects
 * @param runs how many began; of summaries how many were written
 * @param estimated whether some of the tokens were counted by Cairn, because a provider did not
 * @param day the beginning of the day (UTC) in which they began; null for the whole time
 * @param costMicros in millionths of the money in which prices are given; runs without a price add nothing
 */
@RecordBuilder
public record UsageTotal(
        @Nullable Id<Agent> agentId,
        @Nullable Id<Project> projectId,
        long runs,
        long inputTokens,
        long outputTokens,
        boolean estimated,
        long costMicros,
        @Nullable Instant day)
        implements UsageTotalBuilder.With {
    /** The most totals of one request; a store answers one more, so that an excess is detected and refused. */
    public static final int ASKED_MAX = 10_000;
}
