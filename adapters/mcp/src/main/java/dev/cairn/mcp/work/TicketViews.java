package dev.cairn.mcp.work;

import dev.cairn.application.activity.ActivityService;
import dev.cairn.application.ticket.CommentService;
import dev.cairn.application.ticket.LinkService;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.LinkedTicket;
import dev.cairn.domain.ticket.ShownTicket;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a ticket with what belongs to it, to a caller who has it already. */
public record TicketViews(TicketService tickets, CommentService comments, LinkService links, ActivityService activity) {
    private static final String CREATED = "ticket.created";

    /** Shows a ticket; a caller who may only claim sees the comments the claim {@code brought}, and nothing read beside it. */
    Shown.Whole whole(Caller caller, TicketWithTasks shown, List<Comment> brought, Detail detail) {
        if (!caller.scopes().contains(Scope.READ)) {
            List<Shown.Said> said = brought.stream()
                    .map(comment -> Shown.Said.of(comment, detail.commentMax))
                    .toList();
            return view(shown, detail, null, null, List.of(), said, false, null);
        }
        Ticket ticket = shown.ticket();
        TicketRef ref = TicketRef.of(ticket.id());
        Page<Comment> thread = comments.list(
                caller, ref, new PageRequest(detail.commentsMax, null, Sort.by(Sort.desc("createdAt")), false));
        List<Shown.Said> said = thread.items().reversed().stream()
                .filter(comment -> comment.deletedAt() == null)
                .map(comment -> Shown.Said.of(comment, detail.commentMax))
                .toList();
        ShownTicket held = tickets.shown(shown);
        return view(
                shown,
                detail,
                parent(caller, ticket.content().parentId()),
                Shown.Holder.of(held.claimedBy()),
                links(caller, ref, ticket.key()),
                said,
                thread.nextCursor() != null,
                author(caller, ticket.id()));
    }

    /** Shows a ticket that is found by its name. */
    Shown.Whole whole(Caller caller, TicketRef ref, Detail detail) {
        return whole(caller, tickets.get(caller, ref), List.of(), detail);
    }

    private static Shown.Whole view(
            TicketWithTasks shown,
            Detail detail,
            @Nullable TicketKey parent,
            Shown.@Nullable Holder holder,
            List<Shown.Linked> links,
            List<Shown.Said> comments,
            boolean olderComments,
            @Nullable String author) {
        Ticket ticket = shown.ticket();
        TicketContent content = ticket.content();
        List<Task> tasks = shown.tasks();
        int left = tasks.size() - detail.tasksMax;
        return new Shown.Whole(
                ticket.key(),
                content.title(),
                content.type(),
                ticket.status(),
                content.priority(),
                Shown.some(content.labels()),
                parent,
                Shown.cut(content.overview(), detail.overviewMax),
                Shown.some(content.acceptanceCriteria()),
                Shown.some(tasks.stream()
                        .limit(detail.tasksMax)
                        .map(task -> Shown.Step.of(task, detail.descriptionMax))
                        .toList()),
                left > 0 ? left : null,
                Shown.some(links),
                holder,
                Shown.some(comments),
                olderComments ? true : null,
                content.estimatedMinutes(),
                content.dueAt(),
                author,
                ticket.lifecycle().updatedAt(),
                ticket.lifecycle().version());
    }

    private @Nullable TicketKey parent(Caller caller, @Nullable Id<Ticket> id) {
        return id == null ? null : keys(caller, List.of(id)).get(id);
    }

    /** The keys of those among these tickets that the caller may see. */
    Map<Id<Ticket>, TicketKey> keys(Caller caller, Collection<Id<Ticket>> ids) {
        return tickets.getAll(caller, ids).stream().collect(Collectors.toMap(Ticket::id, Ticket::key));
    }

    /** Returns the links from this ticket's side: {@code blocked_by} is the other end of {@code blocks}. */
    private List<Shown.Linked> links(Caller caller, TicketRef ref, TicketKey own) {
        return links.list(caller, ref).stream().map(link -> linked(link, own)).toList();
    }

    private static Shown.Linked linked(LinkedTicket link, TicketKey own) {
        return link.fromKey().equals(own)
                ? new Shown.Linked(Wire.of(link.kind()), link.toKey(), link.toStatus())
                : new Shown.Linked(reversed(link.kind()), link.fromKey(), link.fromStatus());
    }

    private static String reversed(LinkKind kind) {
        return switch (kind) {
            case BLOCKS -> "blocked_by";
            case RELATES_TO, DUPLICATES -> Wire.of(kind);
            case SUPERSEDES -> "superseded_by";
            case DISCOVERED_FROM -> "led_to";
        };
    }

    /** Returns the author from the log; null where the log has none, as of imported tickets. */
    private @Nullable String author(Caller caller, Id<Ticket> id) {
        List<Activity> created = activity.list(
                        caller,
                        null,
                        new ActivityFilter(null, null, id, List.of(CREATED)),
                        new PageRequest(1, null, ActivityLog.NEWEST_FIRST, false))
                .items();
        return created.isEmpty() ? null : created.getFirst().actorName();
    }
}
