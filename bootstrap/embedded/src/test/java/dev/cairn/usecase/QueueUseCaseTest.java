package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.NothingReason;
import dev.cairn.domain.queue.Progress;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueUseCaseTest extends UseCaseTest {
    /** Q1 */
    @Test
    void aSubjectHasOneLiveItemOverAllQueues() {
        var ticket = ticket("One");
        var item = enqueue(queue("a"), ticket);
        var other = queue("b");
        assertThatThrownBy(() -> enqueue(other, ticket)).isInstanceOfSatisfying(Conflict.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.ALREADY_QUEUED);
            assertThat(e.details()).containsEntry("itemId", item.item().id().toString());
        });
        var asked = new EnqueueItem(ref(ticket), null, null, null, false, true);
        assertThat(services.items()
                        .enqueue(owner, other.id(), List.of(asked))
                        .getFirst()
                        .item()
                        .id())
                .isEqualTo(item.item().id());
        services.items().cancel(owner, item.item().id());
        enqueue(other, ticket);
    }

    /** Q1 */
    @Test
    void onlyOpenWorkAndWorkInProgressCanBeEnqueued() {
        var queue = queue("q");
        var closed = move(ticket("closed"), TicketStatus.CLOSED);
        assertRefused(ErrorCode.NOT_ENQUEUEABLE, () -> enqueue(queue, closed));
        var ticket = ticket("One", "a");
        services.tasks().update(owner, ticket.tasks().getFirst().id(), task -> task.withStatus(TaskStatus.CANCELLED));
        assertRefused(
                ErrorCode.NOT_ENQUEUEABLE,
                () -> enqueueTask(queue, ticket.tasks().getFirst()));
        enqueue(queue, move(ticket("started"), TicketStatus.IN_PROGRESS));
    }

    /** Q11 */
    @Test
    void claimsGoByPriorityThenPositionThenAge() {
        var queue = queue("q");
        var normal = enqueue(queue, ticket("normal"));
        var urgent = enqueueAs(queue, ticket("urgent"), Priority.URGENT, null);
        var second = enqueue(queue, ticket("second"));
        services.items()
                .reorder(
                        owner,
                        queue.id(),
                        List.of(
                                second.item().id(),
                                urgent.item().id(),
                                normal.item().id()));
        assertThat(claim(queue).item().id()).isEqualTo(urgent.item().id());
        assertThat(claim(queue).item().id()).isEqualTo(second.item().id());
        assertThat(claim(queue).item().id()).isEqualTo(normal.item().id());
    }

    /** Q4 */
    @Test
    void aClaimCarriesEverythingNeededToStart() {
        var queue = queue("q");
        var ticket = ticket("One", "a", "b");
        services.comments().add(owner, ref(ticket), new CommentText("before"));
        enqueue(queue, ticket);
        Claimed first = (Claimed) services.claims().claim(owner, queue.id(), new ClaimRequest("claude", 60));
        assertThat(first.claim().label()).isEqualTo("claude");
        assertThat(first.claim().fencingToken()).isEqualTo(1);
        assertThat(first.leaseUntil()).isEqualTo(clock.instant().plusSeconds(60));
        assertThat(first.ticket().tasks()).hasSize(2);
        assertThat(first.ticket().ticket().status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(first.comments()).hasSize(1);
        assertThat(first.previous()).isNull();
        assertThat(services.claims().get(owner, first.claim().id())).isEqualTo(first);
        clock.advance(Duration.ofSeconds(5));
        services.comments().add(owner, ref(ticket), new CommentText("since"));
        services.claims()
                .release(
                        owner,
                        first.claim().id(),
                        new ClaimUpdate(1, "half done", new Progress(50, "tests"), null, null, null, false));
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.OPEN);
        Claimed over = services.claims().get(owner, first.claim().id());
        assertThat(over.leaseUntil()).isNull();
        assertThat(over.state()).isEqualTo(ItemState.READY);
        assertThat(over.claim().outcome()).isEqualTo(ClaimOutcome.RELEASED);
        Claimed again = claim(queue);
        assertThat(again.claim().fencingToken()).isEqualTo(2);
        assertThat(again.comments()).extracting(c -> c.content()).containsExactly("since");
        assertThat(again.previous()).isEqualTo(new ClaimResult.Previous("half done", null, new Progress(50, "tests")));
    }

    /** Q3 */
    @Test
    void anEmptyAnswerSaysWhy() {
        var queue = queue(QueueContent.named("q").withMaxParallel(1));
        assertThat(why(queue)).isEqualTo(NothingReason.EMPTY);
        var waiting = ticket("waiting");
        var blocker = ticket("blocker");
        services.links().put(owner, ref(blocker), LinkKind.BLOCKS, ref(waiting));
        var blocked = enqueue(queue, waiting);
        assertThat(nothing(queue).nothing().blockedItemId())
                .isEqualTo(blocked.item().id());
        assertThat(why(queue)).isEqualTo(NothingReason.ALL_BLOCKED);
        services.items().cancel(owner, blocked.item().id());
        Instant later = clock.instant().plusSeconds(60);
        enqueueAs(queue, ticket("later"), null, later);
        assertThat(why(queue)).isEqualTo(NothingReason.SCHEDULED);
        assertThat(nothing(queue).nothing().runAt()).isEqualTo(later);
        enqueue(queue, ticket("now"));
        claim(queue);
        assertThat(why(queue)).isEqualTo(NothingReason.AT_LIMIT);
        services.queues().pause(owner, queue.id(), Expected.ANY);
        assertThat(why(queue)).isEqualTo(NothingReason.PAUSED);
        services.queues().resume(owner, queue.id(), Expected.ANY);
        assertThat(why(queue)).isEqualTo(NothingReason.AT_LIMIT);
    }

    @Test
    void aBlockedTicketIsNotHandedOutUntilItsBlockerIsFinished() {
        var queue = queue("q");
        var waiting = ticket("waiting", "task");
        var blocker = move(ticket("blocker"), TicketStatus.IN_PROGRESS);
        services.links().put(owner, ref(blocker), LinkKind.BLOCKS, ref(waiting));
        enqueueTask(queue, waiting.tasks().getFirst());
        assertThat(why(queue)).isEqualTo(NothingReason.ALL_BLOCKED);
        move(blocker, TicketStatus.COMPLETED);
        assertThat(claim(queue).task()).isNotNull();
    }

    @Test
    void aTicketThatAPersonSetBlockedIsNotHandedOut() {
        var queue = queue("q");
        var ticket = ticket("One");
        enqueue(queue, ticket);
        move(ticket, TicketStatus.BLOCKED);
        assertThat(why(queue)).isEqualTo(NothingReason.ALL_BLOCKED);
        assertThat(items(queue).getFirst().state()).isEqualTo(ItemState.BLOCKED);
        move(ticket, TicketStatus.OPEN);
        claim(queue);
    }

    /** Q10 */
    @Test
    void aTaskWaitsForTheTasksItDependsOn() {
        var queue = queue("q");
        var ticket = ticket("One", "a", "b");
        Task a = ticket.tasks().get(0);
        Task b = ticket.tasks().get(1);
        services.tasks().update(owner, b.id(), task -> task.edit(content -> content.withDependsOn(List.of(a.id()))));
        enqueueTask(queue, b);
        assertThat(why(queue)).isEqualTo(NothingReason.ALL_BLOCKED);
        services.tasks().update(owner, a.id(), task -> task.withStatus(TaskStatus.COMPLETED));
        assertThat(claim(queue).task())
                .extracting(t -> t == null ? null : t.id())
                .isEqualTo(b.id());
    }

    /** Q6 */
    @Test
    void completeFinishesItemTicketAndClaimTogetherAndAnswersTheSameAgain() {
        var queue = queue("q");
        var ticket = ticket("One");
        enqueue(queue, ticket);
        Claim held = claim(queue).claim();
        var update = new ClaimUpdate(1, "done", null, new Json("{\"pr\":7}"), null, null, false);
        Claim first = services.claims().complete(owner, held.id(), update);
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.COMPLETED);
        QueueItem item = items(queue).getFirst().item();
        assertThat(item.status()).isEqualTo(ItemStatus.COMPLETED);
        assertThat(item.result()).isEqualTo(new Json("{\"pr\":7}"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(services.claims().complete(owner, held.id(), update)).isEqualTo(first);
        assertLost("ended", () -> services.claims().fail(owner, held.id(), update));
        assertLost("ended", () -> services.claims().heartbeat(owner, held.id(), update));
    }

    @Test
    void completingATicketWithOpenTasksIsAConflictAndTheHolderStillHolds() {
        var queue = queue("q");
        var ticket = ticket("One", "a");
        enqueue(queue, ticket);
        Claim held = claim(queue).claim();
        assertRefused(ErrorCode.TASKS_OPEN, () -> services.claims().complete(owner, held.id(), ClaimUpdate.of(1)));
        services.claims().heartbeat(owner, held.id(), ClaimUpdate.of(1));
        services.claims().complete(owner, held.id(), new ClaimUpdate(1, null, null, null, null, null, true));
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.COMPLETED);
    }

    /** Q7 */
    @Test
    void failuresComeBackWithADelayAndEndAsDeadLetters() {
        var queue = queue("q");
        var ticket = ticket("One");
        enqueue(queue, ticket);
        for (int attempt = 1; attempt <= 3; attempt++) {
            Claim held = claim(queue).claim();
            var update = ClaimUpdate.of(held.fencingToken()).withError("boom " + attempt);
            Claim failed = services.claims().fail(owner, held.id(), update);
            assertThat(services.claims().fail(owner, held.id(), update)).isEqualTo(failed);
            assertThat(statusOf(ticket)).isEqualTo(TicketStatus.OPEN);
            clock.advance(Duration.ofMinutes(10));
        }
        QueueItem item = items(queue).getFirst().item();
        assertThat(item.status()).isEqualTo(ItemStatus.FAILED);
        assertThat(item.lastError()).isEqualTo("boom 3");
        assertThat(item.attempts()).isEqualTo(3);
        assertThat(services.queues().get(owner, queue.id())).isNotNull();
        assertThat(services.items().retryFailed(owner, queue.id()).retried()).isEqualTo(1);
        assertThat(items(queue).getFirst().item().attempts()).isZero();
        assertThat(claim(queue).previous()).isEqualTo(new ClaimResult.Previous(null, "boom 3", null));
    }

    /** Q8 */
    @Test
    void aReleaseMayNameWhenToComeBack() {
        var queue = queue("q");
        enqueue(queue, ticket("One"));
        Claim held = claim(queue).claim();
        Instant until = clock.instant().plusSeconds(3600);
        Claim released =
                services.claims().release(owner, held.id(), new ClaimUpdate(1, null, null, null, null, until, false));
        assertThat(released.retryAt()).isEqualTo(until);
        assertThat(why(queue)).isEqualTo(NothingReason.SCHEDULED);
        assertThat(items(queue).getFirst().state()).isEqualTo(ItemState.SCHEDULED);
    }

    /** Q5 */
    @Test
    void aLapsedLeaseIsTakenOverAndTheLateHolderIsRefused() {
        var queue = queue(QueueContent.named("q").withLeaseSeconds(5).withMaxParallel(1));
        enqueue(queue, ticket("One"));
        Claim late = claim(queue).claim();
        clock.advance(Duration.ofSeconds(6));
        assertThat(items(queue).getFirst().state()).isEqualTo(ItemState.STALLED);
        Claimed taken = claim(queue);
        assertThat(taken.claim().fencingToken()).isEqualTo(2);
        assertThat(taken.item().stalls()).isEqualTo(1);
        assertLost("taken_over", () -> services.claims().complete(owner, late.id(), ClaimUpdate.of(1)));
        assertLost(
                "taken_over",
                () -> services.claims().heartbeat(owner, taken.claim().id(), ClaimUpdate.of(1)));
        services.claims().complete(owner, taken.claim().id(), ClaimUpdate.of(2));
    }

    @Test
    void aLateHolderThatWasNotReplacedIsStillTheHolder() {
        var queue = queue(QueueContent.named("q").withLeaseSeconds(5));
        enqueue(queue, ticket("One"));
        Claim late = claim(queue).claim();
        clock.advance(Duration.ofSeconds(60));
        assertThat(services.claims()
                        .heartbeat(owner, late.id(), ClaimUpdate.of(1))
                        .leaseUntil())
                .isEqualTo(clock.instant().plusSeconds(5));
        clock.advance(Duration.ofSeconds(60));
        services.claims().complete(owner, late.id(), ClaimUpdate.of(1));
    }

    @Test
    void aLateHeartbeatDoesNotBreakTheLimit() {
        var queue = queue(QueueContent.named("q").withLeaseSeconds(5).withMaxParallel(1));
        var first = enqueueAs(queue, ticket("One"), Priority.LOW, null);
        Claim late = claim(queue).claim();
        assertThat(late.itemId()).isEqualTo(first.item().id());
        clock.advance(Duration.ofSeconds(6));
        enqueueAs(queue, ticket("Two"), Priority.URGENT, null);
        claim(queue);
        assertRefused(ErrorCode.AT_LIMIT, () -> services.claims().heartbeat(owner, late.id(), ClaimUpdate.of(1)));
        services.claims().complete(owner, late.id(), ClaimUpdate.of(1));
    }

    /** Q9 */
    @Test
    void theSweeperPutsLapsedItemsBackAndPoisonousOnesAside() {
        var queue = queue(QueueContent.named("q").withLeaseSeconds(5));
        var ticket = ticket("One");
        enqueue(queue, ticket);
        for (int stall = 1; stall <= 3; stall++) {
            claim(queue);
            clock.advance(Duration.ofSeconds(6));
            assertThat(services.sweeper().sweep(owner)).isEqualTo(1);
            assertThat(statusOf(ticket)).isEqualTo(TicketStatus.OPEN);
        }
        assertThat(items(queue).getFirst().item().status()).isEqualTo(ItemStatus.FAILED);
        assertThat(services.sweeper().sweep(owner)).isZero();
    }

    /** Q6 */
    @Test
    void whatAPersonFinishesOrTakesAwayLeavesTheQueue() {
        var queue = queue("q");
        assertEnds(queue, ItemStatus.COMPLETED, "finished", t -> move(t, TicketStatus.COMPLETED));
        assertEnds(queue, ItemStatus.CANCELLED, "cancelled", t -> move(t, TicketStatus.CLOSED));
        assertEnds(
                queue,
                ItemStatus.CANCELLED,
                "cancelled",
                t -> services.tickets().archive(owner, ref(t), Expected.ANY));
        assertEnds(
                queue,
                ItemStatus.CANCELLED,
                "cancelled",
                t -> services.tickets().delete(owner, ref(t), Expected.ANY));
    }

    /** Q10 */
    @Test
    void aTicketEnqueuedWithItsTasksHandsThemOutInOrderAndCompletesWithTheLast() {
        var queue = queue("q");
        var ticket = ticket("One", "a", "b");
        var items = services.items()
                .enqueue(owner, queue.id(), List.of(new EnqueueItem(ref(ticket), null, null, null, true, false)));
        assertThat(items).hasSize(3);
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Claimed claimed = claim(queue);
            order.add(
                    claimed.task() == null
                            ? "the ticket"
                            : claimed.task().content().content());
            services.claims().complete(owner, claimed.claim().id(), ClaimUpdate.of(1));
        }
        assertThat(order).containsExactly("a", "b");
        assertThat(why(queue)).isEqualTo(NothingReason.EMPTY);
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.COMPLETED);
        assertThat(items(queue)).extracting(ItemView::state).containsOnly(ItemState.COMPLETED);
    }

    /** Q11 */
    @Test
    void reorderTakesTheCompleteListOfReadyItems() {
        var queue = queue("q");
        List<Id<QueueItem>> ids = new ArrayList<>();
        for (String title : List.of("a", "b", "c")) {
            ids.add(enqueue(queue, ticket(title)).item().id());
        }
        assertRefused(ErrorCode.ORDER_INCOMPLETE, () -> services.items().reorder(owner, queue.id(), ids.subList(0, 2)));
        Collections.reverse(ids);
        services.items().reorder(owner, queue.id(), ids);
        assertThat(claim(queue).item().id()).isEqualTo(ids.getFirst());
    }

    /** Q12 */
    @Test
    void deletingAQueueCancelsItsItemsAndLeavesTheSubjects() {
        var queue = queue("q");
        var held = ticket("held");
        var waiting = ticket("waiting");
        enqueue(queue, held);
        Claim claim = claim(queue).claim();
        enqueue(queue, waiting);
        services.queues().delete(owner, queue.id(), Expected.ANY);
        assertThat(statusOf(held)).isEqualTo(TicketStatus.OPEN);
        assertThat(statusOf(waiting)).isEqualTo(TicketStatus.OPEN);
        assertLost("cancelled", () -> services.claims().complete(owner, claim.id(), ClaimUpdate.of(1)));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.queues().get(owner, queue.id()));
        enqueue(queue("Q"), waiting);
    }

    /** Q11 */
    @Test
    void aPausedQueueLetsHoldersFinish() {
        var queue = queue("q");
        enqueue(queue, ticket("One"));
        Claim held = claim(queue).claim();
        services.queues().pause(owner, queue.id(), Expected.ANY);
        services.claims().complete(owner, held.id(), ClaimUpdate.of(1));
    }

    /** Q13 */
    @Test
    void statisticsCountHoldersAndTimes() {
        var queue = queue("q");
        enqueue(queue, ticket("done"));
        clock.advance(Duration.ofSeconds(10));
        Claim done = claim(queue).claim();
        clock.advance(Duration.ofSeconds(20));
        services.claims().complete(owner, done.id(), ClaimUpdate.of(1));
        enqueue(queue, ticket("held"));
        claim(queue);
        enqueue(queue, ticket("ready"));
        clock.advance(Duration.ofSeconds(30));
        var stats = services.queues().stats(owner, queue.id());
        assertThat(stats.counts())
                .containsEntry(ItemState.COMPLETED, 1L)
                .containsEntry(ItemState.CLAIMED, 1L)
                .containsEntry(ItemState.READY, 1L)
                .containsEntry(ItemState.FAILED, 0L)
                .hasSize(ItemState.values().length);
        assertThat(stats.holders()).extracting(h -> h.label()).containsExactly("owner");
        assertThat(stats.oldestReadyAgeMillis()).isEqualTo(30_000);
        assertThat(stats.meanWaitMillis()).isEqualTo(10_000);
        assertThat(stats.meanWorkMillis()).isEqualTo(20_000);
    }

    /** Q5 */
    @Test
    void unknownClaimsItemsAndQueuesAreNotFound() {
        assertRefused(ErrorCode.NOT_FOUND, () -> services.claims().claim(owner, new Id<>(1), ClaimRequest.DEFAULT));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.claims().complete(owner, new Id<>(1), ClaimUpdate.of(1)));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.items().cancel(owner, new Id<>(1)));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.queues().stats(owner, new Id<>(1)));
    }

    private interface ByPerson {
        void apply(TicketWithTasks ticket);
    }

    private void assertEnds(Queue queue, ItemStatus status, String reason, ByPerson what) {
        var ticket = ticket("One");
        ItemView item = enqueue(queue, ticket);
        Claim held = claim(queue).claim();
        what.apply(ticket);
        assertThat(items(queue))
                .filteredOn(view -> view.item().id().equals(item.item().id()))
                .extracting(view -> view.item().status())
                .containsExactly(status);
        assertLost(reason, () -> services.claims().complete(owner, held.id(), ClaimUpdate.of(1)));
    }

    private static void assertLost(String reason, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Conflict.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.LEASE_LOST);
            assertThat(e.details()).containsEntry("reason", reason);
        });
    }

    private List<ItemView> items(Queue queue) {
        return services.items()
                .list(owner, queue.id(), List.of(), PageRequest.first(QueueItemRepository.CLAIM_ORDER))
                .items();
    }

    private ItemView enqueueAs(
            Queue queue, TicketWithTasks ticket, @Nullable Priority priority, @Nullable Instant runAt) {
        return services.items()
                .enqueue(owner, queue.id(), List.of(new EnqueueItem(ref(ticket), null, priority, runAt, false, false)))
                .getFirst();
    }

    private void enqueueTask(Queue queue, Task task) {
        services.items().enqueue(owner, queue.id(), List.of(EnqueueItem.task(task.id())));
    }

    private NothingToClaim nothing(Queue queue) {
        return (NothingToClaim) services.claims().claim(owner, queue.id(), ClaimRequest.DEFAULT);
    }

    private NothingReason why(Queue queue) {
        return nothing(queue).nothing().reason();
    }
}
