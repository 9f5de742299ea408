package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.queue.QueueItemService;
import dev.cairn.application.queue.RetryReport;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import java.util.Collections;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What failed goes on, as far as it can (Q17). */
class RetryUseCaseTest extends QueueTest {
    /** Q17: one bad item never refuses the others. */
    @Test
    void retryFailedTakesWhatItCanAndNamesTheRest() {
        var queue = queue(QueueContent.named("q").withMaxParallel(10));
        var other = queue("other");
        ItemView good = failed(queue, ticket("good"));
        var goneTicket = ticket("gone");
        ItemView gone = failed(queue, goneTicket);
        var closedTicket = ticket("closed");
        ItemView closed = failed(queue, closedTicket);
        var archivedTicket = ticket("archived");
        ItemView archived = failed(queue, archivedTicket);
        var queuedTicket = ticket("queued");
        ItemView queued = failed(queue, queuedTicket);
        var twiceTicket = ticket("twice");
        ItemView older = failed(queue, twiceTicket);
        ItemView newer = failed(queue, twiceTicket);
        services.tickets().delete(owner, ref(goneTicket), Expected.ANY);
        move(closedTicket, TicketStatus.CLOSED);
        services.tickets().archive(owner, ref(archivedTicket), Expected.ANY);
        enqueue(other, queuedTicket);

        RetryReport report = services.items().retryFailed(owner, queue.id());
        assertThat(report.retried()).isEqualTo(2);
        assertThat(report.refused())
                .extracting(RetryReport.Refused::item, RetryReport.Refused::reason)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(gone.item().id(), RetryReport.Reason.SUBJECT_GONE),
                        Tuple.tuple(closed.item().id(), RetryReport.Reason.FINISHED),
                        Tuple.tuple(archived.item().id(), RetryReport.Reason.ARCHIVED),
                        Tuple.tuple(queued.item().id(), RetryReport.Reason.ALREADY_QUEUED),
                        Tuple.tuple(older.item().id(), RetryReport.Reason.SUPERSEDED));
        assertThat(state(good)).isEqualTo(ItemState.READY);
        assertThat(state(newer)).isEqualTo(ItemState.READY);
        assertThat(services.items().retryFailed(owner, queue.id()).retried()).isZero();
        assertRefused(
                ErrorCode.NOT_ENQUEUEABLE,
                () -> services.items().retry(owner, gone.item().id()));
        assertRefused(
                ErrorCode.NOT_ENQUEUEABLE,
                () -> services.items().retry(owner, closed.item().id()));
        assertRefused(
                ErrorCode.ALREADY_QUEUED,
                () -> services.items().retry(owner, queued.item().id()));
    }

    /** Q17: one call tries a bounded number, and what cannot be retried keeps nothing else from it. */
    @Test
    void retryFailedIsBoundedAndReachesWhatCanBeRetried() {
        var queue = queue("q");
        var open = ticket("open");
        enqueue(queue, open);
        var others = services.tickets()
                .createAll(
                        owner,
                        CRN,
                        Collections.nCopies(
                                QueueItemService.RETRY_MAX,
                                new CreateTicket(TicketContent.titled("archived"), List.of())));
        services.items()
                .enqueue(
                        owner,
                        queue.id(),
                        others.stream()
                                .map(ticket -> new EnqueueItem(ref(ticket), null, null, null, false, false))
                                .toList());
        raw("UPDATE queue_items SET status = 'FAILED', finished_at = enqueued_at");
        raw(
                "UPDATE tickets SET archived_at = created_at WHERE id <> ?",
                open.ticket().id().value());
        RetryReport report = services.items().retryFailed(owner, queue.id());
        assertThat(report.retried()).isEqualTo(1);
        assertThat(report.refused())
                .hasSize(QueueItemService.RETRY_MAX - 1)
                .allSatisfy(why -> assertThat(why.reason()).isEqualTo(RetryReport.Reason.ARCHIVED));
        assertThat(services.items().retryFailed(owner, queue.id()).retried()).isZero();
    }

    /** Q17 */
    @Test
    void retryingAGroupRetriesItsFailedMembers() {
        var queue = shortQueue("q");
        var ticket = ticket("One", "a", "b");
        var items = enqueueGroup(queue, ticket, false);
        complete(view(claim(queue).item().id()));
        claim(queue);
        failForGood(queue, items.get(2));
        assertThat(state(items.getFirst())).isEqualTo(ItemState.FAILED);
        services.items().retry(owner, items.getFirst().item().id());
        assertThat(state(items.get(1))).isEqualTo(ItemState.COMPLETED);
        complete(view(claim(queue).item().id()));
        assertThat(state(items.getFirst())).isEqualTo(ItemState.COMPLETED);
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.COMPLETED);
    }

    /** Q17 */
    @Test
    void retryingAMemberReopensTheGroupThatFailedBecauseOfIt() {
        var queue = shortQueue("q");
        var ticket = ticket("One", "a");
        var items = enqueueGroup(queue, ticket, false);
        claim(queue);
        failForGood(queue, items.get(1));
        services.items().retry(owner, items.get(1).item().id());
        assertThat(state(items.getFirst())).isEqualTo(ItemState.BLOCKED);
        complete(view(claim(queue).item().id()));
        assertThat(state(items.getFirst())).isEqualTo(ItemState.COMPLETED);
    }

    /** Q17: a group of which nothing can go on does not go on either. */
    @Test
    void aGroupWithoutATaskThatCanBeRetriedIsRefused() {
        var queue = shortQueue("q");
        var ticket = ticket("One", "a", "b");
        var items = enqueueGroup(queue, ticket, false);
        services.items().cancel(owner, items.get(2).item().id());
        claim(queue);
        failForGood(queue, items.get(1));
        services.tasks().update(owner, taskOf(items.get(1)), task -> task.withStatus(TaskStatus.CANCELLED));
        assertRefused(
                ErrorCode.NOT_ENQUEUEABLE,
                () -> services.items().retry(owner, items.getFirst().item().id()));
        assertThat(services.items().retryFailed(owner, queue.id()).refused())
                .extracting(RetryReport.Refused::reason)
                .containsExactlyInAnyOrder(RetryReport.Reason.FINISHED, RetryReport.Reason.GROUP);
        assertThat(state(items.getFirst())).isEqualTo(ItemState.FAILED);
    }

    /** Q16, Q17: a group that was taken away stays away; its task goes on alone. */
    @Test
    void aMemberOfAGroupThatWasCancelledIsRetriedAlone() {
        var queue = shortQueue("q");
        var ticket = ticket("One", "a", "b");
        var items = enqueueGroup(queue, ticket, false);
        claim(queue);
        failForGood(queue, items.get(1));
        services.items().cancel(owner, items.getFirst().item().id());
        services.items().retry(owner, items.get(1).item().id());
        assertThat(state(items.getFirst())).isEqualTo(ItemState.CANCELLED);
        assertThat(view(items.get(1).item().id()).item().groupId()).isNull();
        complete(view(claim(queue).item().id()));
    }

    /** Q17: an item that stalled too often can be retried, claimed and completed. */
    @Test
    void whatWasPutAsideByStallsGoesOnAfterARetry() {
        var queue = shortQueue("q");
        var ticket = ticket("One");
        ItemView item = enqueue(queue, ticket);
        Claim late = claim(queue).claim();
        stallForGood(queue);
        assertThat(state(item)).isEqualTo(ItemState.FAILED);
        services.items().retry(owner, item.item().id());
        assertThat(view(item.item().id()).item().stalls()).isZero();
        assertLost("taken_over", () -> services.claims().heartbeat(owner, late.id(), ClaimUpdate.of(1)));
        complete(view(claim(queue).item().id()));
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.COMPLETED);
    }
}
