package dev.cairn.application.queue;

import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.Queue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a claim over several sources (Q22).
 *
 * @param claimed the work of the first source that had any; null when none had
 * @param reasons the reason of each source that was asked and had none
 */
public record WideClaim(@Nullable Claimed claimed, List<Empty> reasons) {

    /** The reason why one source had no work: a queue, or a project's ready tickets. */
    public record Empty(
            @Nullable Id<Queue> queueId, @Nullable ProjectKey project, Nothing nothing) {}

    public WideClaim {
        reasons = List.copyOf(reasons);
    }
}
