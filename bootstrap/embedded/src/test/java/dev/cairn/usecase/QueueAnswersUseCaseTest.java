package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.domain.access.Right;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimFilter;
import dev.cairn.domain.queue.ClaimView;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.queue.SubjectName;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.ticket.WaitsFor;
import dev.cairn.domain.user.UserFilter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items follow their tickets, what is restored is consistent, and reasons are enough to act on (Q21, Q23, Q25). */
class QueueAnswersUseCaseTest extends QueueTest {
    /** Q21 */
    @Test
    void aTicketThatWasTakenAwayWhileHeldComesBackOpen() {
        var queue = queue("q");
        var deleted = ticket("deleted", "task");
        enqueue(queue, deleted);
        claim(queue);
        services.items()
                .enqueue(
                        owner,
                        queue.id(),
                        List.of(EnqueueItem.task(deleted.tasks().getFirst().id())));
        claim(queue);
        services.tickets().delete(owner, ref(deleted), Expected.ANY);
        services.tickets().restore(owner, ref(deleted), Expected.ANY);
        assertThat(statusOf(deleted)).isEqualTo(TicketStatus.OPEN);
        assertThat(read(deleted).tasks().getFirst().status()).isEqualTo(TaskStatus.PENDING);

        var archived = ticket("archived");
        enqueue(queue, archived);
        claim(queue);
        services.tickets().archive(owner, ref(archived), Expected.ANY);
        services.tickets().unarchive(owner, ref(archived), Expected.ANY);
        assertThat(statusOf(archived)).isEqualTo(TicketStatus.OPEN);
    }

    /** Q21 */
    @Test
    void aTaskThatWasHeldWhenItsTicketWasClosedIsPendingWhenItReopens() {
        var queue = queue("q");
        var ticket = ticket("One", "a", "b");
        enqueueGroup(queue, ticket, false);
        Id<Task> held = taskOf(view(claim(queue).item().id()));
        move(ticket, TicketStatus.CLOSED);
        TicketWithTasks reopened = move(ticket, TicketStatus.OPEN);
        assertThat(reopened.tasks()).allMatch(task -> task.status() == TaskStatus.PENDING);
        assertThat(services.tasks().get(owner, held).status()).isEqualTo(TaskStatus.PENDING);
        enqueueGroup(queue, ticket, false);
    }

    /** Q21 */
    @Test
    void aProjectThatIsRestoredHoldsNothing() {
        var queue = queue("q");
        var ticket = ticket("held");
        var steps = ticket("steps", "a");
        enqueue(queue, ticket);
        enqueueGroup(queue, steps, false);
        claim(queue);
        claim(queue);
        services.projects().delete(owner, CRN, Expected.ANY);
        services.projects().restore(owner, ProjectRef.of(project.id()), Expected.ANY);
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.OPEN);
        assertThat(read(steps).tasks().getFirst().status()).isEqualTo(TaskStatus.PENDING);
        enqueue(queue, ticket);
        enqueueGroup(queue, steps, false);
    }

    /** Q23 */
    @Test
    void anItemFollowsItsTicketsPriorityAndPlace() {
        var queue = queue("q");
        var low = prioritised("low", Priority.LOW, "a");
        var normal = prioritised("normal", Priority.NORMAL);
        var items = enqueueGroup(queue, low, false);
        ItemView other = enqueue(queue, normal);
        assertThat(items).allMatch(view -> view.item().priority() == Priority.LOW);
        services.tickets().update(owner, ref(low), Expected.ANY, content -> content.withPriority(Priority.URGENT));
        assertThat(items)
                .extracting(view -> view(view.item().id()).item().priority())
                .containsOnly(Priority.URGENT);
        assertThat(view(other.item().id()).item().priority()).isEqualTo(Priority.NORMAL);
        assertThat(claim(queue).item().id()).isEqualTo(items.get(1).item().id());
        services.tickets().update(owner, ref(low), Expected.ANY, content -> content.withPriority(Priority.HIGH));
        assertThat(view(items.get(1).item().id()).item().priority()).isEqualTo(Priority.HIGH);
    }

    /** Q23: what happened to the ticket while the item was put aside counts when it comes back. */
    @Test
    void anItemThatIsRetriedFollowsItsTicketToo() {
        var queue = queue(QueueContent.named("q").withMaxAttempts(1));
        for (boolean own : List.of(false, true)) {
            var ticket = prioritised("failing", Priority.LOW);
            ItemView item = enqueueAs(queue, ticket, own ? Priority.LOW : null);
            Claim claim = claim(queue).claim();
            services.claims().fail(owner, claim.id(), ClaimUpdate.of(claim.fencingToken()));
            services.tickets()
                    .update(
                            owner,
                            ref(ticket),
                            Expected.ANY,
                            content -> content.withPriority(Priority.URGENT).withPosition(7));
            QueueItem back = services.items().retry(owner, item.item().id()).item();
            assertThat(back.priority()).isEqualTo(own ? Priority.LOW : Priority.URGENT);
            assertThat(back.position()).isEqualTo(7);
            services.items().cancel(owner, item.item().id());
        }
    }

    /** Q23 */
    @Test
    void anItemWithAPriorityOfItsOwnKeepsIt() {
        var queue = queue("q");
        var enqueued = prioritised("enqueued", Priority.LOW);
        var edited = prioritised("edited", Priority.LOW);
        ItemView first = enqueueAs(queue, enqueued, Priority.LOW);
        ItemView second = enqueue(queue, edited);
        services.items().update(owner, second.item().id(), place -> place.withPriority(Priority.LOW));
        for (TicketWithTasks ticket : List.of(enqueued, edited)) {
            services.tickets()
                    .update(owner, ref(ticket), Expected.ANY, content -> content.withPriority(Priority.URGENT));
        }
        for (ItemView item : List.of(first, second)) {
            QueueItem now = view(item.item().id()).item();
            assertThat(now.prioritySet()).isTrue();
            assertThat(now.priority()).isEqualTo(Priority.LOW);
        }
    }

    /** Q25 */
    @Test
    void anEmptyAnswerIsEnoughToActOn() {
        var queue = queue(QueueContent.named("q").withMaxParallel(1).withLeaseSeconds(5));
        var blocker = ticket("blocker");
        var blocked = ticket("blocked");
        services.links().put(owner, ref(blocker), LinkKind.BLOCKS, ref(blocked));
        ItemView waiting = enqueue(queue, blocked);
        Nothing allBlocked = nothing(queue);
        assertThat(allBlocked.blockedItemId()).isEqualTo(waiting.item().id());
        assertThat(allBlocked.blockers())
                .extracting(WaitsFor::otherKey)
                .containsExactly(blocker.ticket().key());
        services.items().cancel(owner, waiting.item().id());

        enqueue(queue, ticket("held"));
        Claim held = claim(queue).claim();
        Nothing atLimit = nothing(queue);
        assertThat(atLimit.limit()).isEqualTo(1);
        assertThat(atLimit.holders()).hasSize(1).first().satisfies(holder -> {
            assertThat(holder.claimId()).isEqualTo(held.id());
            assertThat(holder.userId()).isEqualTo(owner.userId());
            assertThat(holder.label()).isEqualTo("owner");
            assertThat(holder.leaseUntil()).isEqualTo(clock.instant().plusSeconds(5));
        });
        services.claims().complete(owner, held.id(), ClaimUpdate.of(1));
        failed(queue, ticket("dead"));
        assertThat(nothing(queue).rest()).isEqualTo(new Nothing.Rest(1, 0, 0));
    }

    /** Q25 */
    @Test
    void whatTheSweeperDoesIsDoneBySystem() {
        var queue = shortQueue("q");
        ItemView item = enqueue(queue, ticket("One"));
        claim(queue);
        sweepAfter(LEASE);
        Activity swept = services.activity()
                .list(
                        owner,
                        CRN,
                        new ActivityFilter(null, null, item.item().id(), List.of("queue_item.ready")),
                        PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items()
                .getFirst();
        assertThat(swept.actorName()).isEqualTo("system");
        assertThat(swept.actorId()).isNull();
    }

    /** Q24 */
    @Test
    void whatAnItemIsAboutIsSaidByName() {
        var queue = queue("q");
        var ticket = ticket("One", "a", "b");
        enqueueGroup(queue, ticket, false);
        claim(queue);
        services.tickets().update(owner, ref(ticket), Expected.ANY, content -> content.withTitle("Two"));
        var id = ticket.ticket().id();
        var key = ticket.ticket().key();
        var itself = new SubjectName(id, key, "Two", null);
        var first = new SubjectName(id, key, "Two", "a");
        var second = new SubjectName(id, key, "Two", "b");
        for (String sort : QueueItemRepository.SORTS) {
            assertThat(services.items()
                            .list(owner, queue.id(), List.of(), PageRequest.first(Sort.by(Sort.asc(sort))))
                            .items())
                    .extracting(ItemView::about)
                    .containsExactlyInAnyOrder(itself, first, second);
        }
        ClaimView held = services.claims()
                .list(
                        owner,
                        CRN,
                        new ClaimFilter(null, null, null, null, null),
                        PageRequest.first(Sort.by(Sort.desc("claimedAt"))))
                .items()
                .getFirst();
        assertThat(held.taskContent()).isEqualTo("a");
        var all = new ActivityFilter(null, null, null, List.of());
        var newest = PageRequest.first(ActivityLog.NEWEST_FIRST);
        List<Activity> listed =
                services.activity().list(owner, CRN, all, newest).items();
        awaitLog();
        assertThat(services.activity().follow(owner, CRN, all, 0, 200).entries())
                .isEqualTo(listed.reversed());
        assertThat(listed)
                .filteredOn(entry -> entry.subjectType().equals("queue_item"))
                .extracting(Activity::about)
                .containsExactlyInAnyOrder(itself, first, second, first);
        assertThat(listed)
                .filteredOn(entry -> entry.subjectType().equals("ticket"))
                .extracting(Activity::about)
                .containsOnly(itself);
        assertThat(listed)
                .filteredOn(entry -> entry.subjectType().equals("task"))
                .extracting(Activity::about)
                .containsOnly(first);
        assertThat(listed)
                .filteredOn(entry -> List.of("queue", "project").contains(entry.subjectType()))
                .extracting(Activity::about)
                .isNotEmpty()
                .containsOnlyNulls();
        services.tickets().delete(owner, ref(ticket), Expected.ANY);
        services.tickets().purge(owner, ref(ticket), Expected.ANY);
        assertThat(services.activity().list(owner, CRN, all, newest).items())
                .extracting(Activity::about)
                .containsOnlyNulls();
    }

    /** Q25 */
    @Test
    void aFreshQueueHasRoomForFour() {
        assertThat(queue(QueueContent.named("q")).content().maxParallel()).isEqualTo(4);
    }

    /** Q25 */
    @Test
    void aCancelledHolderReadsThatTheWorkWasCancelled() {
        var queue = queue("q");
        ItemView item = enqueue(queue, ticket("One"));
        Claim held = claim(queue).claim();
        services.items().cancel(owner, item.item().id());
        assertThatThrownBy(() -> services.claims().heartbeat(owner, held.id(), ClaimUpdate.of(1)))
                .hasMessageContaining("The work was cancelled: stop");
    }

    /** P16: no database is asked for what none can hold. */
    @Test
    void aNameThatNoTextCanBeIsNotFoundAndNoFilter() {
        queue("q");
        for (String name : List.of("\0", "q\0", "\uD800", "x\uDC00y")) {
            assertThatThrownBy(() -> services.queues().named(owner, Right.CLAIM, CRN, name))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> new TicketFilter(
                            null, List.of(), List.of(), List.of(), null, null, name, Archived.NO, null, false))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> new ProjectFilter(List.of(), Archived.NO, name, null))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> new UserFilter(List.of(), null, null, name))
                    .isInstanceOf(Invalid.class);
        }
    }
}
