package dev.cairn.domain.ticket;

import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.user.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filter for lists of a project's tickets, which never have deleted ones. An empty list of values means any.
 *
 * @param projectId null until the project is found
 * @param label a label that each ticket has
 * @param text full text (R35) in title and overview
 * @param ready only tickets that are ready (R30)
 */
public record TicketFilter(
        @Nullable Id<Project> projectId,
        List<TicketStatus> statuses,
        List<TicketType> types,
        List<Priority> priorities,
        @Nullable Id<User> assigneeId,
        @Nullable TicketRef parent,
        @Nullable String label,
        Archived archived,
        @Nullable String text,
        boolean ready) {

    /** Finds all tickets that are not archived. */
    public static final TicketFilter ANY =
            new TicketFilter(null, List.of(), List.of(), List.of(), null, null, null, Archived.NO, null, false);

    public TicketFilter {
        statuses = List.copyOf(statuses);
        types = List.copyOf(types);
        priorities = List.copyOf(priorities);
        label = Text.optional("label", label, TicketContent.LABEL_MAX);
        text = Text.optional("text", text, SearchQuery.TEXT_MAX);
    }

    public TicketFilter in(Id<Project> project) {
        return new TicketFilter(project, statuses, types, priorities, assigneeId, parent, label, archived, text, ready);
    }

    public static TicketFilter of(Id<Project> project) {
        return ANY.in(project);
    }

    /** Finds ready tickets (R30): open, not archived, without an unfinished blocker, not claimed. */
    public static TicketFilter ready(Id<Project> project) {
        return new TicketFilter(
                project, List.of(TicketStatus.OPEN), List.of(), List.of(), null, null, null, Archived.NO, null, true);
    }
}
