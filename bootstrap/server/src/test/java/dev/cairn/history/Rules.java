package dev.cairn.history;

import dev.cairn.history.World.Queue;
import org.jspecify.annotations.Nullable;

/** The model: what each step does by the rules of the product, written down a second time and without a database. */
final class Rules {
    static final long[] ADVANCES_MILLIS = {1, 3_000, 15_000, 31_000, 31_000, 700_000};

    final World world = new World();
    private final WorkRules work;
    private final QueueRules queues;
    private final HolderRules holders;

    Rules(long now, int[][] limits) {
        Endings endings = new Endings(world);
        world.now = now;
        work = new WorkRules(world, endings);
        queues = new QueueRules(world, endings);
        holders = new HolderRules(world, endings);
        for (int[] limit : limits) {
            world.queues.add(new Queue(world.queues.size(), limit[0], limit[1], limit[2]));
        }
    }

    Prediction play(Step step) {
        int a = step.a();
        int b = step.b();
        int c = step.c();
        return switch (step.kind()) {
            case CREATE -> work.create(tasks(step), b % 4, parent(step) ? World.newest(world.tickets, c / 4) : null);
            case ADD_TASK -> work.onTicket(a, work::addTask);
            case DEPEND -> work.depend(a, b % 2 == 0);
            case LINK -> work.onTicket(a, from -> work.onTicket(b, to -> work.link(from, to)));
            case UNLINK -> work.onTicket(a, from -> work.onTicket(b, to -> work.unlink(from, to)));
            case PARENT -> work.onTicket(a, ticket -> work.onTicket(b, parent -> work.parent(ticket, parent)));
            case PRIORITY -> work.onTicket(a, ticket -> work.priority(ticket, b % 4));
            case STATUS -> work.onTicket(a, t -> work.status(t, WorkRules.ticketStatus(b), c % 2 == 0));
            case TASK_STATUS -> work.taskStatus(a, WorkRules.taskStatus(b));
            case DELETE_TASK -> work.deleteTask(a);
            case COMMENT -> work.onTicket(a, work::comment);
            case ARCHIVE -> work.onTicket(a, ticket -> work.archive(ticket, true));
            case UNARCHIVE -> work.onTicket(a, ticket -> work.archive(ticket, false));
            case DELETE -> work.onTicket(a, work::delete);
            case RESTORE -> work.onTicket(a, work::restore);
            case ARCHIVE_PROJECT -> work.archiveProject(true);
            case UNARCHIVE_PROJECT -> work.archiveProject(false);
            case DELETE_PROJECT -> work.deleteProject();
            case RESTORE_PROJECT -> work.restoreProject();
            case ENQUEUE -> work.onTicket(a, t -> queues.enqueue(b, t, (c & 1) != 0, (c & 2) != 0));
            case ENQUEUE_TASK -> queues.enqueueTask(b, a, (c & 1) != 0);
            case CLAIM -> queues.claim(a);
            case HEARTBEAT -> holders.heartbeat(a, wrongToken(step));
            case COMPLETE -> holders.complete(a, wrongToken(step), b % 2 == 0);
            case FAIL -> holders.fail(a, wrongToken(step));
            case RELEASE -> holders.release(a, wrongToken(step), releasedFor(step));
            case SWEEP -> holders.sweep();
            case ADVANCE -> advance(step);
            case CANCEL -> queues.cancel(a);
            case RETRY -> queues.retry(a);
            case RETRY_FAILED -> queues.retryFailed(a);
            case PAUSE -> queues.pause(a, false);
            case RESUME -> queues.pause(a, true);
            case REORDER -> queues.reorder(a, b);
            case PLACE -> queues.place(a, b % 4, placedIn(step));
            case DELETE_QUEUE -> queues.delete(a);
        };
    }

    /** Whether there is what the step speaks of. */
    boolean possible(Step step) {
        return switch (step.kind()) {
            case CREATE,
                    ARCHIVE_PROJECT,
                    UNARCHIVE_PROJECT,
                    DELETE_PROJECT,
                    RESTORE_PROJECT,
                    CLAIM,
                    SWEEP,
                    ADVANCE,
                    RETRY_FAILED,
                    PAUSE,
                    RESUME,
                    REORDER,
                    DELETE_QUEUE -> true;
            case ADD_TASK,
                    COMMENT,
                    LINK,
                    UNLINK,
                    PARENT,
                    PRIORITY,
                    STATUS,
                    ARCHIVE,
                    UNARCHIVE,
                    DELETE,
                    RESTORE,
                    ENQUEUE -> !world.tickets.isEmpty();
            case TASK_STATUS, DELETE_TASK, ENQUEUE_TASK -> !world.tasks.isEmpty();
            case DEPEND -> !world.tasks.isEmpty() && neighbour(step) != null;
            case HEARTBEAT, COMPLETE, FAIL, RELEASE -> !world.claims.isEmpty();
            case CANCEL, RETRY, PLACE -> !world.items.isEmpty();
        };
    }

    /** Takes over what only the product knows; answers whether it is within the rules. */
    boolean agrees(Step step, Prediction prediction, Outcome outcome) {
        return prediction.allows(outcome) && (!prediction.later() || holders.runsAgain(step.a(), outcome.runAt()));
    }

    World.@Nullable Task neighbour(Step step) {
        return work.neighbour(World.newest(world.tasks, step.a()), step.b() % 2 == 0);
    }

    private Prediction advance(Step step) {
        world.now += advanced(step);
        return Prediction.DONE;
    }

    static long advanced(Step step) {
        return ADVANCES_MILLIS[step.a() % ADVANCES_MILLIS.length];
    }

    static int tasks(Step step) {
        return step.a() % 3;
    }

    boolean parent(Step step) {
        return step.c() % 4 == 0 && !world.tickets.isEmpty();
    }

    static boolean wrongToken(Step step) {
        return step.c() == 7;
    }

    static long releasedFor(Step step) {
        return step.b() % 4 == 0 ? 20_000 : 0;
    }

    static long placedIn(Step step) {
        return step.c() % 3 == 0 ? 10_000 : 0;
    }
}
