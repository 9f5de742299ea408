package dev.cairn.history;

import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.history.World.Item;
import dev.cairn.history.World.Task;
import dev.cairn.history.World.Ticket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How items, claims and subjects end together, in the model (Q6, Q10, Q16, Q21, R29). */
final class Endings {
    private final World world;

    Endings(World world) {
        this.world = world;
    }

    /** Live items end, or go back; so do the claims of those that are held, and groups end with their last. */
    void end(List<Item> live, ItemStatus status, ClaimOutcome outcome) {
        for (Item item : live) {
            boolean held = item.claimed();
            item.status = status;
            if (held && item.claim != null && item.claim.outcome == null) {
                item.claim.end(outcome);
            }
        }
        for (Item item : live) {
            closeGroup(item);
        }
    }

    void closeGroup(Item item) {
        Item head = item.group;
        if (item.live() || head == null || !head.live()) {
            return;
        }
        List<Item> members = world.group(head);
        if (members.stream().anyMatch(Item::live)) {
            return;
        }
        Map<Task, Item> last = new HashMap<>();
        for (Item member : members) {
            boolean over = member.status == ItemStatus.FAILED
                    && member.task != null
                    && (member.task.deleted() || member.task.status.finished());
            if (member.task != null && !over) {
                last.put(member.task, member);
            }
        }
        if (last.values().stream().anyMatch(m -> m.status == ItemStatus.FAILED)) {
            head.status = ItemStatus.FAILED;
        } else if (last.isEmpty() || last.values().stream().anyMatch(m -> m.status == ItemStatus.COMPLETED)) {
            head.status = ItemStatus.COMPLETED;
        } else {
            head.status = ItemStatus.CANCELLED;
        }
    }

    /** Somebody cancels items: the subjects of those that are held go back. */
    void cancel(List<Item> live) {
        List<Item> held = live.stream().filter(Item::claimed).toList();
        end(live, ItemStatus.CANCELLED, ClaimOutcome.CANCELLED);
        held.forEach(this::putBack);
    }

    void start(Item item) {
        Task task = item.task;
        if (task == null && item.ticket.status == TicketStatus.OPEN) {
            item.ticket.status = TicketStatus.IN_PROGRESS;
        } else if (task != null && task.status == TaskStatus.PENDING) {
            task.status = TaskStatus.IN_PROGRESS;
        }
    }

    void putBack(Item item) {
        Task task = item.task;
        if (task == null && item.ticket.status == TicketStatus.IN_PROGRESS) {
            item.ticket.status = TicketStatus.OPEN;
        } else if (task != null) {
            putDown(task);
        }
    }

    private static void putDown(Task task) {
        if (task.status == TaskStatus.IN_PROGRESS) {
            task.status = TaskStatus.PENDING;
        }
    }

    /** The ticket is completed or closed; its items end with it, and its tasks that were held are pending (Q21). */
    void finish(Ticket ticket, TicketStatus status) {
        ticket.status = status;
        boolean completed = status == TicketStatus.COMPLETED;
        endAll(
                ticket,
                completed ? ItemStatus.COMPLETED : ItemStatus.CANCELLED,
                completed ? ClaimOutcome.FINISHED : ClaimOutcome.CANCELLED);
    }

    /** The ticket is archived or deleted. */
    void withdraw(Ticket ticket) {
        Item own = endAll(ticket, ItemStatus.CANCELLED, ClaimOutcome.CANCELLED);
        if (own != null) {
            putBack(own);
        }
    }

    /** Answers the ticket's own item, when it was held. */
    private @Nullable Item endAll(Ticket ticket, ItemStatus status, ClaimOutcome outcome) {
        List<Item> live = world.live(i -> i.ticket == ticket);
        List<Item> held = live.stream().filter(Item::claimed).toList();
        end(live, status, outcome);
        Item own = null;
        for (Item item : held) {
            if (item.task == null) {
                own = item;
            } else {
                putDown(item.task);
            }
        }
        return own;
    }

    void completeTasks(Ticket ticket) {
        List<Task> open = world.openTasksOf(ticket);
        open.forEach(task -> task.status = TaskStatus.COMPLETED);
        open.forEach(task -> finishItem(task, true));
    }

    private void finishItem(Task task, boolean completed) {
        end(
                world.live(i -> i.task == task),
                completed ? ItemStatus.COMPLETED : ItemStatus.CANCELLED,
                completed ? ClaimOutcome.FINISHED : ClaimOutcome.CANCELLED);
    }

    /** Somebody moves a task; with the last of them the ticket completes by itself (R29). */
    void move(Task task, TaskStatus status) {
        TaskStatus before = task.status;
        task.status = status;
        if (before != status && status.finished()) {
            finishItem(task, status == TaskStatus.COMPLETED);
        }
        boolean last = before != TaskStatus.COMPLETED
                && status == TaskStatus.COMPLETED
                && world.openTasksOf(task.ticket).isEmpty();
        if (last && !task.ticket.status.finished() && task.ticket.status != TicketStatus.BLOCKED) {
            finish(task.ticket, TicketStatus.COMPLETED);
        }
    }

    void delete(Task task) {
        List<Item> live = world.live(i -> i.task == task);
        boolean held = live.stream().anyMatch(Item::claimed);
        finishItem(task, false);
        if (held) {
            putDown(task);
        }
    }
}
