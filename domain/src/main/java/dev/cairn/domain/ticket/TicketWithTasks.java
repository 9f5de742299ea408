package dev.cairn.domain.ticket;

import java.util.List;

/** A ticket and its live tasks in order, read by one query (R33). */
public record TicketWithTasks(Ticket ticket, List<Task> tasks) {
    public TicketWithTasks {
        tasks = List.copyOf(tasks);
    }

    public List<Task> unfinishedTasks() {
        return tasks.stream().filter(task -> !task.status().finished()).toList();
    }
}
