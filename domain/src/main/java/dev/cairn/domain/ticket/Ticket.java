package dev.cairn.domain.ticket;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Root;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of work. Whether it is queued or claimed is a state of its queue item (R32). */
@RecordBuilder
public record Ticket(
        Id<Ticket> id,
        Id<Project> projectId,
        TicketKey key,
        TicketContent content,
        TicketStatus status,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        Lifecycle lifecycle)
        implements TicketBuilder.With, Root<TicketContent> {

    public static Ticket create(
            Id<Ticket> id, Id<Project> projectId, TicketKey key, TicketContent content, Instant now) {
        return new Ticket(id, projectId, key, content, TicketStatus.OPEN, null, null, Lifecycle.startingAt(now));
    }

    public int number() {
        return key.number();
    }

    /** Answers the ticket with the edited content, and itself when nothing changes. */
    public Ticket edit(TicketContent edited, Instant now) {
        requireWritable();
        return edited.equals(content) ? this : withContent(edited).withLifecycle(lifecycle.touch(now));
    }

    /**
     * Moves along the workflow (R27) and keeps the two times that follow from it (R28).
     *
     * @throws Conflict {@code transition_refused} naming the allowed ones
     */
    public Ticket moveTo(TicketStatus next, Instant now) {
        requireWritable();
        if (!status.next().contains(next)) {
            throw new Conflict(
                    ErrorCode.TRANSITION_REFUSED,
                    "A ticket that is %s cannot become %s".formatted(Wire.of(status), Wire.of(next)),
                    Map.of("allowed", status.next().stream().map(Wire::of).toList()));
        }
        return enter(next, now);
    }

    /** Enters a status without asking the workflow: for imports (R36), and for completion by rule R29. */
    public Ticket enter(TicketStatus next, Instant now) {
        Instant started = next == TicketStatus.IN_PROGRESS && startedAt == null ? now : startedAt;
        Instant completed = next == TicketStatus.COMPLETED ? now : next == TicketStatus.CLOSED ? completedAt : null;
        return new Ticket(id, projectId, key, content, next, started, completed, lifecycle.touch(now));
    }

    /** Moves the ticket's time on, because a task, comment or link of it changed (R32). */
    public Ticket touch(Instant now) {
        requireWritable();
        return withLifecycle(lifecycle.touch(now));
    }

    public Ticket archive(Instant now) {
        return withLifecycle(lifecycle.archive(now));
    }

    public Ticket unarchive(Instant now) {
        return withLifecycle(lifecycle.unarchive(now));
    }

    public Ticket delete(Deletion deletion) {
        return withLifecycle(lifecycle.delete(deletion));
    }

    public Ticket restore(Instant now) {
        return withLifecycle(lifecycle.restore(now));
    }

    /** Answers the ticket as it is after an update was stored. */
    public Ticket stored() {
        return withLifecycle(lifecycle.stored());
    }

    /** @throws Conflict {@code ticket_archived}: archived is read-only (R4) */
    public Ticket requireWritable() {
        if (lifecycle.archived()) {
            throw new Conflict(ErrorCode.TICKET_ARCHIVED, "Ticket %s is archived: unarchive it first".formatted(key));
        }
        return this;
    }

    @Override
    public Map<String, Object> label() {
        return Map.of("key", key.toString());
    }
}
