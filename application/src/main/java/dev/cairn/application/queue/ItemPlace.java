package dev.cairn.application.queue;

import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Priority;
import java.time.Instant;
import java.util.Objects;

/**
 * The fields of an item that a person may edit while nobody holds it (Q11). A value that they set stays when the ticket
 * changes, even if it equals the ticket's now (Q23), so that the record marks it as set.
 */
public record ItemPlace(Priority priority, long position, Instant runAt, boolean setsPriority, boolean setsPosition) {
    public ItemPlace {
        runAt = Objects.requireNonNull(Times.checked("runAt", runAt));
    }

    static ItemPlace of(QueueItem item) {
        return new ItemPlace(item.priority(), item.position(), item.runAt(), false, false);
    }

    public ItemPlace withPriority(Priority wanted) {
        return new ItemPlace(wanted, position, runAt, true, setsPosition);
    }

    public ItemPlace withPosition(long wanted) {
        return new ItemPlace(priority, wanted, runAt, setsPriority, true);
    }

    public ItemPlace withRunAt(Instant wanted) {
        return new ItemPlace(priority, position, wanted, setsPriority, setsPosition);
    }

    /** Returns the place with the fields marked that a person set. */
    public ItemPlace setting(boolean thePriority, boolean thePosition) {
        return new ItemPlace(priority, position, runAt, setsPriority || thePriority, setsPosition || thePosition);
    }
}
