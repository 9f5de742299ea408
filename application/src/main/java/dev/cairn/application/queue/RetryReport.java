package dev.cairn.application.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.QueueItem;
import java.util.List;

/**
 * What {@code retry-failed} did (Q17).
 *
 * @param retried how many items are ready again, groups included
 * @param refused those that cannot be, at most {@value #REFUSED_MAX}, and why
 */
public record RetryReport(int retried, List<Refused> refused) {
    public static final int REFUSED_MAX = 1_000;

    /** Why a failed item cannot be retried. */
    public enum Reason {
        /** Its ticket or task was deleted. */
        SUBJECT_GONE,
        /** Its ticket or task is completed, closed or cancelled. */
        FINISHED,
        /** Its ticket is archived. */
        ARCHIVED,
        /** Its ticket or task has another live item. */
        ALREADY_QUEUED,
        /** Its ticket or task failed again later: that item is retried. */
        SUPERSEDED,
        /** It stands for a group of which no task can be retried. */
        GROUP
    }

    /** One item that stays where it is. */
    public record Refused(Id<QueueItem> item, Reason reason, String message) {}

    public RetryReport {
        refused = List.copyOf(refused);
    }
}
