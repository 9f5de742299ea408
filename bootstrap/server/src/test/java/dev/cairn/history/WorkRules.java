package dev.cairn.history;

import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.history.World.Task;
import dev.cairn.history.World.Ticket;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What people do with the project, its tickets, tasks and links, in the model (R4, R5, R22, R27–R31, Q20, Q21). */
final class WorkRules {
    private final World world;
    private final Endings endings;

    WorkRules(World world, Endings endings) {
        this.world = world;
        this.endings = endings;
    }

    /** A step that speaks of a ticket. */
    interface OnTicket {
        Prediction play(Ticket ticket);
    }

    Prediction onTicket(int number, OnTicket step) {
        return step.play(World.newest(world.tickets, number));
    }

    private interface OnTask {
        Prediction play(Task task);
    }

    private Prediction onTask(int number, OnTask step) {
        return step.play(World.newest(world.tasks, number));
    }

    /** Why nothing below the project can be changed, or nothing. */
    Set<String> projectRefuses() {
        Set<String> codes = new TreeSet<>();
        if (world.deleted()) {
            codes.add("not_found");
        }
        if (world.archived) {
            codes.add("project_archived");
        }
        return codes;
    }

    /** Why the tickets cannot be changed, or nothing. */
    private Set<String> refuses(Ticket... tickets) {
        Set<String> codes = projectRefuses();
        for (Ticket ticket : tickets) {
            if (ticket.deleted()) {
                codes.add("not_found");
            }
            if (ticket.archived) {
                codes.add("ticket_archived");
            }
        }
        return codes;
    }

    Prediction create(int tasks, int priority, @Nullable Ticket parent) {
        Set<String> codes = projectRefuses();
        if (parent != null && parent.deleted()) {
            codes.add("not_found");
        }
        if (!codes.isEmpty()) {
            return Prediction.refused(codes);
        }
        Ticket ticket = new Ticket(world.tickets.size(), priority, parent);
        world.tickets.add(ticket);
        for (int i = 0; i < tasks; i++) {
            world.tasks.add(new Task(world.tasks.size(), ticket, i));
        }
        return Prediction.DONE;
    }

    Prediction addTask(Ticket ticket) {
        Set<String> codes = refuses(ticket);
        if (!codes.isEmpty()) {
            return Prediction.refused(codes);
        }
        world.tasks.add(
                new Task(world.tasks.size(), ticket, world.tasksOf(ticket).size()));
        return Prediction.DONE;
    }

    /** The task depends on the one before it in its ticket, and on nothing else; or the other way round. */
    Prediction depend(int number, boolean onNext) {
        return onTask(number, task -> {
            Set<String> codes = refuses(task);
            if (!codes.isEmpty()) {
                return Prediction.refused(codes);
            }
            Task other = Objects.requireNonNull(neighbour(task, onNext));
            if (reaches(other, task)) {
                return Prediction.refused("dependency_cycle");
            }
            task.dependsOn = Set.of(other);
            return Prediction.DONE;
        });
    }

    @Nullable
    Task neighbour(Task task, boolean next) {
        int order = task.order + (next ? 1 : -1);
        return world.tasksOf(task.ticket).stream()
                .filter(other -> other.order == order)
                .findFirst()
                .orElse(null);
    }

    private static boolean reaches(Task from, Task to) {
        return from == to || from.dependsOn.stream().filter(d -> !d.deleted()).anyMatch(next -> reaches(next, to));
    }

    private Set<String> refuses(Task task) {
        Set<String> codes = refuses(task.ticket);
        if (task.deleted()) {
            codes.add("not_found");
        }
        return codes;
    }

    Prediction link(Ticket from, Ticket to) {
        Set<String> codes = refuses(from, to);
        if (from == to || World.blocks(to, from)) {
            codes.add("link_cycle");
        }
        if (!codes.isEmpty()) {
            return Prediction.refused(codes);
        }
        from.blocks.add(to);
        return Prediction.DONE;
    }

    Prediction unlink(Ticket from, Ticket to) {
        Set<String> codes = refuses(from, to);
        if (from == to) {
            codes.add("link_cycle");
        }
        if (!from.blocks.contains(to)) {
            codes.add("not_found");
        }
        if (!codes.isEmpty()) {
            return Prediction.refused(codes);
        }
        from.blocks.remove(to);
        return Prediction.DONE;
    }

    Prediction comment(Ticket ticket) {
        Set<String> codes = refuses(ticket);
        return codes.isEmpty() ? Prediction.DONE : Prediction.refused(codes);
    }

    Prediction parent(Ticket ticket, Ticket parent) {
        Set<String> codes = refuses(ticket);
        if (parent != ticket.parent) {
            if (parent.deleted()) {
                codes.add("not_found");
            }
            if (parent == ticket || World.above(ticket, parent)) {
                codes.add("parent_cycle");
            }
        }
        if (!codes.isEmpty()) {
            return Prediction.refused(codes);
        }
        ticket.parent = parent;
        return Prediction.DONE;
    }

    /** Q23: items follow, unless their priority was set on them. */
    Prediction priority(Ticket ticket, int priority) {
        Set<String> codes = refuses(ticket);
        if (!codes.isEmpty()) {
            return Prediction.refused(codes);
        }
        ticket.priority = priority;
        world.live(i -> i.ticket == ticket && !i.prioritySet).forEach(i -> i.priority = priority);
        return Prediction.DONE;
    }

    Prediction status(Ticket ticket, TicketStatus status, boolean finishTasks) {
        Set<String> codes = refuses(ticket);
        if (!ticket.status.next().contains(status)) {
            codes.add("transition_refused");
        }
        if (status == TicketStatus.IN_PROGRESS && !world.blockers(ticket).isEmpty()) {
            codes.add("blocked");
        }
        if (status == TicketStatus.COMPLETED
                && !finishTasks
                && !world.openTasksOf(ticket).isEmpty()) {
            codes.add("tasks_open");
        }
        if (!codes.isEmpty()) {
            return Prediction.refused(codes);
        }
        if (status == TicketStatus.COMPLETED) {
            endings.completeTasks(ticket);
        }
        if (status.finished()) {
            endings.finish(ticket, status);
        } else {
            ticket.status = status;
        }
        return Prediction.DONE;
    }

    Prediction taskStatus(int number, TaskStatus status) {
        return onTask(number, task -> {
            Set<String> codes = refuses(task);
            if (!codes.isEmpty()) {
                return Prediction.refused(codes);
            }
            endings.move(task, status);
            return Prediction.DONE;
        });
    }

    Prediction deleteTask(int number) {
        return onTask(number, task -> {
            Set<String> codes = refuses(task);
            if (!codes.isEmpty()) {
                return Prediction.refused(codes);
            }
            endings.delete(task);
            task.deletion = ++world.deletions;
            world.tasksOf(task.ticket).stream()
                    .filter(other -> other.order > task.order)
                    .forEach(other -> other.order--);
            return Prediction.DONE;
        });
    }

    Prediction archive(Ticket ticket, boolean archive) {
        Set<String> codes = projectRefuses();
        if (ticket.deleted()) {
            codes.add("not_found");
        }
        if (ticket.archived == archive) {
            codes.add(archive ? "already_archived" : "not_archived");
        }
        if (!codes.isEmpty()) {
            return Prediction.refused(codes);
        }
        if (archive) {
            endings.withdraw(ticket);
        }
        ticket.archived = archive;
        return Prediction.DONE;
    }

    Prediction delete(Ticket ticket) {
        Set<String> codes = projectRefuses();
        if (ticket.deleted()) {
            codes.add("not_found");
        }
        if (!codes.isEmpty()) {
            return Prediction.refused(codes);
        }
        endings.withdraw(ticket);
        ticket.deletion = ++world.deletions;
        world.tasksOf(ticket).forEach(task -> task.deletion = ticket.deletion);
        return Prediction.DONE;
    }

    Prediction restore(Ticket ticket) {
        Set<String> codes = new TreeSet<>();
        if (world.deleted()) {
            codes.add("parent_deleted");
        }
        if (world.archived) {
            codes.add("project_archived");
        }
        if (!ticket.deleted()) {
            codes.add("not_deleted");
        }
        if (!codes.isEmpty()) {
            return Prediction.refused(codes);
        }
        restoreTasks(ticket.deletion);
        ticket.deletion = 0;
        return Prediction.DONE;
    }

    private void restoreTasks(int deletion) {
        world.tasks.stream().filter(task -> task.deletion == deletion).forEach(task -> task.deletion = 0);
    }

    Prediction archiveProject(boolean archive) {
        if (world.deleted()) {
            return Prediction.refused("not_found");
        }
        if (world.archived == archive) {
            return Prediction.refused(archive ? "already_archived" : "not_archived");
        }
        world.archived = archive;
        return Prediction.DONE;
    }

    Prediction deleteProject() {
        if (world.deleted()) {
            return Prediction.refused("not_found");
        }
        endings.cancel(world.live(_ -> true));
        int deletion = ++world.deletions;
        world.deletion = deletion;
        world.tickets.stream().filter(t -> !t.deleted()).forEach(t -> t.deletion = deletion);
        world.tasks.stream().filter(t -> !t.deleted()).forEach(t -> t.deletion = deletion);
        world.queues.stream().filter(q -> q.deletion == 0).forEach(q -> q.deletion = deletion);
        return Prediction.DONE;
    }

    Prediction restoreProject() {
        if (!world.deleted()) {
            return Prediction.refused("not_deleted");
        }
        int deletion = world.deletion;
        restoreTasks(deletion);
        world.tickets.stream().filter(t -> t.deletion == deletion).forEach(t -> t.deletion = 0);
        world.queues.stream().filter(q -> q.deletion == deletion).forEach(q -> q.deletion = 0);
        world.deletion = 0;
        return Prediction.DONE;
    }

    static TicketStatus ticketStatus(int number) {
        return List.of(TicketStatus.values()).get(Math.floorMod(number, TicketStatus.values().length));
    }

    static TaskStatus taskStatus(int number) {
        return List.of(TaskStatus.values()).get(Math.floorMod(number, TaskStatus.values().length));
    }
}
