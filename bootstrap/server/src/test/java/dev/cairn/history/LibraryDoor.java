package dev.cairn.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.cairn.Cairn;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.ReadyTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TicketDraft;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimFilter;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The use cases themselves. */
final class LibraryDoor implements Door {
    private static final int ROWS = 100;

    private final Cairn cairn;
    private final Caller caller;

    LibraryDoor(Cairn cairn) {
        this.cairn = cairn;
        this.caller = cairn.owner();
    }

    @Override
    public Id<Project> project(String key) {
        return cairn.projects().create(caller, CreateProject.of(key, key)).id();
    }

    @Override
    public Id<Queue> queue(Id<Project> project, String name, int[] limits) {
        QueueContent fields = QueueContent.named(name)
                .withMaxParallel(limits[0])
                .withLeaseSeconds(World.LEASE_SECONDS)
                .withMaxAttempts(limits[1])
                .withMaxStalls(limits[2]);
        return cairn.queues().create(caller, ProjectRef.of(project), fields).id();
    }

    @Override
    public Made create(Id<Project> project, Priority priority, @Nullable Id<Ticket> parent, int tasks) {
        TicketDraft draft = new TicketDraft(
                TicketContent.titled("t").withPriority(priority), parent == null ? null : TicketRef.of(parent));
        List<TaskDraft> drafts = Collections.nCopies(tasks, TaskDraft.of("t"));
        TicketWithTasks made = cairn.tickets().create(caller, ProjectRef.of(project), new CreateTicket(draft, drafts));
        return new Made(made.ticket().id(), made.tasks().stream().map(Task::id).toList());
    }

    @Override
    public Id<Task> addTask(Id<Ticket> ticket) {
        return cairn.tasks()
                .create(caller, TicketRef.of(ticket), TaskDraft.of("t"))
                .id();
    }

    @Override
    public void depend(Id<Ticket> ticket, Id<Task> task, List<Id<Task>> on) {
        cairn.tasks().update(caller, task, draft -> draft.edit(content -> content.withDependsOn(on)));
    }

    @Override
    public void link(Id<Ticket> blocker, Id<Ticket> blocked) {
        cairn.links().put(caller, TicketRef.of(blocker), LinkKind.BLOCKS, TicketRef.of(blocked));
    }

    @Override
    public void unlink(Id<Ticket> blocker, Id<Ticket> blocked) {
        cairn.links().delete(caller, TicketRef.of(blocker), LinkKind.BLOCKS, TicketRef.of(blocked));
    }

    @Override
    public void comment(Id<Ticket> ticket, String text) {
        cairn.comments().add(caller, TicketRef.of(ticket), new CommentText(text));
    }

    @Override
    public void parent(Id<Ticket> ticket, Id<Ticket> parent) {
        cairn.tickets()
                .redraft(caller, TicketRef.of(ticket), Expected.ANY, draft -> draft.withParentId(TicketRef.of(parent)));
    }

    @Override
    public void priority(Id<Ticket> ticket, Priority priority) {
        cairn.tickets().update(caller, TicketRef.of(ticket), Expected.ANY, content -> content.withPriority(priority));
    }

    @Override
    public void status(Id<Ticket> ticket, TicketStatus before, TicketStatus status, boolean finishTasks) {
        cairn.tickets().changeStatus(caller, TicketRef.of(ticket), Expected.ANY, status, finishTasks);
    }

    @Override
    public void status(Id<Ticket> ticket, Id<Task> task, TaskStatus status) {
        cairn.tasks().update(caller, task, draft -> draft.withStatus(status));
    }

    @Override
    public void delete(Id<Task> task) {
        cairn.tasks().delete(caller, task);
    }

    @Override
    public void life(Step.Kind step, Id<Project> project, @Nullable Id<Ticket> ticket) {
        if (ticket == null) {
            ProjectRef ref = ProjectRef.of(project);
            switch (step) {
                case ARCHIVE_PROJECT -> cairn.projects().archive(caller, ref, Expected.ANY);
                case UNARCHIVE_PROJECT -> cairn.projects().unarchive(caller, ref, Expected.ANY);
                case DELETE_PROJECT -> cairn.projects().delete(caller, ref, Expected.ANY);
                case RESTORE_PROJECT -> cairn.projects().restore(caller, ref, Expected.ANY);
                default -> throw new IllegalArgumentException(step.toString());
            }
            return;
        }
        TicketRef ref = TicketRef.of(ticket);
        switch (step) {
            case ARCHIVE -> cairn.tickets().archive(caller, ref, Expected.ANY);
            case UNARCHIVE -> cairn.tickets().unarchive(caller, ref, Expected.ANY);
            case DELETE -> cairn.tickets().delete(caller, ref, Expected.ANY);
            case RESTORE -> cairn.tickets().restore(caller, ref, Expected.ANY);
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    @Override
    public List<Id<QueueItem>> enqueue(Id<Queue> queue, Wanted wanted) {
        TicketRef ticket = wanted.ticket() == null ? null : TicketRef.of(wanted.ticket());
        EnqueueItem request =
                new EnqueueItem(ticket, wanted.task(), null, null, wanted.includeTasks(), wanted.returnExisting());
        return cairn.items().enqueue(caller, queue, List.of(request)).stream()
                .map(view -> view.item().id())
                .toList();
    }

    @Override
    public void item(Step.Kind step, Id<QueueItem> item) {
        switch (step) {
            case CANCEL -> cairn.items().cancel(caller, item);
            case RETRY -> cairn.items().retry(caller, item);
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    @Override
    public void queue(Step.Kind step, Id<Queue> queue) {
        switch (step) {
            case PAUSE -> cairn.queues().pause(caller, queue, Expected.ANY);
            case RESUME -> cairn.queues().resume(caller, queue, Expected.ANY);
            case RETRY_FAILED -> cairn.items().retryFailed(caller, queue);
            case DELETE_QUEUE -> cairn.queues().delete(caller, queue, Expected.ANY);
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    @Override
    public void reorder(Id<Queue> queue, List<Id<QueueItem>> order) {
        cairn.items().reorder(caller, queue, order);
    }

    @Override
    public void place(Id<QueueItem> item, Priority priority, Instant runAt) {
        cairn.items().update(caller, item, place -> place.withPriority(priority).withRunAt(runAt));
    }

    @Override
    public Answer claim(Id<Project> project, Id<Queue> queue, String agent) {
        return switch (cairn.claims().claim(caller, queue, new ClaimRequest(agent, null))) {
            case Claimed work ->
                new Answer.Work(
                        work.claim().id(),
                        work.claim().fencingToken(),
                        work.item().id());
            case NothingToClaim nothing ->
                new Answer.None(Wire.of(nothing.nothing().reason()));
        };
    }

    @Override
    public @Nullable Instant hold(Step.Kind step, Id<Claim> claim, Said said) {
        ClaimUpdate update =
                new ClaimUpdate(said.fencingToken(), null, null, null, null, said.until(), said.finishTasks());
        return switch (step) {
            case HEARTBEAT -> {
                cairn.claims().heartbeat(caller, claim, update);
                yield null;
            }
            case COMPLETE -> {
                cairn.claims().complete(caller, claim, update);
                yield null;
            }
            case FAIL -> cairn.claims().fail(caller, claim, update).retryAt();
            case RELEASE -> cairn.claims().release(caller, claim, update).retryAt();
            default -> throw new IllegalArgumentException(step.toString());
        };
    }

    @Override
    public Map<String, String> ticket(Id<Ticket> ticket) {
        TicketRef ref = TicketRef.of(ticket);
        TicketWithTasks shown = cairn.tickets().get(caller, ref);
        TicketContent content = shown.ticket().content();
        return Map.of(
                "key",
                shown.ticket().key().toString(),
                "title",
                content.title(),
                "type",
                Wire.of(content.type()),
                "status",
                Wire.of(shown.ticket().status()),
                "priority",
                Wire.of(content.priority()),
                "tasks",
                shown.tasks().stream()
                        .map(task -> task.id() + " " + Wire.of(task.status()) + " "
                                + task.content().dependsOn())
                        .collect(joining(", ")),
                "comments",
                cairn
                        .comments()
                        .list(caller, ref, new PageRequest(ROWS, null, Sort.by(Sort.asc("createdAt")), false))
                        .items()
                        .stream()
                        .map(comment -> comment.authorName() + ": " + comment.content())
                        .collect(joining(", ")));
    }

    @Override
    public Map<String, String> lists(Id<Project> project, String key) {
        ProjectRef ref = ProjectRef.of(project);
        var all = cairn.ready().list(caller, ref, true, ROWS, null).items();
        return Map.of(
                "ready",
                all.stream()
                        .filter(ReadyTicket::ready)
                        .map(each -> each.ticket().key() + " "
                                + Wire.of(each.ticket().priority()))
                        .collect(joining(", ")),
                "blocked",
                all.stream()
                        .filter(each -> !each.ready())
                        .map(each -> each.ticket().key() + " waits for "
                                + each.reasons().stream()
                                        .map(ReadyTicket.Reason::ticket)
                                        .filter(java.util.Objects::nonNull)
                                        .toList())
                        .collect(joining(", ")),
                "held",
                cairn
                        .claims()
                        .list(caller, ref, ClaimFilter.LIVE, new PageRequest(ROWS, null, ClaimRepository.NEWEST, false))
                        .items()
                        .stream()
                        .map(view -> "%s %s %s %d until %s"
                                .formatted(
                                        view.claim().id(),
                                        view.ticketKey(),
                                        view.claim().label(),
                                        view.claim().fencingToken(),
                                        view.leaseUntil()))
                        .collect(joining(", ")),
                "all",
                cairn
                        .tickets()
                        .list(
                                caller,
                                ref,
                                TicketFilter.of(project),
                                new PageRequest(ROWS, null, Sort.by(Sort.desc("updatedAt")), false))
                        .items()
                        .stream()
                        .map(each -> each.key() + " " + Wire.of(each.status()) + " " + each.openTaskCount())
                        .collect(joining(", ")),
                "found",
                cairn.search().search(caller, "t", List.of(), ref, ROWS).stream()
                        .map(hit -> Wire.of(hit.kind()) + " of " + hit.ticketKey())
                        .sorted()
                        .collect(joining(", ")));
    }

    @Override
    public void sweep() {
        cairn.sweeper().sweep(caller);
    }

    @Override
    public void purge(Id<Project> project) {
        cairn.projects().purge(caller, ProjectRef.of(project), Expected.ANY);
    }

    @Override
    public String export(Id<Project> project) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            cairn.exports().export(caller, ProjectRef.of(project), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8);
    }

    @Override
    public void close() {
        cairn.close();
    }
}
