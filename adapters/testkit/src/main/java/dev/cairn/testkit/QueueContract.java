package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.port.QueueLocks;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimAttempt;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.domain.queue.ItemFilter;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.NothingReason;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueDepth;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.queue.QueueRepository;
import dev.cairn.domain.queue.QueueStats;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskRepository;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is handed out, what is refused and why (Q1–Q4, Q9, Q10, Q13). */
public abstract class QueueContract extends StoreContract {
    private static final QueueContent WIDE =
            QueueContent.named("Work").withMaxParallel(10).withLeaseSeconds(60);

    @Test
    void aClaimTakesTheFirstReadyItem() {
        Project project = project();
        Queue queue = queue(project, WIDE);
        QueueItem item = item(queue, ticket(project, "Work"));
        QueueItem claimed = claim(queue, NOW).orElseThrow();
        assertThat(claimed.id()).isEqualTo(item.id());
        assertThat(claimed.status()).isEqualTo(ItemStatus.CLAIMED);
        assertThat(claimed.fencingToken()).isEqualTo(1);
        assertThat(claimed.leaseUntil()).isEqualTo(NOW.plusSeconds(60));
        assertThat(port(QueueItemRepository.class).require(item.id())).isEqualTo(claimed);
        assertThat(port(QueueItemRepository.class).countLiveLeases(queue.id(), NOW))
                .isEqualTo(1);
        assertThat(why(queue, NOW)).isEqualTo(NothingReason.EMPTY);
    }

    @Test
    void itemsGoOutByPriorityThenPositionThenAge() {
        Project project = project();
        Queue queue = queue(project, WIDE);
        QueueItem old = item(queue, ticket(project, "Old"));
        QueueItem placed = item(queue, ticket(project, "Placed"));
        QueueItem urgent = item(queue, ticket(project, "Urgent"));
        change(() -> port(QueueItemRepository.class)
                .updateAll(List.of(placed.place(Priority.NORMAL, 1, NOW), urgent.place(Priority.URGENT, 9, NOW))));
        assertThat(List.of(claimId(queue), claimId(queue), claimId(queue)))
                .containsExactly(urgent.id(), placed.id(), old.id());
    }

    @Test
    void aPausedQueueHandsOutNothing() {
        Project project = project();
        Queue queue = queue(project, WIDE);
        item(queue, ticket(project, "Work"));
        change(() -> port(QueueRepository.class).update(queue.pause(NOW)));
        refused(queue, NothingReason.PAUSED);
    }

    @Test
    void anArchivedProjectHandsOutNothing() {
        Project project = project();
        Queue queue = queue(project, WIDE);
        item(queue, ticket(project, "Work"));
        change(() -> port(ProjectRepository.class).update(project.archive(NOW)));
        refused(queue, NothingReason.PAUSED);
    }

    @Test
    void liveLeasesAreLimited() {
        Project project = project();
        Queue queue = queue(project, WIDE.withName("One").withMaxParallel(1));
        item(queue, ticket(project, "First"));
        item(queue, ticket(project, "Second"));
        assertThat(claim(queue, NOW)).isPresent();
        refused(queue, NothingReason.AT_LIMIT);
    }

    @Test
    void whatIsScheduledWaitsForItsTime() {
        Project project = project();
        Queue queue = queue(project, WIDE);
        Instant later = NOW.plusSeconds(30);
        item(queue, new Subject.OfTicket(ticket(project, "Later").id()), later);
        Nothing nothing = port(QueueItemRepository.class).whyNothing(queue.id(), WorkFilter.ANY, NOW);
        assertThat(claim(queue, NOW)).isEmpty();
        assertThat(nothing).isEqualTo(new Nothing(NothingReason.SCHEDULED, later, null));
        assertThat(claim(queue, later)).isPresent();
    }

    @Test
    void aTicketWithAnUnfinishedBlockerIsNotHandedOut() {
        Project project = project();
        Queue queue = queue(project, WIDE);
        Ticket blocker = ticket(project, "Blocker");
        Ticket ticket = ticket(project, "Blocked");
        link(blocker, LinkKind.BLOCKS, ticket);
        QueueItem item = item(queue, ticket);
        refused(queue, NothingReason.ALL_BLOCKED);
        assertThat(port(QueueItemRepository.class)
                        .whyNothing(queue.id(), WorkFilter.ANY, NOW)
                        .blockedItemId())
                .isEqualTo(item.id());
        change(() -> port(TicketRepository.class).update(blocker.enter(TicketStatus.CLOSED, NOW)));
        assertThat(claim(queue, NOW)).isPresent();
    }

    @Test
    void aTicketSetToBlockedIsNotHandedOut() {
        Project project = project();
        Queue queue = queue(project, WIDE);
        Ticket ticket = ticket(project, "Stuck");
        Task task = task(ticket, 0, TaskContent.of("step"));
        item(queue, new Subject.OfTask(task.id()), NOW);
        change(() -> port(TicketRepository.class).update(ticket.moveTo(TicketStatus.BLOCKED, NOW)));
        refused(queue, NothingReason.ALL_BLOCKED);
    }

    @Test
    void aTaskWaitsForThoseItDependsOn() {
        Project project = project();
        Queue queue = queue(project, WIDE);
        Ticket ticket = ticket(project, "Steps");
        Task first = task(ticket, 0, TaskContent.of("first"));
        Task second = task(ticket, 1, new TaskContent("second", null, null, null, List.of(), List.of(first.id())));
        item(queue, new Subject.OfTask(second.id()), NOW);
        refused(queue, NothingReason.ALL_BLOCKED);
        change(() -> port(TaskRepository.class).update(first.moveTo(TaskStatus.CANCELLED, NOW)));
        assertThat(claim(queue, NOW)).isPresent();
    }

    @Test
    void theHeadOfAGroupIsNeverHandedOut() {
        Project project = project();
        Queue queue = queue(project, WIDE);
        Ticket ticket = ticket(project, "Group");
        Task task = task(ticket, 0, TaskContent.of("step"));
        QueueItem head = item(queue, ticket);
        QueueItem step = QueueItem.enqueue(
                id(), queue.id(), new Subject.OfTask(task.id()), head.id(), Priority.LOW, 0, NOW, NOW);
        change(() -> port(QueueItemRepository.class).insertAll(List.of(step)));
        assertThat(claimId(queue)).isEqualTo(step.id());
        refused(queue, NothingReason.EMPTY);
        assertThat(port(QueueItemRepository.class).findLiveGroup(head.id())).hasSize(1);
    }

    @Test
    void aLapsedLeaseIsTakenOverUntilTheLastStall() {
        Project project = project();
        Queue queue = queue(project, WIDE.withName("Stalls").withMaxParallel(1).withMaxStalls(2));
        QueueItem item = item(queue, ticket(project, "Poison"));
        assertThat(claim(queue, NOW)).isPresent();
        Instant over = NOW.plusSeconds(60);
        assertThat(port(QueueItemRepository.class).findLapsed(over.minusMillis(1), 1_000))
                .extracting(QueueItem::id)
                .doesNotContain(item.id());
        assertThat(port(QueueItemRepository.class).findLapsed(over, 1_000))
                .extracting(QueueItem::id)
                .contains(item.id());
        QueueItem again = claim(queue, over).orElseThrow();
        assertThat(again.fencingToken()).isEqualTo(2);
        assertThat(again.stalls()).isEqualTo(1);
        assertThat(claim(queue, over.plusSeconds(60))).isEmpty();
    }

    @Test
    void aSubjectHasAtMostOneLiveItem() {
        Project project = project();
        Queue queue = queue(project, WIDE);
        Queue other = queue(project, QueueContent.named("Other"));
        Ticket ticket = ticket(project, "Once");
        QueueItem item = item(queue, ticket);
        assertThatThrownBy(() -> item(other, ticket))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ALREADY_QUEUED));
        assertThat(port(QueueItemRepository.class).findLive(List.of(new Subject.OfTicket(ticket.id()))))
                .containsExactly(item);
        assertThat(port(QueueItemRepository.class).findLiveByTicket(ticket.id()))
                .containsExactly(item);
        change(() -> port(QueueItemRepository.class).update(item.cancel(NOW)));
        QueueItem later = item(other, ticket);
        assertThat(later.queueId()).isEqualTo(other.id());
        assertThat(port(QueueItemRepository.class).findOn(queue.id(), new Subject.OfTicket(ticket.id())))
                .containsExactly(item.cancel(NOW));
        assertThat(port(QueueItemRepository.class).findOn(other.id(), new Subject.OfTicket(ticket.id())))
                .containsExactly(later);
    }

    @Test
    void statesAreDerivedFromDataAndClock() {
        Project project = project();
        Queue queue = queue(project, WIDE);
        QueueItem held = item(queue, ticket(project, "Held"));
        claim(queue, NOW);
        Ticket blocked = ticket(project, "Blocked");
        link(ticket(project, "Blocker"), LinkKind.BLOCKS, blocked);
        item(queue, blocked);
        item(queue, new Subject.OfTicket(ticket(project, "Later").id()), NOW.plusSeconds(600));
        item(queue, ticket(project, "Ready"));
        assertThat(states(queue, NOW))
                .containsExactlyInAnyOrder(ItemState.CLAIMED, ItemState.BLOCKED, ItemState.SCHEDULED, ItemState.READY);
        assertThat(port(QueueItemRepository.class).view(List.of(held.id()), NOW.plusSeconds(60)))
                .extracting(ItemView::state)
                .containsExactly(ItemState.STALLED);
    }

    @Test
    void statisticsCountStatesHoldersAndTimes() {
        Project project = project();
        Queue queue = queue(project, WIDE);
        assertThat(port(QueueRepository.class).stats(queue.id(), NOW).counts().values())
                .containsOnly(0L);
        item(queue, ticket(project, "First"));
        item(queue, ticket(project, "Second"));
        QueueItem done = claimed(queue, NOW.plusSeconds(2), NOW.plusSeconds(6));
        claimed(queue, NOW.plusSeconds(4), null);
        item(queue, ticket(project, "Third"));
        QueueStats stats = port(QueueRepository.class).stats(queue.id(), NOW.plusSeconds(10));
        assertThat(stats.counts()).containsEntry(ItemState.COMPLETED, 1L).containsEntry(ItemState.CLAIMED, 1L);
        assertThat(stats.counts()).containsEntry(ItemState.READY, 1L).containsEntry(ItemState.STALLED, 0L);
        assertThat(stats.oldestReadyAgeMillis()).isEqualTo(10_000);
        assertThat(stats.meanWaitMillis()).isEqualTo(2_000);
        assertThat(stats.meanWorkMillis()).isEqualTo(4_000);
        assertThat(stats.holders())
                .hasSize(1)
                .allMatch(holder -> !holder.itemId().equals(done.id()));
    }

    @Test
    void allQueuesAreCountedTogetherByState() {
        Project project = project();
        Queue queue = queue(project, WIDE);
        Queue other = queue(project, QueueContent.named("Another"));
        Instant now = NOW.plusSeconds(100);
        QueueDepth before = port(QueueRepository.class).depth(now);
        item(queue, ticket(project, "Completed"));
        claimed(queue, NOW, NOW.plusSeconds(1));
        item(queue, ticket(project, "Stalled"));
        claimed(queue, NOW, null);
        item(queue, ticket(project, "Held"));
        claimed(queue, NOW.plusSeconds(50), null);
        item(other, ticket(project, "Ready"));
        item(other, new Subject.OfTicket(ticket(project, "Later").id()), NOW.plusSeconds(600));
        QueueDepth after = port(QueueRepository.class).depth(now);
        assertThat(QueueDepth.STATES)
                .extracting(state -> after.of(state) - before.of(state))
                .containsExactly(1L, 1L, 0L, 1L, 1L, 0L);
        assertThat(after.oldestReadyAgeMillis()).isGreaterThanOrEqualTo(100_000);
        change(() -> port(QueueRepository.class).update(other.delete(new Deletion(id(), NOW))));
        assertThat(port(QueueRepository.class).depth(now).of(ItemState.SCHEDULED))
                .isEqualTo(before.of(ItemState.SCHEDULED));
    }

    private QueueItem claimed(Queue queue, Instant at, @Nullable Instant ended) {
        return write(() -> {
            QueueItem item = port(QueueItemRepository.class)
                    .claimNext(new ClaimAttempt(queue.id(), id(), at, at.plusSeconds(60)))
                    .orElseThrow();
            Claim claim = Claim.begin(java.util.Objects.requireNonNull(item.claimId()), item, null, "agent", 60, at);
            port(ClaimRepository.class).insert(claim);
            if (ended != null) {
                QueueItem done = item.complete(ended, null, null);
                port(QueueItemRepository.class).update(done);
                port(ClaimRepository.class).update(claim.end(ended, ClaimOutcome.COMPLETED, done, null, null));
            }
            assertThat(port(ClaimRepository.class).findPrevious(item.id(), item.fencingToken() + 1))
                    .isPresent();
            return item;
        });
    }

    private Optional<QueueItem> claim(Queue queue, Instant now) {
        return write(() -> {
            port(QueueLocks.class).queue(queue.id());
            return port(QueueItemRepository.class)
                    .claimNext(new ClaimAttempt(queue.id(), id(), now, now.plusSeconds(60)));
        });
    }

    private Object claimId(Queue queue) {
        return claim(queue, NOW).orElseThrow().id();
    }

    private NothingReason why(Queue queue, Instant now) {
        return port(QueueItemRepository.class)
                .whyNothing(queue.id(), WorkFilter.ANY, now)
                .reason();
    }

    private void refused(Queue queue, NothingReason reason) {
        assertThat(claim(queue, NOW)).isEmpty();
        assertThat(why(queue, NOW)).isEqualTo(reason);
    }

    private List<ItemState> states(Queue queue, Instant now) {
        return port(QueueItemRepository.class)
                .page(new ItemFilter(queue.id(), List.of()), PageRequest.first(QueueItemRepository.CLAIM_ORDER), now)
                .items()
                .stream()
                .map(ItemView::state)
                .toList();
    }
}
