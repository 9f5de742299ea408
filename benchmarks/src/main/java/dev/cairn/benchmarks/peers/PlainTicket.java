package dev.cairn.benchmarks.peers;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket's 28 columns as the peers have them, with the lists decoded; metadata stays text. */
record PlainTicket(
        long id,
        long projectId,
        long number,
        String key,
        String type,
        String title,
        String overview,
        String status,
        long priority,
        @Nullable Long assigneeId,
        @Nullable Long parentId,
        List<String> labels,
        List<String> acceptanceCriteria,
        List<String> suggestedFileIds,
        List<String> suggestedAgentIds,
        List<String> suggestedPromptIds,
        @Nullable Long estimatedMinutes,
        @Nullable Long dueAt,
        long position,
        String metadata,
        @Nullable Long startedAt,
        @Nullable Long completedAt,
        long version,
        long createdAt,
        long updatedAt,
        @Nullable Long archivedAt,
        @Nullable Long deletedAt,
        @Nullable Long deletionId) {

    static PlainTicket of(Ticket ticket) {
        TicketContent content = ticket.content();
        return new PlainTicket(
                ticket.id().value(),
                ticket.projectId().value(),
                ticket.number(),
                ticket.key().toString(),
                content.type().name(),
                content.title(),
                content.overview(),
                ticket.status().name(),
                content.priority().rank(),
                value(content.assigneeId()),
                value(content.parentId()),
                content.labels(),
                content.acceptanceCriteria(),
                texts(content.suggestedFileIds()),
                texts(content.suggestedAgentIds()),
                texts(content.suggestedPromptIds()),
                content.estimatedMinutes() == null ? null : Long.valueOf(content.estimatedMinutes()),
                millis(content.dueAt()),
                content.position(),
                content.metadata().text(),
                millis(ticket.startedAt()),
                millis(ticket.completedAt()),
                ticket.lifecycle().version(),
                ticket.lifecycle().createdAt().toEpochMilli(),
                ticket.lifecycle().updatedAt().toEpochMilli(),
                millis(ticket.lifecycle().archivedAt()),
                millis(ticket.lifecycle().deletedAt()),
                value(ticket.lifecycle().deletionId()));
    }

    void fold(Checksum sum) {
        sum.number(id).number(projectId).number(number).text(key).text(type).text(title);
        sum.text(overview).text(status).number(priority).number(assigneeId).number(parentId);
        sum.texts(labels).texts(acceptanceCriteria);
        sum.texts(suggestedFileIds).texts(suggestedAgentIds).texts(suggestedPromptIds);
        sum.number(estimatedMinutes).number(dueAt).number(position).text(metadata);
        sum.number(startedAt).number(completedAt).number(version).number(createdAt);
        sum.number(updatedAt).number(archivedAt).number(deletedAt).number(deletionId);
    }

    private static @Nullable Long value(@Nullable Id<?> id) {
        return id == null ? null : id.value();
    }

    static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static List<String> texts(List<Id<?>> ids) {
        return ids.stream().map(Id::toString).toList();
    }
}
