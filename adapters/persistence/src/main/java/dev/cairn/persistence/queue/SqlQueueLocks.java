package dev.cairn.persistence.queue;

import dev.cairn.application.port.QueueLocks;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.persistence.jdbc.CurrentTransaction;
import dev.cairn.persistence.kernel.Store;
import dev.cairn.schema.Engine;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes this server's turn at queues on PostgreSQL. A row lock would not do: who waited for it still has the snapshot from before,
 * and would have to begin anew all the same. SQLite has one writer and needs nothing.
 */
@Store
abstract class SqlQueueLocks implements QueueLocks, GenericRepository<QueueItemRow, Long> {
    private final Engine engine;
    private final CurrentTransaction transaction;

    SqlQueueLocks(Engine engine, CurrentTransaction transaction) {
        this.engine = engine;
        this.transaction = transaction;
    }

    @Query("SELECT queue_id FROM queue_items WHERE id = :item")
    abstract List<Long> findByItem(Id<QueueItem> item);

    @Query("SELECT i.queue_id FROM queue_claims c JOIN queue_items i ON i.id = c.item_id WHERE c.id = :claim")
    abstract List<Long> findByClaim(Id<Claim> claim);

    @Query("""
            SELECT i.queue_id FROM queue_items i WHERE i.status IN ('READY', 'CLAIMED') AND i.ticket_id = :ticket
            UNION
            SELECT i.queue_id FROM tasks k JOIN queue_items i ON i.task_id = k.id
             WHERE i.status IN ('READY', 'CLAIMED') AND k.ticket_id = :ticket
            """)
    abstract List<Long> findByTicket(Id<Ticket> ticket);

    @Query("SELECT id FROM queues WHERE project_id = :project")
    abstract List<Long> findByProject(Id<Project> project);

    @Override
    public void queue(Id<Queue> queue) {
        transaction.takeTurn(queue);
    }

    @Override
    public void queueOf(Id<QueueItem> item) {
        found(() -> findByItem(item));
    }

    @Override
    public void queueOfClaim(Id<Claim> claim) {
        found(() -> findByClaim(claim));
    }

    @Override
    public void queuesOfTicket(Id<Ticket> ticket) {
        found(() -> findByTicket(ticket));
    }

    @Override
    public void queuesOfProject(Id<Project> project) {
        found(() -> findByProject(project));
    }

    @Override
    public void newQueueOf(Id<Project> project) {
        transaction.takeTurn(project);
    }

    private void found(Supplier<List<Long>> queues) {
        if (engine == Engine.POSTGRESQL) {
            queues.get().forEach(queue -> transaction.takeTurn(new Id<Queue>(queue)));
        }
    }
}
