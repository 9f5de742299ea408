package dev.cairn.benchmarks.peers;

import dev.cairn.domain.ticket.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task's columns as the peers have them. */
record PlainTask(
        long id,
        long ticketId,
        String content,
        @Nullable String description,
        String status,
        long orderIndex,
        @Nullable Long estimatedMinutes,
        @Nullable Long assigneeId,
        List<String> labels,
        long createdAt,
        long updatedAt) {

    static PlainTask of(Task task) {
        Integer minutes = task.content().estimatedMinutes();
        var assignee = task.content().assigneeId();
        return new PlainTask(
                task.id().value(),
                task.ticketId().value(),
                task.content().content(),
                task.content().description(),
                task.status().name(),
                task.orderIndex(),
                minutes == null ? null : Long.valueOf(minutes),
                assignee == null ? null : assignee.value(),
                task.content().labels(),
                task.createdAt().toEpochMilli(),
                task.updatedAt().toEpochMilli());
    }

    void fold(Checksum sum) {
        sum.number(id)
                .number(ticketId)
                .text(content)
                .text(description)
                .text(status)
                .number(orderIndex);
        sum.number(estimatedMinutes)
                .number(assigneeId)
                .texts(labels)
                .number(createdAt)
                .number(updatedAt);
    }
}
