package dev.cairn.http.ticket;

import dev.cairn.application.ticket.ReadyService;
import dev.cairn.application.ticket.ReadyTicket;
import dev.cairn.application.ticket.TaskService;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.ticket.FirstTasks;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Includes;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Longest;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Parameters;
import dev.cairn.http.door.Parts;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Slice;
import dev.cairn.http.user.UserNames;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of tickets: all of a project, and those that are ready. */
@Routes(HttpSettings.BASE + "/projects/{project}")
record TicketListController(TicketService tickets, TaskService tasks, ReadyService ready, UserNames names) {
    private static final Sort BY_NUMBER = Sort.by(Sort.asc("number"));

    /** The query of tickets, and of what is shown with them. */
    @Introspected
    record Wanted(
            @Parts({"tasks(status,limit)", "overview", "metadata", Includes.TOTAL})
            Includes include,

            Paging paging,
            @Nullable String assignee,
            @Nullable TicketRef parent,
            List<TicketStatus> status,
            List<TicketType> type,
            List<Priority> priority,
            @Longest(TicketContent.LABEL_MAX) @Nullable String label,
            Archived archived,
            @Longest(SearchQuery.TEXT_MAX) @Nullable String q) {
        TicketFilter filter(@Nullable Id<User> assigned) {
            return new TicketFilter(null, status, type, priority, assigned, parent, label, archived, q, false);
        }
    }

    /** The query of ready tickets. */
    @Introspected
    record WantedReady(@Parts("blocked") Includes include, Slice slice) {}

    @Get("/tickets")
    ListBody<ListedTicket> list(Caller caller, ProjectRef project, @RequestBean Wanted wanted) {
        FirstTasks first = first(wanted.include());
        var page = wanted.paging()
                .by(TicketRepository.SORTS, BY_NUMBER, wanted.include().has(Includes.TOTAL));
        var filter = wanted.filter(names.asked(caller, wanted.assignee(), "assignee"));
        Page<TicketSummary> found = tickets.list(caller, project, filter, page);
        return new ListBody<>(rows(caller, found.items(), wanted.include(), first), found.nextCursor(), found.total());
    }

    @Get("/ready")
    ListBody<ReadyTicket> ready(Caller caller, ProjectRef project, @RequestBean WantedReady wanted) {
        Slice slice = wanted.slice();
        boolean blocked = wanted.include().has("blocked");
        return ListBody.of(ready.list(caller, project, blocked, slice.limit(), slice.cursor()));
    }

    private List<ListedTicket> rows(Caller caller, List<TicketSummary> rows, Includes includes, FirstTasks first) {
        List<Id<Ticket>> ids = rows.stream().map(TicketSummary::id).toList();
        boolean whole = !ids.isEmpty() && (includes.has("overview") || includes.has("metadata"));
        Map<Id<Ticket>, List<Task>> tasksOf = !ids.isEmpty() && includes.has("tasks")
                ? tasks.listFirst(caller, ids, first).stream().collect(Collectors.groupingBy(Task::ticketId))
                : Map.of();
        Map<Id<Ticket>, Ticket> wholeOnes = whole
                ? tickets.getAll(caller, ids).stream().collect(Collectors.toMap(Ticket::id, Function.identity()))
                : Map.of();
        return rows.stream()
                .map(row -> ListedTicket.of(
                        row, wholeOnes.get(row.id()), includes, tasksOf.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Reads the tasks that a list includes: {@code tasks(status=pending,limit=5)}. */
    private static FirstTasks first(Includes includes) {
        Map<String, String> options = includes.options("tasks");
        String limit = options.getOrDefault("limit", String.valueOf(Task.PER_TICKET_MAX));
        if (!limit.matches("[0-9]{1,4}") || Integer.parseInt(limit) > Task.PER_TICKET_MAX) {
            throw Invalid.of(ErrorCode.RANGE, "include", "tasks(limit=…) must be 0 to " + Task.PER_TICKET_MAX);
        }
        String status = options.get("status");
        return new FirstTasks(
                status == null ? null : Parameters.constant("include", TaskStatus.class, status),
                Integer.parseInt(limit));
    }
}
