package dev.cairn.history;

import dev.cairn.Cairn;
import dev.cairn.UseCases;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.queue.ItemPlace;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TicketDraft;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The product at play in a project of its own: each step through the use cases. */
final class Product {
    private final UseCases services;
    private final Caller caller;
    private final PlayedClock clock;
    final Id<Project> project;
    private final ProjectRef ref;
    final List<Id<Ticket>> tickets = new ArrayList<>();
    final List<Id<Task>> tasks = new ArrayList<>();
    final List<Id<Queue>> queues = new ArrayList<>();
    final List<Id<QueueItem>> items = new ArrayList<>();
    final List<Id<Claim>> claims = new ArrayList<>();
    private final List<Long> tokens = new ArrayList<>();

    Product(Cairn cairn, Caller caller, PlayedClock clock, String key, int[][] limits) {
        this.services = cairn;
        this.caller = caller;
        this.clock = clock;
        this.project =
                services.projects().create(caller, CreateProject.of(key, key)).id();
        this.ref = ProjectRef.of(project);
        for (int[] limit : limits) {
            QueueContent fields = QueueContent.named("q" + queues.size())
                    .withMaxParallel(limit[0])
                    .withLeaseSeconds(World.LEASE_SECONDS)
                    .withMaxAttempts(limit[1])
                    .withMaxStalls(limit[2]);
            queues.add(services.queues().create(caller, ref, fields).id());
        }
    }

    /** @param before the world as it was before the step, by which its numbers choose */
    Outcome play(Step step, Rules before) {
        try {
            return done(step, before);
        } catch (DomainError refused) {
            return new Outcome(refused.code().wire(), "", 0);
        } catch (RuntimeException failed) {
            return new Outcome(failed.toString(), "", 0);
        }
    }

    /** Takes everything away, so that nothing broken is left for those that come later. */
    void purge() {
        services.projects().purge(caller, ref, Expected.ANY);
    }

    private Outcome done(Step step, Rules before) {
        return switch (step.kind()) {
            case CREATE, ADD_TASK, DEPEND, LINK, UNLINK, PARENT, PRIORITY, STATUS, TASK_STATUS, DELETE_TASK ->
                work(step, before);
            case ARCHIVE,
                    UNARCHIVE,
                    DELETE,
                    RESTORE,
                    ARCHIVE_PROJECT,
                    UNARCHIVE_PROJECT,
                    DELETE_PROJECT,
                    RESTORE_PROJECT -> life(step);
            case ENQUEUE, ENQUEUE_TASK, CANCEL, RETRY, RETRY_FAILED, PAUSE, RESUME, REORDER, PLACE, DELETE_QUEUE ->
                queue(step, before);
            case CLAIM, HEARTBEAT, COMPLETE, FAIL, RELEASE, SWEEP, ADVANCE -> hold(step);
        };
    }

    private Outcome work(Step step, Rules before) {
        switch (step.kind()) {
            case CREATE -> create(step, before);
            case ADD_TASK ->
                tasks.add(services.tasks()
                        .create(caller, ticket(step.a()), TaskDraft.of("t"))
                        .id());
            case DEPEND -> depend(step, before);
            case LINK -> services.links().put(caller, ticket(step.a()), LinkKind.BLOCKS, ticket(step.b()));
            case UNLINK -> services.links().delete(caller, ticket(step.a()), LinkKind.BLOCKS, ticket(step.b()));
            case PARENT ->
                services.tickets()
                        .redraft(caller, ticket(step.a()), Expected.ANY, draft -> draft.withParentId(ticket(step.b())));
            case PRIORITY ->
                services.tickets()
                        .update(
                                caller,
                                ticket(step.a()),
                                Expected.ANY,
                                content -> content.withPriority(Priority.ofRank(step.b() % 4)));
            case STATUS -> move(ticket(step.a()), WorkRules.ticketStatus(step.b()), step.c() % 2 == 0);
            case TASK_STATUS ->
                services.tasks()
                        .update(caller, task(step.a()), draft -> draft.withStatus(WorkRules.taskStatus(step.b())));
            case DELETE_TASK -> services.tasks().delete(caller, task(step.a()));
            default -> throw new IllegalArgumentException(step.toString());
        }
        return Outcome.accepted("");
    }

    private void create(Step step, Rules before) {
        TicketDraft draft = new TicketDraft(
                TicketContent.titled("t").withPriority(Priority.ofRank(step.b() % 4)),
                before.parent(step) ? ticket(step.c() / 4) : null);
        List<TaskDraft> contents = new ArrayList<>();
        for (int i = 0; i < Rules.tasks(step); i++) {
            contents.add(TaskDraft.of("t"));
        }
        TicketWithTasks created = services.tickets().create(caller, ref, new CreateTicket(draft, contents));
        tickets.add(created.ticket().id());
        created.tasks().forEach(task -> tasks.add(task.id()));
    }

    private void move(TicketRef ticket, TicketStatus status, boolean finishTasks) {
        services.tickets().changeStatus(caller, ticket, Expected.ANY, status, finishTasks);
    }

    private void depend(Step step, Rules before) {
        World.Task other = before.neighbour(step);
        Edit<TaskDraft> fields = task -> task.edit(
                content -> content.withDependsOn(other == null ? List.of() : List.of(tasks.get(other.number))));
        services.tasks().update(caller, task(step.a()), fields);
    }

    private Outcome life(Step step) {
        switch (step.kind()) {
            case ARCHIVE -> services.tickets().archive(caller, ticket(step.a()), Expected.ANY);
            case UNARCHIVE -> services.tickets().unarchive(caller, ticket(step.a()), Expected.ANY);
            case DELETE -> services.tickets().delete(caller, ticket(step.a()), Expected.ANY);
            case RESTORE -> services.tickets().restore(caller, ticket(step.a()), Expected.ANY);
            case ARCHIVE_PROJECT -> services.projects().archive(caller, ref, Expected.ANY);
            case UNARCHIVE_PROJECT -> services.projects().unarchive(caller, ref, Expected.ANY);
            case DELETE_PROJECT -> services.projects().delete(caller, ref, Expected.ANY);
            case RESTORE_PROJECT -> services.projects().restore(caller, ref, Expected.ANY);
            default -> throw new IllegalArgumentException(step.toString());
        }
        return Outcome.accepted("");
    }

    private Outcome queue(Step step, Rules before) {
        switch (step.kind()) {
            case ENQUEUE -> {
                boolean includeTasks = (step.c() & 1) != 0;
                boolean returnExisting = (step.c() & 2) != 0;
                return enqueue(
                        step.b(), new EnqueueItem(ticket(step.a()), null, null, null, includeTasks, returnExisting));
            }
            case ENQUEUE_TASK -> {
                boolean returnExisting = (step.c() & 1) != 0;
                return enqueue(step.b(), new EnqueueItem(null, task(step.a()), null, null, false, returnExisting));
            }
            case RETRY_FAILED -> services.items().retryFailed(caller, queueOf(step.a()));
            case CANCEL -> services.items().cancel(caller, item(step.a()));
            case RETRY -> services.items().retry(caller, item(step.a()));
            case PAUSE -> services.queues().pause(caller, queueOf(step.a()), Expected.ANY);
            case RESUME -> services.queues().resume(caller, queueOf(step.a()), Expected.ANY);
            case REORDER -> {
                List<Integer> order = QueueRules.turned(before.world, step.a(), step.b());
                services.items()
                        .reorder(
                                caller,
                                queueOf(step.a()),
                                order.stream().map(items::get).toList());
            }
            case PLACE -> {
                Instant runAt = clock.instant().plusMillis(Rules.placedIn(step));
                Edit<ItemPlace> fields = place ->
                        place.withPriority(Priority.ofRank(step.b() % 4)).withRunAt(runAt);
                services.items().update(caller, item(step.a()), fields);
            }
            case DELETE_QUEUE -> services.queues().delete(caller, queueOf(step.a()), Expected.ANY);
            default -> throw new IllegalArgumentException(step.toString());
        }
        return Outcome.accepted("");
    }

    private Outcome enqueue(int queue, EnqueueItem request) {
        List<ItemView> views = services.items().enqueue(caller, queueOf(queue), List.of(request));
        List<String> numbers = new ArrayList<>();
        for (ItemView view : views) {
            if (!items.contains(view.item().id())) {
                items.add(view.item().id());
            }
            numbers.add("i" + items.indexOf(view.item().id()));
        }
        return Outcome.accepted(String.join(" ", numbers));
    }

    private Outcome hold(Step step) {
        switch (step.kind()) {
            case CLAIM -> {
                return claim(step);
            }
            case HEARTBEAT -> services.claims().heartbeat(caller, World.newest(claims, step.a()), said(step));
            case COMPLETE -> services.claims().complete(caller, World.newest(claims, step.a()), said(step));
            case FAIL -> {
                return left(services.claims().fail(caller, World.newest(claims, step.a()), said(step)));
            }
            case RELEASE -> {
                return left(services.claims().release(caller, World.newest(claims, step.a()), said(step)));
            }
            case SWEEP -> services.sweeper().sweep(caller);
            case ADVANCE -> clock.advance(Duration.ofMillis(Rules.advanced(step)));
            default -> throw new IllegalArgumentException(step.toString());
        }
        return Outcome.accepted("");
    }

    private Outcome claim(Step step) {
        String agent = "agent-" + step.b() % 3;
        return switch (services.claims().claim(caller, queueOf(step.a()), new ClaimRequest(agent, null))) {
            case Claimed work -> {
                claims.add(work.claim().id());
                tokens.add(work.claim().fencingToken());
                yield Outcome.accepted("i%d token %d"
                        .formatted(items.indexOf(work.item().id()), work.claim().fencingToken()));
            }
            case NothingToClaim nothing ->
                Outcome.accepted(Wire.of(nothing.nothing().reason()));
        };
    }

    private ClaimUpdate said(Step step) {
        long token = World.newest(tokens, step.a()) + (Rules.wrongToken(step) ? 1 : 0);
        Instant until = switch (step.kind()) {
            case RELEASE ->
                Rules.releasedFor(step) == 0 ? null : clock.instant().plusMillis(Rules.releasedFor(step));
            default -> null;
        };
        boolean finishTasks = step.kind() == Step.Kind.COMPLETE && step.b() % 2 == 0;
        return new ClaimUpdate(token, null, null, null, null, until, finishTasks);
    }

    private static Outcome left(Claim claim) {
        Instant retryAt = claim.retryAt();
        return new Outcome(null, "", retryAt == null ? 0 : retryAt.toEpochMilli());
    }

    private TicketRef ticket(int number) {
        return TicketRef.of(World.newest(tickets, number));
    }

    private Id<Task> task(int number) {
        return World.newest(tasks, number);
    }

    private Id<QueueItem> item(int number) {
        return World.newest(items, number);
    }

    private Id<Queue> queueOf(int number) {
        return queues.get(number % queues.size());
    }
}
