package dev.cairn.mcp.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cairn.application.ticket.SaveTicket;
import dev.cairn.application.ticket.TicketSaving;
import dev.cairn.application.ticket.TicketSaving.SavedTask;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.mcp.tool.Asked;
import dev.cairn.mcp.tool.Effect;
import dev.cairn.mcp.tool.Says;
import dev.cairn.mcp.tool.Tool;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tools {@code save_ticket} and {@code save_tasks}: add or change tickets and tasks. */
public record SavingTools(Projects projects, TicketSaving saving, TicketViews views) {
    /** The fields that may be cleared by name, since models write null for what they leave out. */
    enum Clearable {
        PARENT("parent"),
        DUE_AT("dueAt"),
        ESTIMATED_MINUTES("estimatedMinutes");

        private final String field;

        Clearable(String field) {
            this.field = field;
        }

        /** Returns the field's name in the ticket. */
        String field() {
            return field;
        }
    }

    /** The fields of a ticket; those left out stay as they are. */
    record Ticket(
            @Says("Key of the one to change; without it a new one is made") @Nullable
            TicketRef ticket,

            @Says("Of a new one") @Nullable String project,
            @Nullable String title,
            @Says("Markdown") @Nullable String overview,
            @Nullable TicketType type,
            @Nullable Priority priority,
            @Says("All of them") @Nullable List<String> labels,

            @Says("All of them: how one sees that it is done") @Nullable
            List<String> acceptanceCriteria,

            @Nullable TicketRef parent,
            @Nullable Integer estimatedMinutes,
            @Nullable Instant dueAt,
            @Nullable List<Clearable> clear,
            @Says("New tasks, added at the end") @Nullable List<String> tasks,

            @Says("Keys of tickets to be finished first, added") @Nullable
            List<TicketRef> blockedBy,

            @Says("To be added") @Nullable String comment,
            @Nullable TicketStatus status,

            @Says("With status completed: its open tasks too") @Nullable
            Boolean finishTasks,

            @Says("That you read; refused when it has changed since") @Nullable
            Long version) {}

    /** The ticket after the change. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Saved(Shown.Whole ticket, List<String> nextSteps) {}

    /** Tasks of a ticket. */
    record Tasks(TicketRef ticket, List<Step> tasks) {}

    /** A task of the ticket. */
    record Step(
            @Says("Id of the one to change; without it a new one is made") @Nullable
            Id<Task> task,

            @Nullable String content,
            @Nullable String description,
            @Nullable TaskStatus status,

            @Says("Ids of tasks to be finished first") @Nullable
            List<Id<Task>> dependsOn) {}

    public Tool<Ticket, Saved> ticket() {
        return new Tool<>(
                "save_ticket",
                "Save ticket",
                "Files a new ticket, or changes one: what you leave away stays as it is. All or nothing. Give a new one a title,"
                        + " an overview, acceptance criteria and tasks, and say what it is blocked_by. Work that you hold by a claim"
                        + " is ended by finish_claim, not by a status here.",
                Effect.REPLACES,
                Ticket.class,
                Saved.class,
                this::saveTicket);
    }

    private Saved saveTicket(Asked asked, Ticket said) {
        boolean isNew = said.ticket() == null;
        if (isNew && said.version() != null) {
            throw Invalid.of(ErrorCode.INVALID, "version", "version goes with ticket: a new one has none");
        }
        TicketWithTasks saved = saving.save(
                asked.caller(),
                new SaveTicket(
                        said.ticket(),
                        isNew ? projects.require(asked, said.project()) : null,
                        new Expected(said.version()),
                        said.title(),
                        TicketWords.edit(said),
                        TicketWords.tasks(said),
                        said.blockedBy() == null ? List.of() : said.blockedBy(),
                        said.comment(),
                        said.status(),
                        Boolean.TRUE.equals(said.finishTasks())));
        String key = saved.ticket().key().toString();
        return saved(
                asked,
                saved,
                isNew
                        ? "It is handed out by claim_next once it is ready; save_tasks {ticket: \"%s\"} adds steps."
                                .formatted(key)
                        : "get {id: \"%s\"} shows all of it.".formatted(key));
    }

    public Tool<Tasks, Saved> tasks() {
        return new Tool<>(
                "save_tasks",
                "Save tasks",
                "Adds tasks to a ticket and changes some, in the order given: contents, and status as you work through them. All"
                        + " or nothing. With its last open task a ticket is completed, and a claim on it with it.",
                Effect.REPLACES,
                Tasks.class,
                Saved.class,
                this::saveTasks);
    }

    private Saved saveTasks(Asked asked, Tasks said) {
        List<SavedTask> steps = said.tasks().stream()
                .map(step -> new SavedTask(step.task(), step.content(), TicketWords.edit(step)))
                .toList();
        TicketWithTasks saved = saving.saveTasks(asked.caller(), said.ticket(), steps);
        int open = saved.unfinishedTasks().size();
        return saved(
                asked,
                saved,
                open > 0
                        ? "Open tasks: %d.".formatted(open)
                        : "All its tasks are finished; its status is %s."
                                .formatted(dev.cairn.domain.kernel.Wire.of(
                                        saved.ticket().status())));
    }

    private Saved saved(Asked asked, TicketWithTasks ticket, String next) {
        return new Saved(views.whole(asked.caller(), ticket, List.of(), Detail.BRIEF), List.of(next));
    }
}
