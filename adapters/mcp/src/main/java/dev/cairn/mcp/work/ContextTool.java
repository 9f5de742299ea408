package dev.cairn.mcp.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cairn.application.overview.OverviewService;
import dev.cairn.application.queue.ClaimService;
import dev.cairn.application.queue.QueueService;
import dev.cairn.application.ticket.ReadyService;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.overview.ProjectOverview;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.ClaimFilter;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.user.Caller;
import dev.cairn.mcp.tool.Asked;
import dev.cairn.mcp.tool.Effect;
import dev.cairn.mcp.tool.Says;
import dev.cairn.mcp.tool.Tool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tool {@code get_context}: the project's state, or the list of projects. */
public record ContextTool(
        Projects projects,
        OverviewService overviews,
        ReadyService ready,
        ClaimService claims,
        QueueService queues,
        FileLinks files) {
    private static final int READY_MAX = 5;
    private static final int HELD_MAX = 10;
    private static final int QUEUES_MAX = 20;
    private static final int PROJECTS_MAX = 50;
    private static final int FILES_MAX = 8;

    record Query(@Nullable String project) {}

    /** The state of a project, or the projects to choose from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Context(
            You you,
            Shown.@Nullable InBrief project,
            @Nullable Map<String, Long> tickets,
            @Nullable List<Shown.Line> ready,
            @Nullable List<Shown.Held> held,
            @Nullable List<Line> queues,
            @Says("That you selected") @Nullable List<FileLinks.Link> files,
            @Nullable List<Shown.InBrief> projects,
            List<String> nextSteps) {}

    /** The caller and its scopes. */
    record You(String name, List<String> may) {
        static You of(Caller caller) {
            return new You(caller.name(), caller.scopes().stream().map(Wire::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String name,
            @Nullable String description,
            @Nullable Boolean paused) {
        static Line of(Queue queue) {
            return new Line(queue.content().name(), queue.content().description(), queue.active() ? null : true);
        }
    }

    public Tool<Query, Context> tool() {
        return new Tool<>(
                "get_context",
                "Get context",
                "Shows where you are: who you are, the project with its tickets by status, what is ready, who holds what, and"
                        + " its queues. Call it first in a session. The project is the one of the folder you work in, unless you"
                        + " name another; where it cannot be told, all projects are listed.",
                Effect.READS,
                Query.class,
                Context.class,
                this::context);
    }

    private Context context(Asked asked, Query query) {
        return projects.find(asked, query.project())
                .map(project -> of(asked, project))
                .orElseGet(() -> overAll(asked.caller()));
    }

    private Context overAll(Caller caller) {
        List<Project> all = projects.all(caller);
        return new Context(
                You.of(caller),
                null,
                null,
                null,
                null,
                null,
                null,
                all.stream().limit(PROJECTS_MAX).map(Shown.InBrief::of).toList(),
                List.of(
                        all.isEmpty()
                                ? "There is no project yet: a person makes one, or imports one with cairn import --create."
                                : "Name one of these in project, here and with the other tools."));
    }

    private Context of(Asked asked, ProjectRef ref) {
        Caller caller = asked.caller();
        Project project = projects.get(asked, ref);
        List<Shown.Line> next = ready.list(caller, ref, false, READY_MAX, null).items().stream()
                .map(each -> Shown.Line.of(each.ticket()))
                .toList();
        List<Shown.Held> held = claims
                .list(caller, ref, ClaimFilter.LIVE, new PageRequest(HELD_MAX, null, ClaimRepository.NEWEST, false))
                .items()
                .stream()
                .map(ListTool::held)
                .toList();
        List<Line> lines =
                queues
                        .list(caller, ref, new PageRequest(QUEUES_MAX, null, Sort.by(Sort.asc("name")), false))
                        .items()
                        .stream()
                        .map(Line::of)
                        .toList();
        return new Context(
                You.of(caller),
                Shown.InBrief.of(project),
                counts(overviews.get(caller, ref)),
                next,
                Shown.some(held),
                Shown.some(lines),
                Shown.some(files.selected(caller, ref, FILES_MAX)),
                null,
                steps(project, next, held));
    }

    private static Map<String, Long> counts(ProjectOverview overview) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (TicketStatus status : TicketStatus.values()) {
            counts.put(Wire.of(status), overview.tickets().getOrDefault(status, 0L));
        }
        counts.put("open_tasks", overview.openTasks());
        counts.put("queued", overview.queueDepth());
        return counts;
    }

    private static List<String> steps(Project project, List<Shown.Line> ready, List<Shown.Held> held) {
        List<String> steps = new ArrayList<>();
        if (!held.isEmpty()) {
            steps.add("If one of the claims held is yours, go on with it: update_claim, then finish_claim.");
        }
        steps.add(
                ready.isEmpty()
                        ? "Nothing is ready: list_work {show: \"blocked\"} says what waits for what; save_ticket files new work."
                        : "claim_next {project: \"%s\"} hands you the first ready ticket.".formatted(project.key()));
        return steps;
    }
}
