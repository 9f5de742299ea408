package dev.cairn.persistence.queue;

import dev.cairn.application.port.QueueLocks;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.persistence.jdbc.Engine;
import dev.cairn.persistence.jdbc.Sql;
import jakarta.inject.Singleton;

/**
 * Takes this server's turn at queues on PostgreSQL. A row lock would not do: who waited for it still has the snapshot from before,
 * and would have to begin anew all the same. SQLite has one writer and needs nothing.
 */
@Singleton
final class SqlQueueLocks implements QueueLocks {
    private static final String BY_ITEM = "SELECT queue_id FROM queue_items WHERE id = ?";
    private static final String BY_CLAIM =
            "SELECT i.queue_id FROM queue_claims c JOIN queue_items i ON i.id = c.item_id WHERE c.id = ?";
    private static final String BY_TICKET = """
            SELECT i.queue_id FROM queue_items i WHERE i.status IN ('READY', 'CLAIMED') AND i.ticket_id = ?
            UNION
            SELECT i.queue_id FROM tasks k JOIN queue_items i ON i.task_id = k.id
             WHERE i.status IN ('READY', 'CLAIMED') AND k.ticket_id = ?
            """;
    private static final String BY_PROJECT = "SELECT id AS queue_id FROM queues WHERE project_id = ?";

    private final Sql sql;

    SqlQueueLocks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void queue(Id<Queue> queue) {
        sql.transaction().takeTurn(queue);
    }

    @Override
    public void queueOf(Id<QueueItem> item) {
        found(BY_ITEM, item);
    }

    @Override
    public void queueOfClaim(Id<Claim> claim) {
        found(BY_CLAIM, claim);
    }

    @Override
    public void queuesOfTicket(Id<Ticket> ticket) {
        found(BY_TICKET, ticket, ticket);
    }

    @Override
    public void queuesOfProject(Id<Project> project) {
        found(BY_PROJECT, project);
    }

    @Override
    public void newQueueOf(Id<Project> project) {
        sql.transaction().takeTurn(project);
    }

    private void found(String query, Object... values) {
        if (sql.engine() == Engine.POSTGRESQL) {
            sql.query(query, row -> row.<Queue>id("queue_id"), values)
                    .forEach(queue -> sql.transaction().takeTurn(queue));
        }
    }
}
