package dev.cairn.history;

import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.history.Door.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The product at play in a project of its own: each step through a door. */
final class Product {
    private static final Pattern ID = Pattern.compile("\\b[0-9A-HJKMNP-TV-Z]{13}\\b");

    private final Door door;
    private final PlayedClock clock;
    final Id<Project> project;
    private final String key;
    final List<Id<Ticket>> tickets = new ArrayList<>();
    final List<Id<Task>> tasks = new ArrayList<>();
    final List<Id<Queue>> queues = new ArrayList<>();
    final List<Id<QueueItem>> items = new ArrayList<>();
    final List<Id<Claim>> claims = new ArrayList<>();
    private final List<Long> tokens = new ArrayList<>();

    Product(Door door, PlayedClock clock, String key, int[][] limits) {
        this.door = door;
        this.clock = clock;
        this.key = key;
        this.project = door.project(key);
        for (int[] limit : limits) {
            queues.add(door.queue(project, "q" + queues.size(), limit));
        }
    }

    /** @param before the world as it was before the step, by which its numbers choose */
    Outcome play(Step step, Rules before) {
        try {
            return done(step, before);
        } catch (DomainError refused) {
            return new Outcome(refused.code().wire(), "", 0);
        } catch (Refused refused) {
            return new Outcome(refused.code(), "", 0);
        } catch (RuntimeException failed) {
            return new Outcome(failed.toString(), "", 0);
        }
    }

    /** Takes everything away, so that nothing broken is left for those that come later. */
    void purge() {
        door.purge(project);
    }

    /** What the door shows of the ticket that was last made, but for some, and lists of the project; ids are numbered. */
    Map<String, String> seen(int number) {
        Map<String, String> seen = new TreeMap<>();
        look(() -> door.lists(project, key), "list ", seen);
        if (!tickets.isEmpty()) {
            look(() -> door.ticket(World.newest(tickets, number)), "ticket ", seen);
        }
        seen.replaceAll((_, value) -> named(value));
        return seen;
    }

    private void look(Supplier<Map<String, String>> shown, String prefix, Map<String, String> seen) {
        try {
            shown.get().forEach((name, value) -> seen.put(prefix + name, value));
        } catch (DomainError refused) {
            seen.put(prefix, refused.code().wire());
        } catch (Refused refused) {
            seen.put(prefix, refused.code());
        }
    }

    /** All of the project as it is exported, with ids numbered in the order in which they appear. */
    String export() {
        Map<String, String> exported = new TreeMap<>();
        look(() -> Map.of("", door.export(project)), "", exported);
        Map<String, String> numbers = new HashMap<>();
        return ID.matcher(exported.getOrDefault("", ""))
                .replaceAll(id -> numbers.computeIfAbsent(id.group(), _ -> "id" + numbers.size()));
    }

    private String named(String text) {
        return ID.matcher(text).replaceAll(found -> {
            Id<?> id = Id.parse(found.group());
            return Stream.of(
                            tickets.indexOf(id),
                            1_000 + tasks.indexOf(id),
                            2_000 + items.indexOf(id),
                            3_000 + claims.indexOf(id))
                    .filter(number -> number % 1_000 != 999 && number >= 0)
                    .map(String::valueOf)
                    .findFirst()
                    .orElse("an id");
        });
    }

    private Outcome done(Step step, Rules before) {
        return switch (step.kind()) {
            case CREATE, ADD_TASK, DEPEND, LINK, UNLINK, PARENT, PRIORITY, STATUS, TASK_STATUS, DELETE_TASK, COMMENT ->
                work(step, before);
            case ARCHIVE, UNARCHIVE, DELETE, RESTORE -> {
                door.life(step.kind(), project, ticket(step.a()));
                yield Outcome.accepted("");
            }
            case ARCHIVE_PROJECT, UNARCHIVE_PROJECT, DELETE_PROJECT, RESTORE_PROJECT -> {
                door.life(step.kind(), project, null);
                yield Outcome.accepted("");
            }
            case ENQUEUE, ENQUEUE_TASK, CANCEL, RETRY, RETRY_FAILED, PAUSE, RESUME, REORDER, PLACE, DELETE_QUEUE ->
                queue(step, before);
            case CLAIM, HEARTBEAT, COMPLETE, FAIL, RELEASE, SWEEP, ADVANCE -> hold(step);
        };
    }

    private Outcome work(Step step, Rules before) {
        switch (step.kind()) {
            case CREATE -> {
                Door.Made made = door.create(
                        project,
                        Priority.ofRank(step.b() % 4),
                        before.parent(step) ? ticket(step.c() / 4) : null,
                        Rules.tasks(step));
                tickets.add(made.ticket());
                tasks.addAll(made.tasks());
            }
            case ADD_TASK -> tasks.add(door.addTask(ticket(step.a())));
            case DEPEND -> {
                World.Task other = before.neighbour(step);
                List<Id<Task>> on = other == null ? List.of() : List.of(tasks.get(other.number));
                door.depend(ticketOf(step, before), task(step.a()), on);
            }
            case LINK -> door.link(ticket(step.a()), ticket(step.b()));
            case UNLINK -> door.unlink(ticket(step.a()), ticket(step.b()));
            case PARENT -> door.parent(ticket(step.a()), ticket(step.b()));
            case COMMENT -> door.comment(ticket(step.a()), "t" + step.b());
            case PRIORITY -> door.priority(ticket(step.a()), Priority.ofRank(step.b() % 4));
            case STATUS ->
                door.status(
                        ticket(step.a()),
                        World.newest(before.world.tickets, step.a()).status,
                        WorkRules.ticketStatus(step.b()),
                        step.c() % 2 == 0);
            case TASK_STATUS -> door.status(ticketOf(step, before), task(step.a()), WorkRules.taskStatus(step.b()));
            case DELETE_TASK -> door.delete(task(step.a()));
            default -> throw new IllegalArgumentException(step.toString());
        }
        return Outcome.accepted("");
    }

    private Id<Ticket> ticketOf(Step step, Rules before) {
        return tickets.get(World.newest(before.world.tasks, step.a()).ticket.number);
    }

    private Outcome queue(Step step, Rules before) {
        switch (step.kind()) {
            case ENQUEUE -> {
                boolean includeTasks = (step.c() & 1) != 0;
                boolean returnExisting = (step.c() & 2) != 0;
                return enqueue(step.b(), new Door.Wanted(ticket(step.a()), null, includeTasks, returnExisting));
            }
            case ENQUEUE_TASK -> {
                boolean returnExisting = (step.c() & 1) != 0;
                return enqueue(step.b(), new Door.Wanted(null, task(step.a()), false, returnExisting));
            }
            case RETRY_FAILED, PAUSE, RESUME, DELETE_QUEUE -> door.queue(step.kind(), queueOf(step.a()));
            case CANCEL, RETRY -> door.item(step.kind(), item(step.a()));
            case REORDER -> {
                List<Integer> order = QueueRules.turned(before.world, step.a(), step.b());
                door.reorder(queueOf(step.a()), order.stream().map(items::get).toList());
            }
            case PLACE -> {
                Instant runAt = clock.instant().plusMillis(Rules.placedIn(step));
                door.place(item(step.a()), Priority.ofRank(step.b() % 4), runAt);
            }
            default -> throw new IllegalArgumentException(step.toString());
        }
        return Outcome.accepted("");
    }

    private Outcome enqueue(int queue, Door.Wanted wanted) {
        List<String> numbers = new ArrayList<>();
        for (Id<QueueItem> item : door.enqueue(queueOf(queue), wanted)) {
            if (!items.contains(item)) {
                items.add(item);
            }
            numbers.add("i" + items.indexOf(item));
        }
        return Outcome.accepted(String.join(" ", numbers));
    }

    private Outcome hold(Step step) {
        switch (step.kind()) {
            case CLAIM -> {
                return claim(step);
            }
            case HEARTBEAT, COMPLETE, FAIL, RELEASE -> {
                Instant retryAt = door.hold(step.kind(), World.newest(claims, step.a()), said(step));
                return new Outcome(null, "", retryAt == null ? 0 : retryAt.toEpochMilli());
            }
            case SWEEP -> door.sweep();
            case ADVANCE -> clock.advance(Duration.ofMillis(Rules.advanced(step)));
            default -> throw new IllegalArgumentException(step.toString());
        }
        return Outcome.accepted("");
    }

    private Outcome claim(Step step) {
        return switch (door.claim(project, queueOf(step.a()), "agent-" + step.b() % 3)) {
            case Door.Answer.Work work -> {
                claims.add(work.claim());
                tokens.add(work.fencingToken());
                yield Outcome.accepted("i%d token %d".formatted(items.indexOf(work.item()), work.fencingToken()));
            }
            case Door.Answer.None none -> Outcome.accepted(none.reason());
        };
    }

    private Door.Said said(Step step) {
        long token = World.newest(tokens, step.a()) + (Rules.wrongToken(step) ? 1 : 0);
        boolean later = step.kind() == Step.Kind.RELEASE && Rules.releasedFor(step) != 0;
        Instant until = later ? clock.instant().plusMillis(Rules.releasedFor(step)) : null;
        return new Door.Said(token, step.kind() == Step.Kind.COMPLETE && step.b() % 2 == 0, until);
    }

    private Id<Ticket> ticket(int number) {
        return World.newest(tickets, number);
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
