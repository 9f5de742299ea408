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

/** Locks the rows of queues on PostgreSQL, in the order of their ids; SQLite has one writer and needs nothing. */
@Singleton
final class SqlQueueLocks implements QueueLocks {
    private static final String LOCK = "SELECT id FROM queues WHERE %s ORDER BY id FOR UPDATE";
    private static final String BY_ID = LOCK.formatted("id = ?");
    private static final String BY_ITEM = LOCK.formatted("id = (SELECT queue_id FROM queue_items WHERE id = ?)");
    private static final String BY_CLAIM = LOCK.formatted("""
            id = (SELECT i.queue_id FROM queue_items i JOIN queue_claims c ON c.item_id = i.id WHERE c.id = ?)""");
    private static final String BY_TICKET = LOCK.formatted("""
            id IN (SELECT i.queue_id FROM queue_items i LEFT JOIN tasks k ON k.id = i.task_id
                    WHERE i.status IN ('READY', 'CLAIMED') AND (i.ticket_id = ? OR k.ticket_id = ?))""");
    private static final String BY_PROJECT = LOCK.formatted("project_id = ?");

    private final Sql sql;

    SqlQueueLocks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void queue(Id<Queue> queue) {
        lock(BY_ID, queue);
    }

    @Override
    public void queueOf(Id<QueueItem> item) {
        lock(BY_ITEM, item);
    }

    @Override
    public void queueOfClaim(Id<Claim> claim) {
        lock(BY_CLAIM, claim);
    }

    @Override
    public void queuesOfTicket(Id<Ticket> ticket) {
        lock(BY_TICKET, ticket, ticket);
    }

    @Override
    public void queuesOfProject(Id<Project> project) {
        lock(BY_PROJECT, project);
    }

    private void lock(String query, Object... values) {
        if (sql.engine() == Engine.POSTGRESQL) {
            sql.returning(query, row -> row.integer("id"), values);
        }
    }
}
