package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claim in a list: who holds or held what (Q24).
 *
 * @param attempts of its item that failed; {@code stalls} those that were lost
 * @param leaseUntil when the lease runs out; null once the claim is over
 * @param taskId the subject when it is a task of the ticket
 * @param taskContent the current content of that task
 * @param userName the current name of the user who claimed; null once the user is gone
 */
public record ClaimView(
        Claim claim,
        @Nullable Instant leaseUntil,
        Id<Project> projectId,
        Id<Queue> queueId,
        String queueName,
        Id<Ticket> ticketId,
        TicketKey ticketKey,
        String ticketTitle,
        @Nullable Id<Task> taskId,
        @Nullable String taskContent,
        int attempts,
        int stalls,
        Instant enqueuedAt,
        @Nullable String userName) {}
