package dev.cairn.history;

import dev.cairn.domain.kernel.Wire;
import java.util.List;

/** A step in words that name what it chooses. */
final class Words {
    private Words() {}

    static String of(Step step, World world) {
        String kind = Wire.of(step.kind());
        int a = step.a();
        return switch (step.kind()) {
            case CREATE ->
                "create t%d with %d tasks, priority %d%s"
                        .formatted(
                                world.tickets.size(),
                                Rules.tasks(step),
                                step.b() % 4,
                                step.c() % 4 == 0 && !world.tickets.isEmpty()
                                        ? " below " + ticket(world, step.c() / 4)
                                        : "");
            case ADD_TASK, COMMENT, ARCHIVE, UNARCHIVE, DELETE, RESTORE -> kind + " " + ticket(world, a);
            case DEPEND ->
                "k%d depends on the one %s it"
                        .formatted(World.newest(world.tasks, a).number, step.b() % 2 == 0 ? "after" : "before");
            case LINK -> "%s blocks %s".formatted(ticket(world, a), ticket(world, step.b()));
            case UNLINK -> "%s blocks %s no more".formatted(ticket(world, a), ticket(world, step.b()));
            case PARENT -> "%s goes below %s".formatted(ticket(world, a), ticket(world, step.b()));
            case PRIORITY -> "%s gets priority %d".formatted(ticket(world, a), step.b() % 4);
            case STATUS ->
                "%s becomes %s%s"
                        .formatted(
                                ticket(world, a),
                                Wire.of(WorkRules.ticketStatus(step.b())),
                                step.c() % 2 == 0 ? " with its tasks" : "");
            case TASK_STATUS ->
                "k%d becomes %s"
                        .formatted(World.newest(world.tasks, a).number, Wire.of(WorkRules.taskStatus(step.b())));
            case DELETE_TASK -> "delete k" + World.newest(world.tasks, a).number;
            case ENQUEUE ->
                "enqueue %s on %s%s%s"
                        .formatted(
                                ticket(world, a),
                                queue(world, step.b()),
                                (step.c() & 1) != 0 ? ", with its tasks" : "",
                                (step.c() & 2) != 0 ? ", or answer what is there" : "");
            case ENQUEUE_TASK ->
                "enqueue k%d on %s%s"
                        .formatted(
                                World.newest(world.tasks, a).number,
                                queue(world, step.b()),
                                (step.c() & 1) != 0 ? ", or answer what is there" : "");
            case CLAIM ->
                "agent-%d claims from %s as c%d".formatted(step.b() % 3, queue(world, a), world.claims.size());
            case HEARTBEAT, COMPLETE, FAIL, RELEASE ->
                "c%d says %s%s%s"
                        .formatted(
                                World.newest(world.claims, a).number,
                                kind,
                                holderAsks(step),
                                Rules.wrongToken(step) ? " with a wrong token" : "");
            case ADVANCE -> "%d ms pass".formatted(Rules.advanced(step));
            case CANCEL, RETRY -> kind + " i" + World.newest(world.items, a).number;
            case PLACE ->
                "i%d gets priority %d%s"
                        .formatted(
                                World.newest(world.items, a).number,
                                step.b() % 4,
                                Rules.placedIn(step) > 0 ? " in 10 s" : "");
            case RETRY_FAILED, PAUSE, RESUME, REORDER, DELETE_QUEUE -> kind + " " + queue(world, a);
            case SWEEP, ARCHIVE_PROJECT, UNARCHIVE_PROJECT, DELETE_PROJECT, RESTORE_PROJECT -> kind;
        };
    }

    private static String holderAsks(Step step) {
        return switch (step.kind()) {
            case COMPLETE -> step.b() % 2 == 0 ? " with its tasks" : "";
            case RELEASE -> Rules.releasedFor(step) > 0 ? " for 20 s" : "";
            default -> "";
        };
    }

    private static String ticket(World world, int number) {
        return "t" + World.newest(world.tickets, number).number;
    }

    private static String queue(World world, int number) {
        return "q" + List.copyOf(world.queues).get(number % world.queues.size()).number;
    }
}
