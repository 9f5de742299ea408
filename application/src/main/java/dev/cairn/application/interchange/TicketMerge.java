package dev.cairn.application.interchange;

import dev.cairn.domain.interchange.Seen;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One ticket as it is once a file's entry is taken over: content and state, but not its links and children. */
final class TicketMerge {
    private final ImportContext context;
    private final ImportedTicket imported;
    private final TicketExtras extras;
    private final @Nullable Seen base;
    private final FieldMerge merge;
    private final TicketContent theirs;
    private @Nullable String unknownAssignee;

    TicketMerge(
            ImportContext context,
            ImportedTicket imported,
            TicketExtras extras,
            @Nullable Seen base,
            boolean theirsIsNewer) {
        this.context = context;
        this.imported = imported;
        this.extras = extras;
        this.base = base;
        this.merge = new FieldMerge(base == null ? null : base.fields(), theirsIsNewer);
        this.theirs = content(imported);
    }

    FieldMerge fields() {
        return merge;
    }

    /** The name of an assignee who is no member here. */
    @Nullable
    String unknownAssignee() {
        return unknownAssignee;
    }

    List<String> labels() {
        return theirs.labels();
    }

    /** What files do not know stays: parent, suggestions. */
    TicketContent content(TicketContent ours) {
        return new TicketContent(
                merge.pick("type", theirs.type(), ours.type()),
                merge.pick("title", theirs.title(), ours.title()),
                merge.pick("overview", theirs.overview(), ours.overview()),
                merge.pick("priority", theirs.priority(), ours.priority()),
                assignee(ours.assigneeId()),
                ours.parentId(),
                FieldMerge.labels(
                        theirs.labels(), ours.labels(), base == null ? null : base.labels(), TicketContent.LABELS_MAX),
                merge.pick("acceptanceCriteria", theirs.acceptanceCriteria(), ours.acceptanceCriteria()),
                ours.suggestedFileIds(),
                ours.suggestedAgentIds(),
                ours.suggestedPromptIds(),
                merge.pick("estimatedMinutes", theirs.estimatedMinutes(), ours.estimatedMinutes()),
                merge.pick("dueAt", theirs.dueAt(), ours.dueAt()),
                merge.pick("position", theirs.position(), ours.position()),
                merge.pick("metadata", theirs.metadata(), ours.metadata()));
    }

    /** The state that both sides come to; the workflow is not asked (R36). */
    TicketStatus status(TicketStatus ours, boolean held) {
        return held ? merge.pickHeld("status", imported.status(), ours) : merge.pick("status", imported.status(), ours);
    }

    /** With the times that the file has for its state, or those that follow from it (R28). */
    Ticket enter(Ticket current, TicketContent content, TicketStatus next, Instant now) {
        boolean entered = next != current.status() && next == imported.status();
        Instant started = entered && imported.startedAt() != null
                ? imported.startedAt()
                : time("startedAt", imported.startedAt(), current.startedAt());
        Instant completed = entered
                ? completedAt(current, now)
                : time("completedAt", imported.completedAt(), current.completedAt());
        merge.saw("startedAt", imported.startedAt());
        merge.saw("completedAt", imported.completedAt());
        return new Ticket(
                current.id(),
                current.projectId(),
                current.key(),
                content,
                next,
                Times.checked("startedAt", started),
                next.finished() ? Times.checked("completedAt", completed) : null,
                current.lifecycle());
    }

    private @Nullable Instant time(String name, @Nullable Instant brought, @Nullable Instant ours) {
        return brought == null ? ours : merge.<@Nullable Instant>pick(name, brought, ours);
    }

    /** A new ticket, as the file has it: the merge is one in which theirs is newer than nothing. */
    Ticket fresh(Ticket blank, Instant now) {
        TicketContent content = content(blank.content());
        status(imported.status(), false);
        return enter(blank, content, imported.status(), now);
    }

    static Lifecycle lifecycle(ImportedTicket imported, Instant now) {
        Instant created = imported.createdAt() == null ? now : imported.createdAt();
        Instant updated =
                imported.updatedAt() == null || imported.updatedAt().isBefore(created) ? created : imported.updatedAt();
        return new Lifecycle(0, created, updated, imported.archivedAt(), null, null);
    }

    /** A file that says nothing of assignees leaves them as they are. */
    private @Nullable Id<User> assignee(@Nullable Id<User> ours) {
        if (!context.own()) {
            return ours;
        }
        String here = context.people().name(ours);
        String name = merge.pick("assignee", extras.assignee(), here);
        if (name == null || name.equals(here)) {
            return name == null ? null : ours;
        }
        Id<User> found = context.people().find(name);
        if (found == null) {
            unknownAssignee = name;
            return ours;
        }
        return found;
    }

    private @Nullable Instant completedAt(Ticket current, Instant now) {
        if (imported.completedAt() != null || !imported.status().finished()) {
            return imported.completedAt();
        }
        if (imported.status() == TicketStatus.CLOSED || current.completedAt() != null) {
            return current.completedAt();
        }
        return imported.updatedAt() == null ? now : imported.updatedAt();
    }

    /** As the domain has it: trimmed, and each label once. */
    private static TicketContent content(ImportedTicket imported) {
        return new TicketContent(
                imported.type(),
                imported.title(),
                imported.overview(),
                imported.priority(),
                null,
                null,
                imported.labels(),
                imported.acceptanceCriteria(),
                List.of(),
                List.of(),
                List.of(),
                imported.estimatedMinutes(),
                imported.dueAt(),
                imported.position(),
                imported.metadata());
    }
}
