package dev.cairn.application.ticket;

import dev.cairn.application.work.Fields;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a ticket that a client may give, each optional (R10); a list replaces the whole list. */
public record TicketFields(
        Change<TicketType> type,
        Change<String> title,
        Change<String> overview,
        Change<Priority> priority,
        Change<@Nullable Id<User>> assigneeId,
        Change<@Nullable TicketRef> parentId,
        Change<List<String>> labels,
        Change<List<String>> acceptanceCriteria,
        Change<List<Id<?>>> suggestedFileIds,
        Change<List<Id<?>>> suggestedAgentIds,
        Change<List<Id<?>>> suggestedPromptIds,
        Change<@Nullable Integer> estimatedMinutes,
        Change<@Nullable Instant> dueAt,
        Change<@Nullable Long> position,
        Change<Json> metadata) {

    public TicketFields {
        Fields.notNull("type", type);
        Fields.notNull("title", title);
        Fields.notNull("overview", overview);
        Fields.notNull("priority", priority);
        Fields.notNull("labels", labels);
        Fields.notNull("acceptanceCriteria", acceptanceCriteria);
        Fields.notNull("suggestedFileIds", suggestedFileIds);
        Fields.notNull("suggestedAgentIds", suggestedAgentIds);
        Fields.notNull("suggestedPromptIds", suggestedPromptIds);
        Fields.notNull("metadata", metadata);
    }

    public static TicketFields none() {
        return new TicketFields(
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep());
    }

    public static TicketFields titled(String title) {
        return none().withTitle(title);
    }

    public TicketFields withTitle(String newTitle) {
        return new TicketFields(
                type,
                Change.to(newTitle),
                overview,
                priority,
                assigneeId,
                parentId,
                labels,
                acceptanceCriteria,
                suggestedFileIds,
                suggestedAgentIds,
                suggestedPromptIds,
                estimatedMinutes,
                dueAt,
                position,
                metadata);
    }

    public TicketFields withPriority(Priority newPriority) {
        return new TicketFields(
                type,
                title,
                overview,
                Change.to(newPriority),
                assigneeId,
                parentId,
                labels,
                acceptanceCriteria,
                suggestedFileIds,
                suggestedAgentIds,
                suggestedPromptIds,
                estimatedMinutes,
                dueAt,
                position,
                metadata);
    }

    TicketContent create() {
        return over(TicketContent.titled(Fields.required("title", title)));
    }

    /** All but the parent, which only the stores can find. */
    TicketContent over(TicketContent current) {
        return new TicketContent(
                type.over(current.type()),
                title.over(current.title()),
                overview.over(current.overview()),
                priority.over(current.priority()),
                assigneeId.over(current.assigneeId()),
                current.parentId(),
                labels.over(current.labels()),
                acceptanceCriteria.over(current.acceptanceCriteria()),
                suggestedFileIds.over(current.suggestedFileIds()),
                suggestedAgentIds.over(current.suggestedAgentIds()),
                suggestedPromptIds.over(current.suggestedPromptIds()),
                estimatedMinutes.over(current.estimatedMinutes()),
                dueAt.over(current.dueAt()),
                Fields.position(position, current.position()),
                metadata.over(current.metadata()));
    }
}
