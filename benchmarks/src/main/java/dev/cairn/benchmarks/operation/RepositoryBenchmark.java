package dev.cairn.benchmarks.operation;

import dev.cairn.Cairn;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.overview.OverviewRepository;
import dev.cairn.domain.overview.ProjectOverview;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.queue.ClaimAttempt;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchIndex;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;

/** The ports of the domain as the container wires them, each call in a transaction of its own. */
@SuppressWarnings("NullAway.Init") // JMH calls open() first
public class RepositoryBenchmark extends Measured {
    private static final Sort NEWEST = Sort.by(Sort.desc("createdAt"));
    private static final int LEASE_SECONDS = 60;

    private Cairn cairn;
    private Transactions transactions;
    private TicketRepository store;
    private QueueItemRepository items;
    private IdGenerator ids;
    private Access access;
    private long[] queueIds;
    private List<Id<Ticket>> thousand;

    @Override
    void start() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            queueIds = longs(connection, "SELECT id FROM queues");
        }
        cairn = Dataset.open(file, durable());
        access = Access.read(cairn.owner());
        transactions = cairn.get(Transactions.class);
        store = cairn.get(TicketRepository.class);
        items = cairn.get(QueueItemRepository.class);
        ids = cairn.get(IdGenerator.class);
        thousand =
                Arrays.stream(ticketIds).limit(1_000).mapToObj(Id<Ticket>::new).toList();
    }

    @Override
    void stop() {
        cairn.close();
    }

    @Benchmark
    public Ticket ticketById() {
        return transactions.read(() -> store.require(access, new Id<Ticket>(anyTicket())));
    }

    @Benchmark
    public Ticket insertOne() {
        return transactions.write(() -> store.insert(fresh()));
    }

    @Benchmark
    public List<Ticket> insert100() {
        return transactions.write(() -> store.insertAll(fresh(100)));
    }

    @Benchmark
    public List<Ticket> insert1000() {
        return transactions.write(() -> store.insertAll(fresh(1_000)));
    }

    @Benchmark
    public List<Ticket> read1000() {
        return transactions.read(() -> store.findAll(thousand));
    }

    @Benchmark
    public Page<TicketSummary> newest50() {
        return transactions.read(() -> store.page(filter(), PageRequest.first(NEWEST)));
    }

    @Benchmark
    public Page<TicketWithTasks> page50WithTasks() {
        return transactions.read(() -> store.pageWithTasks(filter(), PageRequest.first(NEWEST)));
    }

    @Benchmark
    public List<ProjectOverview> busiest10() {
        var overviews = cairn.get(OverviewRepository.class);
        return transactions.read(() -> overviews.busiest(access, BUSIEST));
    }

    @Benchmark
    public Ticket changeStatus() {
        return transactions.write(() -> {
            Ticket ticket = store.require(new Id<>(anyTicket()));
            TicketStatus next = ticket.status() == TicketStatus.OPEN ? TicketStatus.IN_PROGRESS : TicketStatus.OPEN;
            return store.updateState(ticket.enter(next, now()));
        });
    }

    /** The claim, and the item put back so that the next one finds the same queue. */
    @Benchmark
    public Optional<QueueItem> claimAndPutBack() {
        return transactions.write(() -> {
            Id<Queue> queue = new Id<>(queueIds[ThreadLocalRandom.current().nextInt(queueIds.length)]);
            Instant now = now();
            var claimed = items.claimNext(new ClaimAttempt(queue, ids.next(), now, now.plusSeconds(LEASE_SECONDS)));
            claimed.ifPresent(item -> items.update(item.release(item.runAt(), item.runAt(), true, null, 0)));
            return claimed;
        });
    }

    @Benchmark
    public List<SearchHit> search20() {
        var index = cairn.get(SearchIndex.class);
        return transactions.read(() -> index.search(access, new SearchQuery(SEARCHED, List.of(), null, HITS)));
    }

    private TicketFilter filter() {
        return TicketFilter.of(new Id<>(anyProject()));
    }

    private List<Ticket> fresh(int count) {
        return IntStream.range(0, count).mapToObj(_ -> fresh()).toList();
    }

    private Ticket fresh() {
        return Ticket.create(
                ids.next(),
                new Id<Project>(projectIds[0]),
                new TicketKey(new ProjectKey("NEW"), nextNumber()),
                TicketContent.titled("A ticket with a title of its own"),
                now());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
