package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.port.Transactions;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.Progress;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import dev.cairn.persistence.jdbc.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** What tests of the queue do again and again. */
abstract class QueueTest extends UseCaseTest {
    static final Duration LEASE = Duration.ofSeconds(6);

    static void assertLost(String reason, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Conflict.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.LEASE_LOST);
            assertThat(e.details()).containsEntry("reason", reason);
        });
    }

    final List<ItemView> enqueueGroup(Queue queue, TicketWithTasks ticket, boolean returnExisting) {
        return services.items()
                .enqueue(
                        owner,
                        queue.id(),
                        List.of(new EnqueueItem(ref(ticket), null, null, null, true, returnExisting)));
    }

    final ItemView enqueueAs(Queue queue, TicketWithTasks ticket, @Nullable Priority priority) {
        return services.items()
                .enqueue(owner, queue.id(), List.of(new EnqueueItem(ref(ticket), null, priority, null, false, false)))
                .getFirst();
    }

    final Queue shortQueue(String name) {
        return queue(QueueContent.named(name).withLeaseSeconds(5).withMaxParallel(10));
    }

    final TicketWithTasks prioritised(String title, Priority priority, String... tasks) {
        TicketWithTasks ticket = ticket(title, tasks);
        return services.tickets().update(owner, ref(ticket), Expected.ANY, content -> content.withPriority(priority));
    }

    final void sweepAfter(Duration time) {
        clock.advance(time);
        services.sweeper().sweep(Caller.system());
    }

    final void stallForGood(Queue queue) {
        sweepAfter(LEASE);
        for (int stall = 2; stall <= 3; stall++) {
            claim(queue);
            sweepAfter(LEASE);
        }
    }

    /** Its holder fails until no attempt is left; it is held now. */
    final void failForGood(Queue queue, ItemView item) {
        for (int attempt = 1; attempt <= 3; attempt++) {
            QueueItem held = view(item.item().id()).item();
            services.claims()
                    .fail(
                            owner,
                            Objects.requireNonNull(held.claimId()),
                            ClaimUpdate.of(held.fencingToken()).withError("boom"));
            if (attempt < 3) {
                clock.advance(Duration.ofMinutes(11));
                services.items()
                        .update(
                                owner,
                                held.id(),
                                place -> place.withPriority(Priority.URGENT).withPosition(0L));
                assertThat(claim(queue).item().id()).isEqualTo(held.id());
            }
        }
    }

    final ItemView failed(Queue queue, TicketWithTasks ticket) {
        ItemView item = enqueueAs(queue, ticket, Priority.URGENT);
        assertThat(claim(queue).item().id()).isEqualTo(item.item().id());
        failForGood(queue, item);
        return item;
    }

    final void complete(ItemView item) {
        QueueItem held = view(item.item().id()).item();
        services.claims().complete(owner, Objects.requireNonNull(held.claimId()), ClaimUpdate.of(held.fencingToken()));
    }

    static ClaimUpdate finishingTasks(long token) {
        return new ClaimUpdate(token, null, null, null, null, null, true);
    }

    static ClaimUpdate progress(long token, int percent) {
        return new ClaimUpdate(token, null, new Progress(percent, null), null, null, null, false);
    }

    static Id<Task> taskOf(ItemView item) {
        return ((Subject.OfTask) item.item().subject()).id();
    }

    final ItemView view(Id<QueueItem> id) {
        return services.items().get(owner, id);
    }

    final ItemState state(ItemView item) {
        return view(item.item().id()).state();
    }

    final Nothing nothing(Queue queue) {
        return ((NothingToClaim) services.claims().claim(owner, queue.id(), ClaimRequest.DEFAULT)).nothing();
    }

    /** A row as a race or an older version left it. */
    final void raw(String update, Object... values) {
        var transactions = cairn.get(Transactions.class);
        transactions.write(() -> cairn.get(Sql.class).update(update, values));
    }
}
