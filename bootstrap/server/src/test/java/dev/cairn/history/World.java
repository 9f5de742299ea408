package dev.cairn.history;

import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What there is in one history's project, as the model has it; what was made later has a higher number. */
final class World {
    static final int LEASE_SECONDS = 30;

    final List<Ticket> tickets = new ArrayList<>();
    final List<Task> tasks = new ArrayList<>();
    final List<Queue> queues = new ArrayList<>();
    final List<Item> items = new ArrayList<>();
    final List<Claim> claims = new ArrayList<>();
    boolean archived;
    int deletion;
    int deletions;
    /** In milliseconds. */
    long now;

    static final class Ticket {
        final int number;
        TicketStatus status = TicketStatus.OPEN;
        int priority;

        @Nullable
        Ticket parent;

        boolean archived;
        int deletion;
        /** Tickets that wait for this one. */
        final Set<Ticket> blocks = new LinkedHashSet<>();

        Ticket(int number, int priority, @Nullable Ticket parent) {
            this.number = number;
            this.priority = priority;
            this.parent = parent;
        }

        boolean deleted() {
            return deletion != 0;
        }

        boolean unfinished() {
            return !status.finished() && !archived && !deleted();
        }
    }

    static final class Task {
        final int number;
        final Ticket ticket;
        TaskStatus status = TaskStatus.PENDING;
        int order;
        int deletion;
        Set<Task> dependsOn = Set.of();

        Task(int number, Ticket ticket, int order) {
            this.number = number;
            this.ticket = ticket;
            this.order = order;
        }

        boolean deleted() {
            return deletion != 0;
        }
    }

    static final class Queue {
        final int number;
        final int maxParallel;
        final int maxAttempts;
        final int maxStalls;
        boolean active = true;
        int deletion;

        Queue(int number, int maxParallel, int maxAttempts, int maxStalls) {
            this.number = number;
            this.maxParallel = maxParallel;
            this.maxAttempts = maxAttempts;
            this.maxStalls = maxStalls;
        }
    }

    static final class Item {
        final int number;
        final Queue queue;
        final Ticket ticket;
        final @Nullable Task task;

        @Nullable
        Item group;

        ItemStatus status = ItemStatus.READY;
        int priority;
        boolean prioritySet;
        long position = TicketContent.POSITION_LAST;
        final long enqueuedAt;
        long runAt;
        int attempts;
        int stalls;
        /** Releases in a row without progress: whether a task that was finished counts as progress is left open. */
        int releasesLeast;

        int releasesMost;
        int token;

        @Nullable
        Claim claim;

        long leaseUntil;

        Item(int number, Queue queue, Ticket ticket, @Nullable Task task, @Nullable Item group, long now) {
            this.number = number;
            this.queue = queue;
            this.ticket = ticket;
            this.task = task;
            this.group = group;
            this.priority = ticket.priority;
            this.enqueuedAt = now;
            this.runAt = now;
        }

        boolean live() {
            return status.live();
        }

        boolean claimed() {
            return status == ItemStatus.CLAIMED;
        }
    }

    static final class Claim {
        final int number;
        final Item item;
        final int token;

        @Nullable
        ClaimOutcome outcome;

        @Nullable
        ItemStatus left;

        Claim(int number, Item item, int token) {
            this.number = number;
            this.item = item;
            this.token = token;
        }

        void end(ClaimOutcome how) {
            outcome = how;
            left = item.status;
        }
    }

    boolean deleted() {
        return deletion != 0;
    }

    /** Counted from the newest, again and again. */
    static <T> T newest(List<T> things, int number) {
        return things.get(things.size() - 1 - Math.floorMod(number, things.size()));
    }

    List<Task> tasksOf(Ticket ticket) {
        return tasks.stream().filter(t -> t.ticket == ticket && !t.deleted()).toList();
    }

    List<Task> openTasksOf(Ticket ticket) {
        return tasksOf(ticket).stream().filter(t -> !t.status.finished()).toList();
    }

    List<Item> live(Predicate<Item> which) {
        return items.stream().filter(i -> i.live() && which.test(i)).toList();
    }

    @Nullable
    Item liveOf(Ticket ticket) {
        return live(i -> i.ticket == ticket && i.task == null).stream()
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Item liveOf(Task task) {
        return live(i -> i.task == task).stream().findFirst().orElse(null);
    }

    List<Item> group(Item head) {
        return items.stream().filter(i -> i.group == head).toList();
    }

    boolean lapsed(Item item) {
        return item.claimed() && item.leaseUntil <= now;
    }

    long leases(Queue queue) {
        return items.stream()
                .filter(i -> i.queue == queue && i.claimed() && !lapsed(i))
                .count();
    }

    /** Whether one ticket is above another. */
    static boolean above(Ticket upper, Ticket lower) {
        for (Ticket t = lower.parent; t != null; t = t.parent) {
            if (t == upper) {
                return true;
            }
        }
        return false;
    }

    /** Whether the links lead from one ticket to another, whatever has become of those between. */
    static boolean blocks(Ticket from, Ticket to) {
        Set<Ticket> seen = new HashSet<>();
        List<Ticket> next = new ArrayList<>(from.blocks);
        while (!next.isEmpty()) {
            Ticket t = next.removeLast();
            if (t == to) {
                return true;
            }
            if (seen.add(t)) {
                next.addAll(t.blocks);
            }
        }
        return false;
    }

    /** Whether one ticket waits for another by way of links and the tree. */
    boolean waitsFor(Ticket waiting, Ticket other) {
        Set<Ticket> seen = new HashSet<>();
        List<Ticket> next = new ArrayList<>(List.of(other));
        while (!next.isEmpty()) {
            Ticket t = next.removeLast();
            if (t == waiting) {
                return true;
            }
            if (seen.add(t) && t.unfinished()) {
                next.addAll(t.blocks);
                if (t.parent != null) {
                    next.add(t.parent);
                }
            }
        }
        return false;
    }

    /** Unfinished tickets that block this one or what it is below (Q20), unless that would make a circle with the tree. */
    List<Ticket> blockers(Ticket ticket) {
        List<Ticket> found = new ArrayList<>();
        for (Ticket b : tickets) {
            if (b.unfinished() && (b.blocks.contains(ticket) || blocksAbove(b, ticket))) {
                found.add(b);
            }
        }
        return found;
    }

    private boolean blocksAbove(Ticket b, Ticket ticket) {
        for (Ticket a = ticket.parent; a != null; a = a.parent) {
            if (a.unfinished() && b.blocks.contains(a) && !above(a, b) && !waitsFor(b, ticket)) {
                return true;
            }
        }
        return false;
    }

    /** Q20: a parent waits for its open children. */
    boolean waitsForChildren(Ticket ticket) {
        return tickets.stream().anyMatch(c -> c.parent == ticket && c.unfinished() && !waitsFor(c, ticket));
    }

    boolean blocked(Item item) {
        return item.ticket.status == TicketStatus.BLOCKED
                || !blockers(item.ticket).isEmpty()
                || waitsForChildren(item.ticket)
                || (item.task != null
                        && item.task.dependsOn.stream().anyMatch(d -> !d.deleted() && !d.status.finished()));
    }
}
