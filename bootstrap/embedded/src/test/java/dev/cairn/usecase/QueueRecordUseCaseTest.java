package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.port.Transactions;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.NothingReason;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Items, claims and groups never contradict each other (Q16). */
class QueueRecordUseCaseTest extends QueueTest {
    /** Q16 */
    @Test
    void aTicketThatIsHeldIsNotEnqueuedWithItsTasks() {
        var queue = queue("q");
        var ticket = ticket("One", "a");
        ItemView item = enqueue(queue, ticket);
        Claim held = claim(queue).claim();
        for (boolean returnExisting : List.of(true, false)) {
            for (Queue into : List.of(queue, queue("other" + returnExisting))) {
                assertThatThrownBy(() -> enqueueGroup(into, ticket, returnExisting))
                        .isInstanceOfSatisfying(Conflict.class, e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.CLAIMED);
                            assertThat(e.details())
                                    .containsEntry("itemId", item.item().id().toString())
                                    .containsEntry("holder", "owner");
                        });
            }
        }
        services.claims().heartbeat(owner, held.id(), ClaimUpdate.of(1));
        services.claims().complete(owner, held.id(), finishingTasks(1));
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.COMPLETED);
    }

    /** Q16: a group lives in one queue. */
    @Test
    void anItemThatWaitsInAnotherQueueDoesNotBecomeAGroup() {
        var ticket = ticket("One", "a");
        ItemView waiting = enqueue(queue("elsewhere"), ticket);
        var queue = queue("q");
        assertRefused(ErrorCode.ALREADY_QUEUED, () -> enqueueGroup(queue, ticket, true));
        assertThat(state(waiting)).isEqualTo(ItemState.READY);
        assertThat(nothing(queue).reason()).isEqualTo(NothingReason.EMPTY);
    }

    /** Q10, Q16: the ticket is not handed out beside a task of it. */
    @Test
    void aTaskThatIsInAnotherQueueDoesNotBecomeOfAGroup() {
        var ticket = ticket("One", "a");
        Queue elsewhere = queue("elsewhere");
        ItemView task = services.items()
                .enqueue(
                        owner,
                        elsewhere.id(),
                        List.of(EnqueueItem.task(ticket.tasks().getFirst().id())))
                .getFirst();
        var queue = queue("q");
        for (boolean held : List.of(false, true)) {
            assertThatThrownBy(() -> enqueueGroup(queue, ticket, true)).isInstanceOfSatisfying(Conflict.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.ALREADY_QUEUED);
                assertThat(e.details())
                        .containsEntry("itemId", task.item().id().toString())
                        .containsEntry("queueId", elsewhere.id().toString());
            });
            assertThat(nothing(queue).reason()).isEqualTo(NothingReason.EMPTY);
            if (!held) {
                claim(elsewhere);
            }
        }
    }

    /** Q16, Q18: whoever was late with the ticket does not hold it again beside those of its tasks. */
    @Test
    void aLateHolderOfWhatHasBecomeAGroupIsRefused() {
        var queue = shortQueue("q");
        var ticket = ticket("One", "a");
        enqueue(queue, ticket);
        Claim late = claim(queue).claim();
        sweepAfter(LEASE);
        enqueueGroup(queue, ticket, true);
        assertLost("cancelled", () -> services.claims().heartbeat(owner, late.id(), ClaimUpdate.of(1)));
        assertThat(claim(queue).task()).isNotNull();
    }

    /** Q16: a task that was on the queue before belongs to the group. */
    @Test
    void aGroupTakesInTheTasksThatAreQueuedAlready() {
        var queue = queue("q");
        var ticket = ticket("One", "a");
        services.items()
                .enqueue(
                        owner,
                        queue.id(),
                        List.of(EnqueueItem.task(ticket.tasks().getFirst().id())));
        var items = enqueueGroup(queue, ticket, true);
        assertThat(items.getLast().item().groupId())
                .isEqualTo(items.getFirst().item().id());
        Claimed claimed = claim(queue);
        assertThat(claimed.task()).isNotNull();
        services.claims().complete(owner, claimed.claim().id(), ClaimUpdate.of(1));
        assertThat(state(items.getFirst())).isEqualTo(ItemState.COMPLETED);
    }

    /** Q16: however the last of them ends. */
    @Test
    void aGroupEndsWithTheLastOfItHoweverItEnds() {
        groupEnds(
                ItemState.CANCELLED,
                false,
                (queue, last) -> services.items().cancel(owner, last.item().id()));
        groupEnds(
                ItemState.CANCELLED,
                true,
                (queue, last) -> services.items().cancel(owner, last.item().id()));
        groupEnds(ItemState.CANCELLED, false, (queue, last) -> services.tasks().delete(owner, taskOf(last)));
        groupEnds(ItemState.CANCELLED, true, (queue, last) -> services.tasks().delete(owner, taskOf(last)));
        groupEnds(
                ItemState.CANCELLED,
                false,
                (queue, last) ->
                        services.tasks().update(owner, taskOf(last), task -> task.withStatus(TaskStatus.CANCELLED)));
        groupEnds(
                ItemState.COMPLETED,
                false,
                (queue, last) ->
                        services.tasks().update(owner, taskOf(last), task -> task.withStatus(TaskStatus.COMPLETED)));
        groupEnds(ItemState.COMPLETED, true, (queue, last) -> complete(last));
        groupEnds(ItemState.FAILED, true, (queue, last) -> failForGood(queue, last));
        groupEnds(ItemState.FAILED, true, (queue, last) -> stallForGood(queue));
    }

    /** Q16: also when it was not the last of them that failed. */
    @Test
    void aGroupHasFailedWhenOneOfItsOpenTasksHas() {
        var queue = shortQueue("q");
        var ticket = ticket("One", "a", "b");
        var items = enqueueGroup(queue, ticket, false);
        Claimed first = claim(queue);
        failForGood(queue, items.get(1));
        assertThat(state(items.getFirst())).isEqualTo(ItemState.BLOCKED);
        assertThat(first.item().id()).isEqualTo(items.get(1).item().id());
        complete(view(claim(queue).item().id()));
        assertThat(state(items.getFirst())).isEqualTo(ItemState.FAILED);
    }

    /** Q16: told as what it was, and never again. */
    @Test
    void whatEndsAnItemEndsItsClaimAndNothingBringsItBack() {
        endsFor("cancelled", ItemState.CANCELLED, t -> move(t, TicketStatus.CLOSED));
        endsFor("finished", ItemState.COMPLETED, t -> move(t, TicketStatus.COMPLETED));
        endsFor("cancelled", ItemState.CANCELLED, t -> services.tickets().archive(owner, ref(t), Expected.ANY));
        endsFor("cancelled", ItemState.CANCELLED, t -> services.tickets().delete(owner, ref(t), Expected.ANY));
    }

    /** Q16: whatever state the rows were in, the store does not take back what has ended. */
    @Test
    void theStoreBringsNoEndedItemBack() {
        var queue = queue("q");
        enqueue(queue, ticket("One"));
        QueueItem before = claim(queue).item();
        services.items().cancel(owner, before.id());
        var transactions = cairn.get(Transactions.class);
        assertRefused(
                ErrorCode.ITEM_STATE,
                () -> transactions.write(() -> {
                    cairn.get(QueueItemRepository.class)
                            .update(before.renew(clock.instant().plusSeconds(60)));
                    return before;
                }));
        assertThat(view(before.id()).state()).isEqualTo(ItemState.CANCELLED);
    }

    /** Q16: work that was finished or taken away behind the queue's back is handed out to nobody; the next one is. */
    @Test
    void whatNeedsNoMoreDoingEndsOnTheWayAndTheNextItemIsHandedOut() {
        var queue = queue("q");
        var gone = ticket("gone");
        var closed = ticket("closed");
        var done = ticket("done");
        var archived = ticket("archived");
        List<ItemView> bad =
                List.of(enqueue(queue, gone), enqueue(queue, closed), enqueue(queue, done), enqueue(queue, archived));
        ItemView good = enqueue(queue, ticket("good"));
        raw("UPDATE tickets SET deleted_at = created_at, deletion_id = 1 WHERE id = ?", id(gone));
        raw("UPDATE tickets SET status = 'CLOSED' WHERE id = ?", id(closed));
        raw("UPDATE tickets SET status = 'COMPLETED', completed_at = created_at WHERE id = ?", id(done));
        raw("UPDATE tickets SET archived_at = created_at WHERE id = ?", id(archived));
        assertThat(claim(queue).item().id()).isEqualTo(good.item().id());
        assertThat(bad)
                .extracting(this::state)
                .containsExactly(ItemState.CANCELLED, ItemState.CANCELLED, ItemState.COMPLETED, ItemState.CANCELLED);
    }

    /** Q16: a holder cannot keep, finish or give back what is gone; what it gives back does not return to the queue. */
    @Test
    void whatIsHeldOfAFinishedTicketDoesNotComeBack() {
        for (boolean fails : List.of(true, false)) {
            var queue = queue("q" + fails);
            var ticket = ticket("One");
            ItemView item = enqueue(queue, ticket);
            Claim held = claim(queue).claim();
            raw("UPDATE tickets SET status = 'CLOSED' WHERE id = ?", id(ticket));
            assertLost("cancelled", () -> services.claims().heartbeat(owner, held.id(), ClaimUpdate.of(1)));
            if (fails) {
                services.claims().fail(owner, held.id(), ClaimUpdate.of(1).withError("x"));
            } else {
                services.claims().release(owner, held.id(), ClaimUpdate.of(1));
            }
            assertThat(state(item)).isEqualTo(ItemState.CANCELLED);
            assertThat(statusOf(ticket)).isEqualTo(TicketStatus.CLOSED);
        }
    }

    /** Q9, Q16: no row stops the sweeper for the others. */
    @Test
    void theSweeperGoesOnWhateverOneItemIsLike() {
        var queue = shortQueue("q");
        var gone = ticket("gone", "task");
        enqueue(queue, gone);
        ItemView lost = view(claim(queue).item().id());
        services.items()
                .enqueue(
                        owner,
                        queue.id(),
                        List.of(EnqueueItem.task(gone.tasks().getFirst().id())));
        ItemView step = view(claim(queue).item().id());
        var ticket = ticket("fine");
        ItemView fine = enqueue(queue, ticket);
        claim(queue);
        raw("DELETE FROM queue_claims WHERE item_id = ?", lost.item().id());
        raw("UPDATE tasks SET deleted_at = created_at, deletion_id = 1 WHERE id = ?", taskOf(step));
        raw("UPDATE tickets SET deleted_at = created_at, deletion_id = 1 WHERE id = ?", id(gone));
        clock.advance(LEASE);
        assertThat(services.sweeper().sweep(Caller.system())).isEqualTo(3);
        assertThat(state(lost)).isEqualTo(ItemState.CANCELLED);
        assertThat(state(step)).isEqualTo(ItemState.CANCELLED);
        assertThat(state(fine)).isEqualTo(ItemState.READY);
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.OPEN);
    }

    private interface End {
        void apply(Queue queue, ItemView last);
    }

    /** A group of one task, held or not, that ends like this; the ticket can then be enqueued again unless it is finished. */
    private void groupEnds(ItemState expected, boolean held, End end) {
        var queue = shortQueue("q" + System.nanoTime());
        var ticket = ticket("One", "a");
        var items = enqueueGroup(queue, ticket, false);
        if (held) {
            claim(queue);
        }
        end.apply(queue, items.get(1));
        assertThat(state(items.get(0))).isEqualTo(expected);
        assertThat(view(items.get(1).item().id()).item().status().live()).isFalse();
        if (!statusOf(ticket).finished()) {
            enqueue(queue, ticket);
        }
    }

    private void endsFor(String reason, ItemState state, Consumer<TicketWithTasks> what) {
        var queue = queue("q" + System.nanoTime());
        var ticket = ticket("One");
        ItemView item = enqueue(queue, ticket);
        Claim held = claim(queue).claim();
        what.accept(ticket);
        for (ThrowingCallable write : List.<ThrowingCallable>of(
                () -> services.claims().heartbeat(owner, held.id(), ClaimUpdate.of(1)),
                () -> services.claims().complete(owner, held.id(), ClaimUpdate.of(1)),
                () -> services.claims().fail(owner, held.id(), ClaimUpdate.of(1)),
                () -> services.claims().release(owner, held.id(), ClaimUpdate.of(1)))) {
            assertLost(reason, write);
        }
        assertThat(state(item)).isEqualTo(state);
    }
}
