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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges one ticket with its entry in a file: content and status, but not links and children. */
final class TicketMerge {
    /** The fields that a file does not have, or that are merged in their own way. */
    private static final Set<String> OURS =
            Set.of("parentId", "assigneeId", "labels", "suggestedFileIds", "suggestedAgentIds", "suggestedPromptIds");

    private final ImportContext context;
    private final ImportedTicket imported;
    private final @Nullable Seen base;
    private final FieldMerge merge;
    private final TicketContent theirs;
    private @Nullable String unknownAssignee;
    private List<String> labelsWithoutRoom = List.of();

    TicketMerge(ImportContext context, ImportedTicket imported, @Nullable Seen base, boolean theirsIsNewer) {
        this.context = context;
        this.imported = imported;
        this.base = base;
        this.merge = new FieldMerge(base == null ? null : base.fields(), theirsIsNewer);
        this.theirs = imported.content();
    }

    FieldMerge fields() {
        return merge;
    }

    /** Returns the name of an assignee who is no member here; null for none. */
    @Nullable
    String unknownAssignee() {
        return unknownAssignee;
    }

    /** The labels of the file that were taken over, now or before. */
    List<String> labels() {
        return theirs.labels().stream()
                .filter(label -> !labelsWithoutRoom.contains(label))
                .toList();
    }

    List<String> labelsWithoutRoom() {
        return labelsWithoutRoom;
    }

    /** Merges the content; fields that files do not have, as parent and suggestions, stay. */
    TicketContent content(TicketContent ours) {
        List<String> before = base == null ? null : base.labels();
        List<String> labels = FieldMerge.labels(theirs.labels(), ours.labels(), before, TicketContent.LABELS_MAX);
        labelsWithoutRoom = FieldMerge.labelsWithoutRoom(theirs.labels(), labels, before);
        return merge.pickAll(theirs, ours, OURS)
                .withAssigneeId(assignee(ours.assigneeId()))
                .withLabels(labels);
    }

    /** Merges the status, without the rules of the workflow (R36). */
    TicketStatus status(TicketStatus ours, boolean held) {
        return held ? merge.pickHeld("status", imported.status(), ours) : merge.pick("status", imported.status(), ours);
    }

    /** Returns the ticket in its new status, with the file's times of that status, or those that follow from it (R28). */
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
        return current.withContent(content)
                .withStatus(next)
                .withStartedAt(Times.checked("startedAt", started))
                .withCompletedAt(next.finished() ? Times.checked("completedAt", completed) : null);
    }

    private @Nullable Instant time(String name, @Nullable Instant brought, @Nullable Instant ours) {
        return brought == null ? ours : merge.<@Nullable Instant>pick(name, brought, ours);
    }

    /** Returns a new ticket as the file has it, as a merge in which the file's side is the newer one. */
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

    /** Returns the merged assignee; a file without assignees keeps ours. */
    private @Nullable Id<User> assignee(@Nullable Id<User> ours) {
        if (!context.own()) {
            return ours;
        }
        String here = context.people().name(ours);
        String name = merge.pick("assignee", imported.assignee(), here);
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
}
