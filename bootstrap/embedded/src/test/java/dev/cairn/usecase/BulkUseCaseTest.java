package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TaskService;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.ticket.FirstTasks;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much one call may write. */
class BulkUseCaseTest extends UseCaseTest {
    /** R12: what counts is how much one transaction writes, not how it is spread over items. */
    @Test
    void aBatchIsBoundedInRowsAndNotOnlyInItems() {
        CreateTicket ticket = new CreateTicket(
                TicketContent.titled("Many"), Collections.nCopies(Task.PER_TICKET_MAX, TaskDraft.of("step")));
        assertRefused(
                ErrorCode.TOO_MANY, () -> services.tickets().createAll(owner, CRN, Collections.nCopies(10, ticket)));
        assertThat(services.tickets()
                        .list(owner, CRN, TicketFilter.ANY, PageRequest.first(Sort.by(Sort.asc("number"))))
                        .items())
                .isEmpty();
        assertThat(services.tickets().createAll(owner, CRN, Collections.nCopies(2, ticket)))
                .allSatisfy(made -> assertThat(made.tasks()).hasSize(Task.PER_TICKET_MAX));
    }

    /** A list of tickets that would show more tasks than one answer holds is refused, and shows the first of each. */
    @Test
    void theTasksOfAListAreBounded() {
        CreateTicket ticket = new CreateTicket(
                TicketContent.titled("Many"), Collections.nCopies(Task.PER_TICKET_MAX, TaskDraft.of("step")));
        List<Id<Ticket>> made = new ArrayList<>();
        for (int tickets : List.of(9, 2)) {
            services.tickets()
                    .createAll(owner, CRN, Collections.nCopies(tickets, ticket))
                    .forEach(one -> made.add(one.ticket().id()));
        }
        assertRefused(
                ErrorCode.TOO_MANY,
                () -> services.tasks().listFirst(owner, made, new FirstTasks(null, Task.PER_TICKET_MAX)));
        assertThat(services.tasks().listFirst(owner, made, new FirstTasks(null, 2)))
                .hasSize(22)
                .allSatisfy(task -> assertThat(task.orderIndex()).isLessThan(2));
        assertThat(services.tasks().listFirst(owner, made.subList(0, 10), new FirstTasks(null, Task.PER_TICKET_MAX)))
                .hasSize(TaskService.LISTED_MAX);
    }

    /** R12: tickets with their tasks are counted together. */
    @Test
    void anEnqueuingIsBoundedInRowsAndNotOnlyInItems() {
        Queue queue = queue("many");
        CreateTicket draft = new CreateTicket(
                TicketContent.titled("Many"), Collections.nCopies(Task.PER_TICKET_MAX, TaskDraft.of("step")));
        List<EnqueueItem> requests = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            requests.add(
                    new EnqueueItem(ref(services.tickets().create(owner, CRN, draft)), null, null, null, true, false));
        }
        assertRefused(ErrorCode.TOO_MANY, () -> services.items().enqueue(owner, queue.id(), requests));
        assertThat(services.items().enqueue(owner, queue.id(), requests.subList(0, 1)))
                .hasSize(1 + Task.PER_TICKET_MAX);
    }
}
