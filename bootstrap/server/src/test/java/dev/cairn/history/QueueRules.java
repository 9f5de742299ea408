package dev.cairn.history;

import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.history.World.Claim;
import dev.cairn.history.World.Item;
import dev.cairn.history.World.Queue;
import dev.cairn.history.World.Task;
import dev.cairn.history.World.Ticket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What people do with queues and their items, in the model (Q1, Q7, Q10–Q12, Q16, Q17, Q23). */
final class QueueRules {
    private static final Comparator<Item> CLAIM_ORDER = Comparator.<Item>comparingInt(i -> -i.priority)
            .thenComparingLong(i -> i.position)
            .thenComparingLong(i -> i.enqueuedAt)
            .thenComparingInt(i -> i.number);

    private final World world;
    private final Endings endings;

    QueueRules(World world, Endings endings) {
        this.world = world;
        this.endings = endings;
    }

    /** A step that speaks of a queue. */
    interface OnQueue {
        Prediction play(Queue queue);
    }

    Prediction onQueue(int number, OnQueue step) {
        Queue queue = queue(number);
        Set<String> codes = refuses(queue);
        return codes.isEmpty() ? step.play(queue) : Prediction.refused(codes);
    }

    private Queue queue(int number) {
        return world.queues.get(Math.floorMod(number, world.queues.size()));
    }

    private Set<String> refuses(Queue queue) {
        Set<String> codes = new TreeSet<>();
        if (queue.deletion != 0 || world.deleted()) {
            codes.add("not_found");
        }
        if (world.archived) {
            codes.add("project_archived");
        }
        return codes;
    }

    private interface OnItem {
        Prediction play(Item item);
    }

    private Prediction onItem(int number, OnItem step) {
        Item item = World.newest(world.items, number);
        Set<String> codes = refuses(item.queue);
        return codes.isEmpty() ? step.play(item) : Prediction.refused(codes);
    }

    Prediction enqueue(int queueNumber, Ticket ticket, boolean includeTasks, boolean returnExisting) {
        return onQueue(queueNumber, queue -> {
            Item own = world.liveOf(ticket);
            List<Task> open = includeTasks ? world.openTasksOf(ticket) : List.of();
            Set<String> codes = refuses(ticket);
            if (ticket.status != TicketStatus.OPEN && ticket.status != TicketStatus.IN_PROGRESS) {
                codes.add("not_enqueueable");
            }
            boolean queued = own != null || open.stream().anyMatch(task -> world.liveOf(task) != null);
            if (queued && !returnExisting) {
                codes.add("already_queued");
            }
            if (own != null && !open.isEmpty() && own.claimed()) {
                codes.add("claimed");
            }
            boolean elsewhere = open.stream().map(world::liveOf).anyMatch(item -> item != null && item.queue != queue);
            if (elsewhere || (own != null && !open.isEmpty() && own.queue != queue)) {
                codes.add("already_queued");
            }
            if (!codes.isEmpty()) {
                return Prediction.refused(codes);
            }
            Item head = own == null ? add(queue, ticket, null, null) : own;
            List<Item> answer = new ArrayList<>(List.of(head));
            for (Task task : open) {
                Item existing = world.liveOf(task);
                if (existing != null && existing.group == null) {
                    existing.group = head;
                }
                answer.add(existing == null ? add(queue, ticket, task, head) : existing);
            }
            return Prediction.accepted(numbers(answer));
        });
    }

    private static Set<String> refuses(Ticket ticket) {
        Set<String> codes = new TreeSet<>();
        if (ticket.deleted()) {
            codes.add("not_found");
        }
        if (ticket.archived) {
            codes.add("ticket_archived");
        }
        return codes;
    }

    Prediction enqueueTask(int queueNumber, int number, boolean returnExisting) {
        Task task = World.newest(world.tasks, number);
        return onQueue(queueNumber, queue -> {
            Set<String> codes = refuses(task.ticket);
            if (task.deleted()) {
                codes.add("not_found");
            }
            if (task.status.finished() || task.ticket.status.finished()) {
                codes.add("not_enqueueable");
            }
            Item existing = world.liveOf(task);
            if (existing != null && !returnExisting) {
                codes.add("already_queued");
            }
            if (!codes.isEmpty()) {
                return Prediction.refused(codes);
            }
            return Prediction.accepted(
                    numbers(List.of(existing == null ? add(queue, task.ticket, task, null) : existing)));
        });
    }

    private Item add(Queue queue, Ticket ticket, @Nullable Task task, @Nullable Item group) {
        Item item = new Item(world.items.size(), queue, ticket, task, group, world.now);
        world.items.add(item);
        return item;
    }

    private static String numbers(List<Item> items) {
        return String.join(" ", items.stream().map(item -> "i" + item.number).toList());
    }

    Prediction claim(int queueNumber) {
        Queue queue = queue(queueNumber);
        if (queue.deletion != 0 || world.deleted()) {
            return Prediction.refused("not_found");
        }
        if (world.archived) {
            return Prediction.refused("project_archived");
        }
        if (!queue.active) {
            return Prediction.accepted("paused");
        }
        if (world.leases(queue) >= queue.maxParallel) {
            return Prediction.accepted("at_limit");
        }
        List<Item> waiting = world.live(i -> i.queue == queue && world.group(i).isEmpty());
        Item next = waiting.stream()
                .filter(i -> i.runAt <= world.now && !world.blocked(i))
                .filter(i -> !i.claimed() || (world.lapsed(i) && i.stalls + 1 < queue.maxStalls))
                .min(CLAIM_ORDER)
                .orElse(null);
        if (next != null) {
            return handOut(next);
        }
        List<Item> ready = waiting.stream().filter(i -> !i.claimed()).toList();
        if (ready.stream().anyMatch(i -> i.runAt <= world.now)) {
            return Prediction.accepted("all_blocked");
        }
        return Prediction.accepted(ready.isEmpty() ? "empty" : "scheduled");
    }

    private Prediction handOut(Item item) {
        if (item.claimed()) {
            item.stalls++;
        }
        item.status = ItemStatus.CLAIMED;
        if (item.claim != null && item.claim.outcome == null) {
            item.claim.end(ClaimOutcome.LOST);
        }
        item.token++;
        item.leaseUntil = world.now + World.LEASE_SECONDS * 1000L;
        item.claim = new Claim(world.claims.size(), item, item.token);
        world.claims.add(item.claim);
        endings.start(item);
        return Prediction.accepted("i" + item.number + " token " + item.token);
    }

    Prediction cancel(int number) {
        return onItem(number, item -> {
            if (!item.live()) {
                return Prediction.refused("item_state");
            }
            List<Item> live = new ArrayList<>(world.live(i -> i.group == item));
            live.add(item);
            endings.cancel(live);
            return Prediction.DONE;
        });
    }

    /** Q17: a group is retried by its failed members; a member brings its group back, or goes on alone. */
    Prediction retry(int number) {
        return onItem(number, item -> {
            if (item.status != ItemStatus.FAILED) {
                return Prediction.refused("item_state");
            }
            return retried(item) ? Prediction.DONE : Prediction.refused("not_enqueueable", "already_queued");
        });
    }

    /** Of several items of one subject only the last is tried. */
    Prediction retryFailed(int queueNumber) {
        return onQueue(queueNumber, queue -> {
            Set<Object> subjects = new HashSet<>();
            for (Item item : world.items.reversed()) {
                boolean failed = item.queue == queue && item.status == ItemStatus.FAILED;
                if (failed && subjects.add(item.task == null ? item.ticket : item.task)) {
                    retried(item);
                }
            }
            return Prediction.DONE;
        });
    }

    private boolean retried(Item item) {
        if (!canBeRetried(item)) {
            return false;
        }
        if (world.group(item).isEmpty()) {
            retry(item);
            Item head = item.group;
            if (head != null && head.status == ItemStatus.FAILED && canBeRetried(head)) {
                retry(head);
            } else if (head != null && !head.live()) {
                item.group = null;
            }
            return true;
        }
        Map<Task, Item> last = new LinkedHashMap<>();
        world.group(item).forEach(member -> last.put(Objects.requireNonNull(member.task), member));
        for (Item member : last.values()) {
            if (member.status == ItemStatus.FAILED && canBeRetried(member)) {
                retry(member);
            }
        }
        if (last.values().stream().noneMatch(Item::live)) {
            return false;
        }
        retry(item);
        return true;
    }

    private boolean canBeRetried(Item item) {
        Ticket ticket = item.ticket;
        if (ticket.deleted() || ticket.archived || ticket.status.finished()) {
            return false;
        }
        return item.task == null
                ? world.liveOf(ticket) == null
                : !item.task.deleted() && !item.task.status.finished() && world.liveOf(item.task) == null;
    }

    private void retry(Item item) {
        item.status = ItemStatus.READY;
        item.runAt = world.now;
        item.attempts = 0;
        item.stalls = 0;
        item.releasesLeast = 0;
        item.releasesMost = 0;
    }

    Prediction pause(int queueNumber, boolean active) {
        return onQueue(queueNumber, queue -> {
            queue.active = active;
            return Prediction.DONE;
        });
    }

    Prediction delete(int queueNumber) {
        return onQueue(queueNumber, queue -> {
            endings.cancel(world.live(i -> i.queue == queue));
            queue.deletion = ++world.deletions;
            return Prediction.DONE;
        });
    }

    /** All ready items, turned by some places. */
    static List<Integer> turned(World world, int queueNumber, int by) {
        Queue queue = world.queues.get(Math.floorMod(queueNumber, world.queues.size()));
        List<Integer> numbers = new ArrayList<>(world.live(i -> i.queue == queue && !i.claimed()).stream()
                .map(i -> i.number)
                .toList());
        Collections.rotate(numbers, by);
        return numbers;
    }

    Prediction reorder(int queueNumber, int by) {
        return onQueue(queueNumber, _ -> {
            List<Integer> order = turned(world, queueNumber, by);
            for (int place = 0; place < order.size(); place++) {
                world.items.get(order.get(place)).position = place;
            }
            return Prediction.DONE;
        });
    }

    Prediction place(int number, int priority, long runAfter) {
        return onItem(number, item -> {
            if (item.status != ItemStatus.READY) {
                return Prediction.refused("item_state");
            }
            item.priority = priority;
            item.prioritySet = true;
            item.runAt = world.now + runAfter;
            return Prediction.DONE;
        });
    }
}
