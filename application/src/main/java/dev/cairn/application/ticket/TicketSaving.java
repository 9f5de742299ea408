package dev.cairn.application.ticket;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Saves a ticket with its parts in one call and one transaction. Each part fails as its own use case does, and then
 * nothing is stored.
 */
public final class TicketSaving {
    /** The most tasks of one call, and also the most blockers. */
    public static final int PARTS_MAX = 100;

    private final UnitOfWork work;
    private final TicketService tickets;
    private final TaskService tasks;
    private final CommentService comments;
    private final LinkService links;

    public TicketSaving(
            UnitOfWork work, TicketService tickets, TaskService tasks, CommentService comments, LinkService links) {
        this.work = work;
        this.tickets = tickets;
        this.tasks = tasks;
        this.comments = comments;
        this.links = links;
    }

    /**
     * A task to change or to create.
     *
     * @param id null for a new one
     * @param content the content of a new task; null keeps that of an existing one
     */
    public record SavedTask(@Nullable Id<Task> id, @Nullable String content, Edit<TaskDraft> edit) {}

    /** Creates or edits the ticket, then adds tasks, blockers and a comment, and changes its status last. */
    public TicketWithTasks save(Caller caller, SaveTicket command) {
        Limits.count("tasks", command.tasks(), PARTS_MAX);
        Limits.count("blocked_by", command.blockers(), PARTS_MAX);
        return work.write(caller, _ -> {
            TicketRef ref = TicketRef.of(written(caller, command).ticket().id());
            command.blockers().forEach(blocker -> links.put(caller, blocker, LinkKind.BLOCKS, ref));
            if (command.comment() != null) {
                comments.add(caller, ref, new CommentText(command.comment()));
            }
            TicketWithTasks saved = tickets.get(caller, ref);
            return command.status() == null
                            || command.status() == saved.ticket().status()
                    ? saved
                    : tickets.changeStatus(caller, ref, Expected.ANY, command.status(), command.finishTasks());
        });
    }

    private TicketWithTasks written(Caller caller, SaveTicket command) {
        if (command.ticket() == null) {
            if (command.project() == null) {
                throw Invalid.of(ErrorCode.REQUIRED, "project", "A new ticket is in a project");
            }
            TicketDraft draft = command.edit().of(TicketDraft.titled(required("title", command.title())));
            return tickets.create(caller, command.project(), new CreateTicket(draft, command.tasks()));
        }
        TicketWithTasks edited = tickets.redraft(caller, command.ticket(), command.expected(), command.edit());
        TicketRef ref = TicketRef.of(edited.ticket().id());
        command.tasks().forEach(task -> tasks.create(caller, ref, task));
        return edited;
    }

    /** Creates and changes tasks in the order given; answers the ticket afterwards. */
    public TicketWithTasks saveTasks(Caller caller, TicketRef ref, List<SavedTask> saved) {
        caller.require(Scope.WRITE);
        Limits.bulk("tasks", saved);
        Limits.count("tasks", saved, PARTS_MAX);
        return work.write(caller, _ -> {
            Id<?> ticket = tickets.get(caller, ref).ticket().id();
            for (SavedTask each : saved) {
                if (each.id() == null) {
                    tasks.create(caller, ref, each.edit().of(TaskDraft.of(required("content", each.content()))));
                } else if (tasks.get(caller, each.id()).ticketId().equals(ticket)) {
                    tasks.update(caller, each.id(), each.edit());
                } else {
                    throw Invalid.of(ErrorCode.INVALID, "tasks", "Task %s is another ticket's".formatted(each.id()));
                }
            }
            return tickets.get(caller, ref);
        });
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw Invalid.of(ErrorCode.REQUIRED, field, field + " is required");
        }
        return value;
    }
}
