package dev.cairn.benchmarks.operation;

import dev.cairn.Cairn;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.overview.ProjectOverview;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jmh.annotations.Benchmark;

/** The use cases, with everything that belongs to them: rules, activity, transactions. */
@SuppressWarnings("NullAway.Init") // JMH calls open() first
public class ServiceBenchmark extends Measured {
    private static final Sort NEWEST = Sort.by(Sort.desc("createdAt"));
    private static final CreateTicket NEW = CreateTicket.titled("A ticket with a title of its own");

    private Cairn cairn;
    private long[] queueIds;
    private List<Id<Ticket>> thousand;

    @Override
    void start() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            queueIds = longs(connection, "SELECT id FROM queues");
        }
        cairn = Dataset.open(file, durable());
        thousand =
                Arrays.stream(ticketIds).limit(1_000).mapToObj(Id<Ticket>::new).toList();
    }

    @Override
    void stop() {
        cairn.close();
    }

    /** With its tasks. */
    @Benchmark
    public TicketWithTasks ticketById() {
        return cairn.tickets().get(cairn.owner(), ref());
    }

    @Benchmark
    public TicketWithTasks insertOne() {
        return cairn.tickets().create(cairn.owner(), project(), NEW);
    }

    @Benchmark
    public List<TicketWithTasks> insert100() {
        return cairn.tickets().createAll(cairn.owner(), project(), Collections.nCopies(100, NEW));
    }

    @Benchmark
    public List<TicketWithTasks> insert1000() {
        return cairn.tickets().createAll(cairn.owner(), project(), Collections.nCopies(1_000, NEW));
    }

    @Benchmark
    public List<Ticket> read1000() {
        return cairn.tickets().getAll(cairn.owner(), thousand);
    }

    @Benchmark
    public Page<TicketSummary> newest50() {
        return cairn.tickets().list(cairn.owner(), project(), TicketFilter.ANY, PageRequest.first(NEWEST));
    }

    @Benchmark
    public List<ProjectOverview> busiest10() {
        return cairn.overviews().busiest(cairn.owner(), BUSIEST);
    }

    @Benchmark
    public TicketWithTasks changeStatus() {
        TicketRef ref = ref();
        TicketStatus status = cairn.tickets().get(cairn.owner(), ref).ticket().status();
        TicketStatus next = status == TicketStatus.OPEN ? TicketStatus.IN_PROGRESS : TicketStatus.OPEN;
        return cairn.tickets().changeStatus(cairn.owner(), ref, Expected.ANY, next, false);
    }

    /** The claim and its release: two use cases. */
    @Benchmark
    public ClaimResult claimAndPutBack() {
        long queue = queueIds[ThreadLocalRandom.current().nextInt(queueIds.length)];
        ClaimResult result = cairn.claims().claim(cairn.owner(), new Id<>(queue), ClaimRequest.DEFAULT);
        if (result instanceof Claimed claimed) {
            var _ = cairn.claims()
                    .release(
                            cairn.owner(),
                            claimed.claim().id(),
                            ClaimUpdate.of(claimed.claim().fencingToken()));
        }
        return result;
    }

    @Benchmark
    public List<SearchHit> search20() {
        return cairn.search().search(cairn.owner(), SEARCHED, List.of(), null, HITS);
    }

    private TicketRef ref() {
        return TicketRef.of(new Id<>(anyTicket()));
    }

    private ProjectRef project() {
        return ProjectRef.of(new Id<>(anyProject()));
    }
}
