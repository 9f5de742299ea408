package dev.cairn.application.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.QueueItem;
import java.util.List;

/**
 * The result of {@code retry-failed} (Q17).
 *
 * @param retried how many items are ready again, groups included
 * @param refused those that cannot be, at most {@value #REFUSED_MAX}, and why
 */
public record RetryReport(int retried, List<Refused> refused) {
    public static final int REFUSED_MAX = 1_000;

    /** The reason why a failed item cannot be retried. */
    public enum Reason {
        /** The item's ticket or task was deleted. */
        SUBJECT_GONE,
        /** The item's ticket or task is completed, closed or cancelled. */
        FINISHED,
        /** The item's ticket is archived. */
        ARCHIVED,
        /** The item's ticket or task has another live item. */
        ALREADY_QUEUED,
        /** The item's ticket or task failed again later; that item is retried. */
        SUPERSEDED,
        /** The item is a group of which no task can be retried. */
        GROUP
    }

    /** A failed item that was not retried. */
    public record Refused(Id<QueueItem> item, Reason reason, String message) {}

    public RetryReport {
        refused = List.copyOf(refused);
    }
}
