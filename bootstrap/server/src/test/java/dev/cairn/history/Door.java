package dev.cairn.history;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way to the use cases, by which a history is played. What is refused is thrown: {@link Refused}, or the domain's own error. */
interface Door extends AutoCloseable {
    /** A ticket and its tasks, as they were made. */
    record Made(Id<Ticket> ticket, List<Id<Task>> tasks) {}

    /** What is to be handed out: a ticket, or one task. */
    record Wanted(@Nullable Id<Ticket> ticket, @Nullable Id<Task> task, boolean includeTasks, boolean returnExisting) {}

    /** What a holder says. */
    record Said(
            long fencingToken,
            boolean finishTasks,
            @Nullable Instant until) {}

    /** Work, or why there is none. */
    sealed interface Answer {
        record Work(Id<Claim> claim, long fencingToken, Id<QueueItem> item) implements Answer {}

        record None(String reason) implements Answer {}
    }

    /** The code of a refusal that came over a wire. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String code;

        Refused(String code, String answer) {
            super(answer);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    Id<Project> project(String key);

    /** @param limits {@code maxParallel, maxAttempts, maxStalls} */
    Id<Queue> queue(Id<Project> project, String name, int[] limits);

    Made create(Id<Project> project, Priority priority, @Nullable Id<Ticket> parent, int tasks);

    Id<Task> addTask(Id<Ticket> ticket);

    void depend(Id<Ticket> ticket, Id<Task> task, List<Id<Task>> on);

    void link(Id<Ticket> blocker, Id<Ticket> blocked);

    void unlink(Id<Ticket> blocker, Id<Ticket> blocked);

    void comment(Id<Ticket> ticket, String text);

    void parent(Id<Ticket> ticket, Id<Ticket> parent);

    void priority(Id<Ticket> ticket, Priority priority);

    /** @param before what it is, as far as is known */
    void status(Id<Ticket> ticket, TicketStatus before, TicketStatus status, boolean finishTasks);

    void status(Id<Ticket> ticket, Id<Task> task, TaskStatus status);

    void delete(Id<Task> task);

    /** Archives, deletes, and takes back: the ticket, or the project. */
    void life(Step.Kind step, Id<Project> project, @Nullable Id<Ticket> ticket);

    List<Id<QueueItem>> enqueue(Id<Queue> queue, Wanted wanted);

    /** Cancels an item, or retries it. */
    void item(Step.Kind step, Id<QueueItem> item);

    /** Pauses a queue, resumes it, retries what failed in it, or deletes it. */
    void queue(Step.Kind step, Id<Queue> queue);

    void reorder(Id<Queue> queue, List<Id<QueueItem>> order);

    void place(Id<QueueItem> item, Priority priority, Instant runAt);

    Answer claim(Id<Project> project, Id<Queue> queue, String agent);

    /** Answers when the item runs again, where that is said: after a failure or a release. */
    @Nullable
    Instant hold(Step.Kind step, Id<Claim> claim, Said said);

    /** What this door shows of a ticket, by the names of its parts. */
    Map<String, String> ticket(Id<Ticket> ticket);

    /** What this door lists of a project, by the names of the lists. */
    Map<String, String> lists(Id<Project> project, String key);

    /** Takes back what leases have lapsed of, as the server does by itself. */
    void sweep();

    void purge(Id<Project> project);

    /** All of a project, as Cairn exports it. */
    String export(Id<Project> project);

    @Override
    void close();
}
