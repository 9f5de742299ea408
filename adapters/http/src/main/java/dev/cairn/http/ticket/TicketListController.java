package dev.cairn.http.ticket;

import dev.cairn.application.ticket.ReadyService;
import dev.cairn.application.ticket.ReadyTicket;
import dev.cairn.application.ticket.TaskService;
import dev.cairn.application.ticket.TicketService;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.search.SearchQuery;
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
import dev.cairn.domain.user.User;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.Includes;
import dev.cairn.http.wire.Query;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of tickets: all of a project, and those that are ready. */
@Controller(HttpSettings.BASE + "/projects/{p}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TicketListController {
    private static final Set<String> INCLUDES = Set.of("tasks", "overview", "metadata", Query.TOTAL);
    private static final Sort BY_NUMBER = Sort.by(Sort.asc("number"));
    private static final int TASKS_MAX = 1_000;

    private final Api api;
    private final TicketService tickets;
    private final TaskService tasks;
    private final ReadyService ready;

    TicketListController(Api api, TicketService tickets, TaskService tasks, ReadyService ready) {
        this.api = api;
        this.tickets = tickets;
        this.tasks = tasks;
        this.ready = ready;
    }

    @Get("/tickets")
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            String p,
            @QueryValue @Nullable String status,
            @QueryValue @Nullable String type,
            @QueryValue @Nullable String priority,
            @QueryValue @Nullable String assignee,
            @QueryValue @Nullable String parent,
            @QueryValue @Nullable String label,
            @QueryValue @Nullable String archived,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String include,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        Includes includes = query.includes(INCLUDES).allowing("tasks", Set.of("status", "limit"));
        Set.of("overview", "metadata", Query.TOTAL).forEach(part -> includes.allowing(part, Set.of()));
        TaskOptions options = TaskOptions.of(includes);
        var page = query.page(TicketRepository.SORTS, BY_NUMBER, includes.has(Query.TOTAL));
        Id<User> assigneeId = query.id("assignee");
        TicketRef under = query.ticket("parent");
        Page<TicketSummary> found = tickets.list(
                api.caller(),
                ProjectRef.parse(p),
                project -> new TicketFilter(
                        project,
                        query.values("status", TicketStatus.class),
                        query.values("type", TicketType.class),
                        query.values("priority", Priority.class),
                        assigneeId,
                        under,
                        query.text("label", TicketContent.LABEL_MAX),
                        query.archived(),
                        query.text("q", SearchQuery.TEXT_MAX),
                        false),
                page);
        return api.answer(request, query.reply(rows(found, includes, options), found.nextCursor(), found.total()));
    }

    @Get("/ready")
    HttpResponse<byte[]> ready(
            HttpRequest<?> request,
            String p,
            @QueryValue @Nullable String include,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        boolean blocked =
                query.includes(Set.of("blocked")).allowing("blocked", Set.of()).has("blocked");
        Page<ReadyTicket> page = ready.list(api.caller(), ProjectRef.parse(p), blocked, query.limit(), query.cursor());
        return api.answer(request, query.reply(page));
    }

    private List<?> rows(Page<TicketSummary> page, Includes includes, TaskOptions options) {
        List<Id<Ticket>> ids = page.items().stream().map(TicketSummary::id).toList();
        boolean whole = includes.has("overview") || includes.has("metadata");
        if (ids.isEmpty() || !(whole || includes.has("tasks"))) {
            return page.items();
        }
        Map<Id<Ticket>, List<Task>> tasksOf = includes.has("tasks")
                ? tasks.listAll(api.caller(), ids).stream()
                        .filter(options::shows)
                        .collect(Collectors.groupingBy(Task::ticketId))
                : Map.of();
        Map<Id<Ticket>, Ticket> wholeOnes = whole
                ? tickets.getAll(api.caller(), ids).stream().collect(Collectors.toMap(Ticket::id, Function.identity()))
                : Map.of();
        return page.items().stream()
                .map(row -> TicketRow.of(
                        row, wholeOnes.get(row.id()), includes, options.cut(tasksOf.getOrDefault(row.id(), List.of()))))
                .toList();
    }

    /** Which tasks a list includes: {@code tasks(status=pending,limit=5)}. */
    private record TaskOptions(@Nullable TaskStatus status, int limit) {
        static TaskOptions of(Includes includes) {
            Map<String, String> options = includes.options("tasks");
            String limit = options.getOrDefault("limit", String.valueOf(TASKS_MAX));
            if (!limit.matches("[0-9]{1,4}") || Integer.parseInt(limit) > TASKS_MAX) {
                throw Invalid.of(ErrorCode.RANGE, "include", "tasks(limit=…) must be 0 to " + TASKS_MAX);
            }
            String status = options.get("status");
            return new TaskOptions(
                    status == null ? null : Query.constant("include", TaskStatus.class, status),
                    Integer.parseInt(limit));
        }

        boolean shows(Task task) {
            return status == null || task.status() == status;
        }

        List<Task> cut(List<Task> all) {
            return all.size() > limit ? all.subList(0, limit) : all;
        }
    }
}
