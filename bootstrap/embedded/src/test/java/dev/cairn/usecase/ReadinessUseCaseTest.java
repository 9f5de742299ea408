package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.ReadyTicket;
import dev.cairn.application.ticket.StatusChange;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.queue.NothingReason;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Readiness follows the tree (Q20). */
class ReadinessUseCaseTest extends QueueTest {

    /** Q20 */
    @Test
    void aBlockerOfAnAncestorBlocksItsDescendants() {
        var first = ticket("first");
        var second = ticket("second");
        var child = child(second, "child");
        var grandchild = child(child, "grandchild");
        blocks(first, second);
        assertThat(ready()).containsExactly("first");
        assertThat(reasons("grandchild"))
                .containsExactly(new ReadyTicket.Reason(
                        ReadyTicket.Code.BLOCKED_BY,
                        first.ticket().key(),
                        second.ticket().key()));
        Queue queue = queue("q");
        enqueue(queue, grandchild);
        assertThat(nothing(queue).reason()).isEqualTo(NothingReason.ALL_BLOCKED);
        assertThat(nothing(queue).blockers())
                .extracting(waits -> waits.otherKey())
                .containsExactly(first.ticket().key());
        move(first, TicketStatus.CLOSED);
        assertThat(ready()).containsExactly("grandchild");
        assertThat(claim(queue).ticket().ticket().id()).isEqualTo(id(grandchild));
    }

    /** Q20 */
    @Test
    void aParentIsNotHandedOutBesideItsOpenChildren() {
        Queue queue = queue("q");
        var parent = ticket("parent", "step");
        var child = child(parent, "child");
        var parentItem = enqueue(queue, parent);
        assertThat(ready()).containsExactly("child");
        assertThat(reasons("parent"))
                .containsExactly(new ReadyTicket.Reason(
                        ReadyTicket.Code.OPEN_CHILD, child.ticket().key(), null));
        assertThat(nothing(queue).reason()).isEqualTo(NothingReason.ALL_BLOCKED);
        for (var finish : List.<Runnable>of(
                () -> move(child, TicketStatus.CLOSED),
                () -> {
                    move(child, TicketStatus.OPEN);
                    services.tickets().archive(owner, ref(child), Expected.ANY);
                },
                () -> {
                    services.tickets().unarchive(owner, ref(child), Expected.ANY);
                    services.tickets().delete(owner, ref(child), Expected.ANY);
                })) {
            finish.run();
            assertThat(ready()).containsExactly("parent");
        }
        assertThat(claim(queue).item().id()).isEqualTo(parentItem.item().id());
    }

    /** Q20: what people linked goes first, whatever the tree says. */
    @Test
    void nobodyWaitsForWhatWaitsForThem() {
        var parent = ticket("parent");
        var child = child(parent, "child");
        blocks(parent, child);
        assertThat(ready()).containsExactly("parent");
        move(parent, TicketStatus.IN_PROGRESS, TicketStatus.COMPLETED);
        assertThat(ready()).containsExactly("child");
        move(child, TicketStatus.CLOSED);

        var whole = ticket("whole");
        var part = child(whole, "part");
        var other = child(whole, "other part");
        blocks(part, whole);
        blocks(other, whole);
        assertThat(ready()).containsExactly("part", "other part");
        move(part, TicketStatus.CLOSED);
        move(other, TicketStatus.CLOSED);
        assertThat(ready()).containsExactly("whole");
        move(whole, TicketStatus.CLOSED);

        var before = ticket("before");
        var after = ticket("after");
        var late = child(before, "late");
        var early = child(after, "early");
        blocks(before, after);
        blocks(early, late);
        assertThat(ready()).containsExactly("early");
        move(early, TicketStatus.CLOSED);
        assertThat(ready()).containsExactly("late");
        move(late, TicketStatus.CLOSED);
        assertThat(ready()).containsExactly("before");
    }

    /** Q20: whatever links and parents are, as long as something is open, something is ready. */
    @Test
    void thereIsNoDeadlockInATreeWithLinks() {
        var top = ticket("top");
        var left = child(top, "left");
        var right = child(top, "right");
        var leftLeaf = child(left, "left leaf");
        var rightLeaf = child(right, "right leaf");
        blocks(left, right);
        blocks(rightLeaf, leftLeaf);
        blocks(top, rightLeaf);
        for (int i = 0; i < 5; i++) {
            List<ReadyTicket> ready = list(false);
            assertThat(ready).isNotEmpty();
            services.tickets()
                    .changeStatus(
                            owner,
                            dev.cairn.domain.ticket.TicketRef.of(
                                    ready.getFirst().ticket().id()),
                            Expected.ANY,
                            TicketStatus.CLOSED,
                            false);
        }
        assertThat(list(true)).isEmpty();
    }

    /** Q20 */
    @Test
    void anArchivedBlockerIsFinished() {
        Queue queue = queue("q");
        var blocker = ticket("blocker");
        var blocked = ticket("blocked");
        blocks(blocker, blocked);
        var item = enqueue(queue, blocked);
        assertThat(nothing(queue).reason()).isEqualTo(NothingReason.ALL_BLOCKED);
        services.tickets().archive(owner, ref(blocker), Expected.ANY);
        assertThat(ready()).containsExactly("blocked");
        assertThat(claim(queue).item().id()).isEqualTo(item.item().id());
        services.tickets().unarchive(owner, ref(blocker), Expected.ANY);
        assertThat(ready()).containsExactly("blocker");
    }

    /** Q20 */
    @Test
    void aTicketIsNotStartedByHandBeforeItsBlockersUnlessTheCallerSaysSo() {
        var blocker = ticket("blocker");
        var epic = ticket("epic");
        var child = child(epic, "child");
        blocks(blocker, epic);
        for (TicketWithTasks blocked : List.of(epic, child)) {
            assertThatThrownBy(() -> move(blocked, TicketStatus.IN_PROGRESS))
                    .isInstanceOfSatisfying(Conflict.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.BLOCKED);
                        assertThat(e.details())
                                .containsEntry(
                                        "blockers",
                                        List.of(blocker.ticket().key().toString()));
                    });
            assertThat(statusOf(blocked)).isEqualTo(TicketStatus.OPEN);
            services.tickets()
                    .changeStatus(
                            owner, ref(blocked), Expected.ANY, new StatusChange(TicketStatus.IN_PROGRESS, false, true));
            assertThat(statusOf(blocked)).isEqualTo(TicketStatus.IN_PROGRESS);
        }
        var parent = ticket("parent");
        child(parent, "part");
        move(parent, TicketStatus.IN_PROGRESS);
    }

    private TicketWithTasks child(TicketWithTasks parent, String title) {
        var child = services.tickets().create(owner, CRN, new CreateTicket(TicketContent.titled(title), List.of()));
        return services.tickets().update(owner, ref(child), Expected.ANY, parent(parent));
    }

    private void blocks(TicketWithTasks blocker, TicketWithTasks blocked) {
        services.links().put(owner, ref(blocker), LinkKind.BLOCKS, ref(blocked));
    }

    private List<ReadyTicket> list(boolean blocked) {
        return services.ready().list(owner, CRN, blocked, 50, null).items();
    }

    private List<String> ready() {
        List<String> ready =
                list(false).stream().map(entry -> entry.ticket().title()).toList();
        assertThat(list(true).stream()
                        .filter(ReadyTicket::ready)
                        .map(entry -> entry.ticket().title()))
                .containsExactlyElementsOf(ready);
        return ready;
    }

    private List<ReadyTicket.Reason> reasons(String title) {
        return list(true).stream()
                .filter(entry -> entry.ticket().title().equals(title))
                .findFirst()
                .orElseThrow()
                .reasons();
    }
}
