package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.conversation.Begun;
import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What many threads do at once comes out as if they had taken turns. */
class RaceUseCaseTest extends UseCaseTest {
    private static final int THREADS = 8;
    private static final int TICKETS = 80;
    private static final int MAX_PARALLEL = 3;

    /** Q2 */
    @Test
    void everyItemIsHandedOutOnceAndNeverTooManyAtATime() throws Exception {
        var queue = queue(QueueContent.named("q").withMaxParallel(MAX_PARALLEL));
        services.tickets()
                .createAll(owner, CRN, Collections.nCopies(TICKETS, CreateTicket.titled("t")))
                .forEach(t -> enqueue(queue, t));
        List<String> claims = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger held = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        race(() -> {
            while (claims.size() < TICKETS) {
                if (services.claims().claim(owner, queue.id(), ClaimRequest.DEFAULT) instanceof Claimed work) {
                    seen.add(held.incrementAndGet());
                    claims.add(work.ticket().ticket().key().toString());
                    held.decrementAndGet();
                    services.claims()
                            .complete(
                                    owner,
                                    work.claim().id(),
                                    ClaimUpdate.of(work.claim().fencingToken()));
                }
            }
            return true;
        });
        assertThat(claims).hasSize(TICKETS).doesNotHaveDuplicates();
        assertThat(seen).allMatch(count -> count <= MAX_PARALLEL);
        assertThat(services.overviews().get(owner, CRN).tickets())
                .containsEntry(TicketStatus.COMPLETED, (long) TICKETS);
    }

    @Test
    void ticketNumbersHaveNoGapsAndTheLogNoRepetitions() throws Exception {
        race(() -> {
            for (int i = 0; i < 10; i++) {
                ticket("t");
            }
            return true;
        });
        List<Integer> numbers = new ArrayList<>();
        services.tickets()
                .list(owner, CRN, TicketFilter.ANY, new PageRequest(200, null, Sort.by(Sort.asc("number")), false))
                .items()
                .forEach(t -> numbers.add(t.number()));
        assertThat(numbers)
                .hasSize(THREADS * 10)
                .startsWith(1)
                .endsWith(THREADS * 10)
                .doesNotHaveDuplicates();
        List<Long> seqs = services
                .activity()
                .list(
                        owner,
                        null,
                        new ActivityFilter(null, null, null, List.of()),
                        new PageRequest(200, null, Sort.by(Sort.asc("seq")), false))
                .items()
                .stream()
                .map(a -> a.seq())
                .toList();
        assertThat(seqs).isSorted().doesNotHaveDuplicates();
        assertNoGaps(seqs);
    }

    /** R37: 100 writers in one conversation. */
    @Test
    void messagesAreNumberedWithoutGapOrDoubleAndAllReadThemInOneOrder() throws Exception {
        int writers = 100;
        var channel = cairn.conversations().defaultChannel(owner, CRN).id();
        var reader = member("Ada", Role.VIEWER);
        List<Message> said = Collections.synchronizedList(new ArrayList<>());
        race(writers, () -> said.add(cairn.messages().post(owner, channel, PostMessage.of("words"))));
        PageRequest page = new PageRequest(200, null, MessageRepository.ORDER, false);
        List<Message> read = cairn.messages().list(reader, channel, page).items();
        assertThat(read)
                .extracting(Message::seq)
                .isEqualTo(IntStream.rangeClosed(1, writers).boxed().toList());
        assertThat(read).containsExactlyInAnyOrderElementsOf(said);
        assertThat(cairn.messages().list(owner, channel, page).items()).isEqualTo(read);
        assertThat(cairn.conversations().get(owner, channel).conversation().nextSeq())
                .isEqualTo(writers + 1);
    }

    /** R39 */
    @Test
    void theSamePeopleAtOnceGetTheSameConversation() throws Exception {
        var ada = human("Ada");
        var bob = human("Bob");
        List<Begun> begun = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger turn = new AtomicInteger();
        race(() -> {
            boolean first = turn.incrementAndGet() % 2 == 0;
            return begun.add(cairn.conversations()
                    .begin(first ? ada : bob, CreateConversation.direct((first ? bob : ada).userId())));
        });
        assertThat(begun).hasSize(THREADS);
        assertThat(begun)
                .extracting(each -> each.shown().conversation().id())
                .containsOnly(begun.getFirst().shown().conversation().id());
        assertThat(begun).filteredOn(Begun::created).hasSize(1);
    }

    /** On SQLite, whose one writer gives the numbers out one after the other. */
    void assertNoGaps(List<Long> seqs) {
        for (int i = 1; i < seqs.size(); i++) {
            assertThat(seqs.get(i)).isEqualTo(seqs.get(i - 1) + 1);
        }
    }

    @Test
    void ofManyChangesToOneVersionExactlyOneWins() throws Exception {
        var ticket = ticket("t");
        AtomicInteger won = new AtomicInteger();
        race(() -> {
            try {
                services.tickets()
                        .update(owner, ref(ticket), new Expected(0L), content -> content.withTitle("changed"));
                won.incrementAndGet();
            } catch (Conflict conflict) {
                assertThat(conflict.code()).isEqualTo(ErrorCode.STALE_VERSION);
            }
            return true;
        });
        assertThat(won).hasValue(1);
        assertThat(read(ticket).ticket().lifecycle().version()).isEqualTo(1);
    }

    private static void race(Callable<Boolean> runner) throws InterruptedException, ExecutionException {
        race(THREADS, runner);
    }

    private static void race(int threads, Callable<Boolean> runner) throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Boolean> done : pool.invokeAll(Collections.nCopies(threads, runner))) {
                assertThat(done.get()).isTrue();
            }
        }
    }
}
