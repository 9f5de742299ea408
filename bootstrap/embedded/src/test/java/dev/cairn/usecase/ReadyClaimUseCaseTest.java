package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimSources;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.queue.ReadyClaim;
import dev.cairn.application.queue.WideClaim;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.NothingReason;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Work straight from the ready list, queues that feed themselves, claims over several, and who holds what (Q22, Q24). */
class ReadyClaimUseCaseTest extends QueueTest {
    private static final int THREADS = 8;
    private static final int TICKETS = 100;

    /** Q22 */
    @Test
    void theReadyListIsHandedOutInItsOrderWithoutAnyQueue() {
        var low = prioritised("low", Priority.LOW);
        var urgent = prioritised("urgent", Priority.URGENT);
        var blocked = prioritised("blocked", Priority.URGENT);
        var normal = ticket("normal");
        services.links().put(owner, ref(low), LinkKind.BLOCKS, ref(blocked));
        assertThat(List.of(key(next()), key(next()), key(next()))).containsExactly(key(urgent), key(normal), key(low));
        assertThat(statusOf(urgent)).isEqualTo(TicketStatus.IN_PROGRESS);
        Nothing nothing = nothingReady(ReadyClaim.NEXT);
        assertThat(nothing.reason()).isEqualTo(NothingReason.ALL_BLOCKED);
        assertThat(nothing.blockedTicketId()).isEqualTo(id(blocked));
        assertThat(nothing.blockers()).extracting(waits -> waits.otherId()).containsExactly(id(low));
        assertThat(queues()).extracting(queue -> queue.content().name()).containsExactly(QueueContent.READY_NAME);
    }

    /** Q22: nothing is created for the sake of nothing. */
    @Test
    void anEmptyProjectSaysSoAndHasNoQueueYet() {
        assertThat(nothingReady(ReadyClaim.NEXT).reason()).isEqualTo(NothingReason.EMPTY);
        assertThat(queues()).isEmpty();
    }

    /** Q22: what was given back comes again, in its place among the others. */
    @Test
    void whatComesBackIsHandedOutAmongTheReadyTickets() {
        prioritised("high", Priority.HIGH);
        Claimed held = next();
        prioritised("urgent", Priority.URGENT);
        ticket("normal");
        release(held);
        assertThat(List.of(title(next()), title(next()), title(next()))).containsExactly("urgent", "high", "normal");
        assertThat(nothingReady(ReadyClaim.NEXT).reason()).isEqualTo(NothingReason.EMPTY);
    }

    /** Q22, Q7: work that fails again and again is put aside, and does not come back from the ready list. */
    @Test
    void workThatWasPutAsideIsNotHandedOutUntilItIsRetried() {
        ticket("poison");
        for (int attempt = 1; attempt <= QueueContent.ATTEMPTS_DEFAULT; attempt++) {
            Claimed held = next();
            services.claims()
                    .fail(owner, held.claim().id(), ClaimUpdate.of(held.claim().fencingToken()));
            clock.advance(Duration.ofMinutes(11));
        }
        Nothing nothing = nothingReady(ReadyClaim.NEXT);
        assertThat(nothing.reason()).isEqualTo(NothingReason.EMPTY);
        assertThat(nothing.rest()).isEqualTo(new Nothing.Rest(1, 0, 0));
        services.items().retryFailed(owner, queues().getFirst().id());
        assertThat(title(next())).isEqualTo("poison");
    }

    /** Q22, Q9 */
    @Test
    void aLeaseThatRanOutIsTakenOver() {
        ticket("work");
        Claimed first = next();
        clock.advance(Duration.ofSeconds(QueueContent.LEASE_SECONDS_DEFAULT + 1));
        Claimed second = next();
        assertThat(second.item().id()).isEqualTo(first.item().id());
        assertThat(second.claim().fencingToken()).isEqualTo(2);
    }

    /** Q22: all labels, one of the types, at least the priority. */
    @Test
    void aFilterMeansAllLabelsOneOfTheTypesAndTheLeastPriority() {
        create("plain", TicketType.BUG, Priority.URGENT, "ui");
        create("both", TicketType.BUG, Priority.HIGH, "api", "ui");
        create("task", TicketType.TASK, Priority.URGENT, "api", "ui");
        create("late", TicketType.FEATURE, Priority.LOW, "api", "ui");
        var filter = new WorkFilter(List.of("ui", "api"), List.of(TicketType.BUG, TicketType.FEATURE), Priority.NORMAL);
        Claimed both = next(ReadyClaim.next(filter));
        assertThat(title(both)).isEqualTo("both");
        assertThat(nothingReady(ReadyClaim.next(filter)).reason()).isEqualTo(NothingReason.EMPTY);
        release(both);
        assertThat(title(next(ReadyClaim.next(new WorkFilter(List.of(), List.of(TicketType.TASK), null)))))
                .isEqualTo("task");
        assertThat(title(next(ReadyClaim.next(filter)))).isEqualTo("both");
    }

    /** Q22: a named ticket is handed out, or the conflict says who holds it. */
    @Test
    void aNamedTicketThatIsHeldNamesItsHolder() {
        ticket("other");
        var wanted = ticket("wanted");
        Claimed held = (Claimed) services.readyClaims()
                .claim(owner, CRN, new ReadyClaim(new ClaimRequest("robot", 60), ref(wanted), WorkFilter.ANY));
        assertThat(title(held)).isEqualTo("wanted");
        assertThatThrownBy(() -> next(ReadyClaim.of(ref(wanted)))).isInstanceOfSatisfying(Conflict.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CLAIMED);
            assertThat(e.details())
                    .containsEntry("holder", "robot")
                    .containsEntry("claimId", held.claim().id().toString())
                    .containsEntry("userId", owner.userId().toString())
                    .containsKey("leaseUntil");
        });
    }

    /** Q22 */
    @Test
    void aNamedTicketThatIsNotReadySaysWhy() {
        var blocker = ticket("blocker");
        var blocked = ticket("blocked");
        var done = ticket("done");
        var byHand = ticket("by hand");
        services.links().put(owner, ref(blocker), LinkKind.BLOCKS, ref(blocked));
        move(done, TicketStatus.IN_PROGRESS, TicketStatus.COMPLETED);
        move(byHand, TicketStatus.BLOCKED);
        assertThatThrownBy(() -> next(ReadyClaim.of(ref(blocked)))).isInstanceOfSatisfying(Conflict.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.BLOCKED);
            assertThat(e.details()).containsEntry("blockers", List.of(key(blocker)));
        });
        assertRefused(ErrorCode.BLOCKED, () -> next(ReadyClaim.of(ref(byHand))));
        assertRefused(ErrorCode.NOT_ENQUEUEABLE, () -> next(ReadyClaim.of(ref(done))));
        services.projects().create(owner, CreateProject.of("OTH", "Other"));
        assertRefused(
                ErrorCode.OTHER_PROJECT,
                () -> services.readyClaims().claim(owner, ProjectRef.parse("OTH"), ReadyClaim.of(ref(blocker))));
        assertRefused(
                ErrorCode.INVALID,
                () -> new ReadyClaim(
                        ClaimRequest.DEFAULT, ref(blocker), new WorkFilter(List.of("x"), List.of(), null)));
    }

    /** Q22: what waits on another queue is claimed there when it is named, and only then. */
    @Test
    void aTicketThatWaitsOnAQueueIsClaimedThereWithinItsLimits() {
        var queue = queue(QueueContent.named("narrow").withMaxParallel(1));
        var first = ticket("first");
        var second = ticket("second");
        ItemView item = enqueue(queue, first);
        enqueue(queue, second);
        assertThat(nothingReady(ReadyClaim.NEXT).reason()).isEqualTo(NothingReason.EMPTY);
        services.queues().pause(owner, queue.id(), Expected.ANY);
        assertThat(nothingReady(ReadyClaim.of(ref(first))).reason()).isEqualTo(NothingReason.PAUSED);
        services.queues().resume(owner, queue.id(), Expected.ANY);
        Claimed held = next(ReadyClaim.of(ref(first)));
        assertThat(held.item().id()).isEqualTo(item.item().id());
        assertThat(held.item().queueId()).isEqualTo(queue.id());
        Nothing full = nothingReady(ReadyClaim.of(ref(second)));
        assertThat(full.reason()).isEqualTo(NothingReason.AT_LIMIT);
        assertThat(full.holders()).hasSize(1);
    }

    /** Q22, Q10 */
    @Test
    void aTicketWhoseTasksAreQueuedIsNotHandedOutBesideThem() {
        var queue = queue("q");
        var group = ticket("group", "a", "b");
        var loose = ticket("loose", "a");
        enqueueGroup(queue, group, false);
        services.items()
                .enqueue(
                        owner,
                        queue.id(),
                        List.of(EnqueueItem.task(loose.tasks().getFirst().id())));
        assertThat(nothingReady(ReadyClaim.NEXT).reason()).isEqualTo(NothingReason.EMPTY);
        for (TicketWithTasks ticket : List.of(group, loose)) {
            assertRefused(ErrorCode.ALREADY_QUEUED, () -> next(ReadyClaim.of(ref(ticket))));
        }
        claim(queue);
        assertRefused(ErrorCode.CLAIMED, () -> next(ReadyClaim.of(ref(group))));
    }

    /** Q22, R18, R22 */
    @Test
    void onlyWhoMayClaimGetsWorkAndNotFromAnArchivedProject() {
        ticket("work");
        Caller viewer = member("Vera", Role.VIEWER);
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.readyClaims().claim(viewer, CRN, ReadyClaim.NEXT));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.readyClaims().claim(human("Nora"), CRN, ReadyClaim.NEXT));
        assertThat(services.readyClaims()
                        .claimAny(viewer, ClaimSources.ALL, ClaimRequest.DEFAULT)
                        .reasons())
                .isEmpty();
        services.projects().archive(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> next());
    }

    /** Q22: what becomes ready enters the queue as it is handed out. */
    @Test
    void aQueueThatFeedsItselfHandsOutWhatBecomesReady() {
        var filter = new WorkFilter(List.of("ui"), List.of(), null);
        Queue queue = queue(QueueContent.named("ui").withMaxParallel(2).withFeeds(filter));
        assertThat(queue.content().feeds()).isEqualTo(filter);
        ticket("not meant");
        var ui = create("ui", TicketType.TASK, Priority.HIGH, "ui");
        var later = create("later", TicketType.TASK, Priority.HIGH, "ui");
        services.links().put(owner, ref(ui), LinkKind.BLOCKS, ref(later));
        assertThat(services.queues().stats(owner, queue.id()).feedable()).isEqualTo(1);
        Claimed held = claim(queue);
        assertThat(title(held)).isEqualTo("ui");
        assertThat(services.queues().stats(owner, queue.id()).feedable()).isZero();
        assertThat(nothing(queue).blockedTicketId()).isEqualTo(id(later));
        services.claims()
                .complete(owner, held.claim().id(), ClaimUpdate.of(held.claim().fencingToken()));
        assertThat(title(claim(queue))).isEqualTo("later");
        assertThat(nothing(queue).reason()).isEqualTo(NothingReason.EMPTY);
        services.queues()
                .update(
                        owner,
                        queue.id(),
                        Expected.ANY,
                        content -> content.withName("ui").withFeeds(null));
        create("third", TicketType.TASK, Priority.HIGH, "ui");
        assertThat(nothing(queue).reason()).isEqualTo(NothingReason.EMPTY);
        assertThat(services.queues().stats(owner, queue.id()).feedable()).isNull();
    }

    /** Q22, Q11: its limits hold, and nothing enters a queue that hands out nothing. */
    @Test
    void aQueueThatFeedsItselfKeepsItsLimits() {
        Queue queue = queue(QueueContent.named("all").withMaxParallel(1).withFeeds(WorkFilter.ANY));
        var urgent = prioritised("urgent", Priority.URGENT);
        ItemView low = enqueueAs(queue, ticket("queued"), Priority.LOW);
        ticket("free");
        assertThat(key(claim(queue))).isEqualTo(key(urgent));
        assertThat(nothing(queue).reason()).isEqualTo(NothingReason.AT_LIMIT);
        services.queues()
                .update(
                        owner,
                        queue.id(),
                        Expected.ANY,
                        content -> content.withName("all").withMaxParallel(9));
        assertThat(title(claim(queue))).isEqualTo("free");
        services.queues().pause(owner, queue.id(), Expected.ANY);
        ticket("never");
        assertThat(nothing(queue).reason()).isEqualTo(NothingReason.PAUSED);
        assertThat(services.queues().stats(owner, queue.id()).counts())
                .containsEntry(ItemState.CLAIMED, 2L)
                .containsEntry(ItemState.READY, 1L);
        assertThat(state(low)).isEqualTo(ItemState.READY);
    }

    /** Q22 */
    @Test
    void aClaimOverSeveralTakesTheFirstThatHandsOut() {
        var empty = queue("empty");
        services.projects().create(owner, CreateProject.of("ZZZ", "Last"));
        ProjectRef last = ProjectRef.parse("ZZZ");
        services.tickets().create(owner, last, CreateTicket.titled("far"));
        var sources = new ClaimSources(List.of(empty.id()), List.of(CRN, last));
        WideClaim found = services.readyClaims().claimAny(owner, sources, ClaimRequest.DEFAULT);
        assertThat(title(Objects.requireNonNull(found.claimed()))).isEqualTo("far");
        assertThat(found.reasons()).hasSize(2);
        WideClaim none = services.readyClaims().claimAny(owner, ClaimSources.ALL, ClaimRequest.DEFAULT);
        assertThat(none.claimed()).isNull();
        assertThat(none.reasons())
                .extracting(reason -> String.valueOf(reason.project()))
                .containsExactly("CRN", "ZZZ");
        ticket("near");
        WideClaim near = services.readyClaims().claimAny(owner, ClaimSources.ALL, ClaimRequest.DEFAULT);
        assertThat(title(Objects.requireNonNull(near.claimed()))).isEqualTo("near");
        assertRefused(ErrorCode.TOO_MANY, () -> new ClaimSources(List.of(), Collections.nCopies(21, CRN)));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () -> services.readyClaims()
                        .claimAny(
                                owner,
                                new ClaimSources(List.of(), List.of(CRN, ProjectRef.parse("NONE"))),
                                ClaimRequest.DEFAULT));
    }

    /** Q24: lists and the ticket itself say by whom. */
    @Test
    void listsOfTicketsSayWhoHoldsThem() {
        ticket("free");
        var held = ticket("held");
        Claimed claimed = next(ReadyClaim.of(ref(held)));
        Map<String, TicketSummary> rows = new HashMap<>();
        services.tickets()
                .list(owner, CRN, TicketFilter.ANY, PageRequest.first(Sort.by(Sort.asc("number"))))
                .items()
                .forEach(row -> rows.put(row.title(), row));
        assertThat(Objects.requireNonNull(rows.get("free")).claimedBy()).isNull();
        var by = Objects.requireNonNull(Objects.requireNonNull(rows.get("held")).claimedBy());
        assertThat(by.claimId()).isEqualTo(claimed.claim().id());
        assertThat(by.userId()).isEqualTo(owner.userId());
        assertThat(by.agent()).isEqualTo(claimed.claim().label());
        assertThat(by.leaseUntil()).isEqualTo(claimed.leaseUntil());
        assertThat(services.tickets().show(owner, ref(held)).claimedBy()).isEqualTo(by);
        release(claimed);
        assertThat(services.tickets().show(owner, ref(held)).claimedBy()).isNull();
    }

    /** Q22, G0: each ticket goes to one agent, and never before what blocks it. */
    @Test
    void manyAgentsDrainTheReadyListAndEachTicketGoesToOneOfThem() throws Exception {
        long seed = Long.getLong("cairn.seed", 22L);
        Random random = new Random(seed);
        List<TicketWithTasks> tickets = new ArrayList<>();
        Map<String, List<TicketWithTasks>> blockers = new HashMap<>();
        for (int i = 0; i < TICKETS; i++) {
            TicketWithTasks ticket = prioritised("t" + i, Priority.ofRank(random.nextInt(4)));
            if (i > 0 && random.nextInt(3) > 0) {
                TicketWithTasks blocker = tickets.get(random.nextInt(i));
                services.links().put(owner, ref(blocker), LinkKind.BLOCKS, ref(ticket));
                blockers.put(key(ticket), List.of(blocker));
            }
            tickets.add(ticket);
        }
        List<String> claimed = Collections.synchronizedList(new ArrayList<>());
        Callable<Boolean> agent = () -> {
            while (claimed.size() < TICKETS) {
                if (services.readyClaims().claim(owner, CRN, ReadyClaim.NEXT) instanceof Claimed held) {
                    for (TicketWithTasks blocker : blockers.getOrDefault(key(held), List.of())) {
                        assertThat(statusOf(blocker)).isEqualTo(TicketStatus.COMPLETED);
                    }
                    claimed.add(key(held));
                    services.claims()
                            .complete(
                                    owner,
                                    held.claim().id(),
                                    ClaimUpdate.of(held.claim().fencingToken()));
                }
            }
            return true;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Boolean> done : pool.invokeAll(Collections.nCopies(THREADS, agent))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(claimed).as("seed %d", seed).hasSize(TICKETS).doesNotHaveDuplicates();
        assertThat(queues()).hasSize(1);
    }

    private Claimed next() {
        return next(ReadyClaim.NEXT);
    }

    private Claimed next(ReadyClaim wanted) {
        return (Claimed) services.readyClaims().claim(owner, CRN, wanted);
    }

    private Nothing nothingReady(ReadyClaim wanted) {
        ClaimResult result = services.readyClaims().claim(owner, CRN, wanted);
        return ((NothingToClaim) result).nothing();
    }

    private void release(Claimed held) {
        services.claims()
                .release(owner, held.claim().id(), ClaimUpdate.of(held.claim().fencingToken()));
    }

    private List<Queue> queues() {
        return services.queues()
                .list(owner, CRN, PageRequest.first(Sort.by(Sort.asc("name"))))
                .items();
    }

    private TicketWithTasks create(String title, TicketType type, Priority priority, String... labels) {
        return services.tickets()
                .create(
                        owner,
                        CRN,
                        new CreateTicket(
                                TicketContent.titled(title)
                                        .withType(type)
                                        .withPriority(priority)
                                        .withLabels(List.of(labels)),
                                List.of()));
    }

    private static String title(Claimed held) {
        return held.ticket().ticket().content().title();
    }

    private static String key(Claimed held) {
        return held.ticket().ticket().key().toString();
    }

    private static String key(TicketWithTasks ticket) {
        return ticket.ticket().key().toString();
    }
}
