package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import org.jspecify.annotations.Nullable;

/**
 * The filter for lists of claims.
 *
 * @param ended whether those that are over, or those that last; null means all
 */
public record ClaimFilter(
        @Nullable Id<Project> projectId,
        @Nullable Id<Queue> queueId,
        @Nullable Id<QueueItem> itemId,
        @Nullable Id<User> userId,
        @Nullable Boolean ended) {
    public static final ClaimFilter LIVE = new ClaimFilter(null, null, null, null, false);

    /** Answers the filter within one project. */
    public ClaimFilter in(Id<Project> project) {
        return new ClaimFilter(project, queueId, itemId, userId, ended);
    }
}
