package dev.cairn.persistence.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.persistence.kernel.MappingRules;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps queue items to their rows and back. */
@Mapper(config = MappingRules.class)
interface ItemMapper {
    @Mapping(target = "subject", expression = "java(ItemMapper.subject(row.ticketId(), row.taskId()))")
    @Mapping(target = "place", source = "row")
    @Mapping(target = "tries", source = "row")
    @Mapping(target = "hold", source = "row")
    @Mapping(target = "said", source = "row")
    QueueItem toDomain(QueueItemRow row);

    QueueItem.Place place(QueueItemRow row);

    QueueItem.Tries tries(QueueItemRow row);

    QueueItem.Hold hold(QueueItemRow row);

    @Mapping(target = "error", source = "lastError")
    QueueItem.Said said(QueueItemRow row);

    @Mapping(target = ".", source = "place")
    @Mapping(target = ".", source = "tries")
    @Mapping(target = ".", source = "hold")
    @Mapping(target = ".", source = "said")
    @Mapping(target = "lastError", source = "said.error")
    @Mapping(target = "ticketId", expression = "java(ItemMapper.ticketId(item.subject()))")
    @Mapping(target = "taskId", expression = "java(ItemMapper.taskId(item.subject()))")
    QueueItemRow toRow(QueueItem item);

    static Subject subject(@Nullable Long ticketId, @Nullable Long taskId) {
        if (ticketId != null) {
            return new Subject.OfTicket(new Id<>(ticketId));
        }
        if (taskId != null) {
            return new Subject.OfTask(new Id<>(taskId));
        }
        throw new IllegalStateException("An item without a subject");
    }

    static @Nullable Long ticketId(Subject subject) {
        return switch (subject) {
            case Subject.OfTicket(var id) -> id.value();
            case Subject.OfTask _ -> null;
        };
    }

    static @Nullable Long taskId(Subject subject) {
        return switch (subject) {
            case Subject.OfTicket _ -> null;
            case Subject.OfTask(var id) -> id.value();
        };
    }
}
