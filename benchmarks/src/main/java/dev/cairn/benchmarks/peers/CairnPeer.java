package dev.cairn.benchmarks.peers;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.overview.OverviewRepository;
import dev.cairn.domain.overview.ProjectOverview;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.queue.ClaimAttempt;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchIndex;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Cairn's repositories, called through the ports of the domain as its use cases call them. */
final class CairnPeer implements Peer {
    private static final Sort NEWEST = Sort.by(Sort.desc("createdAt"));
    private static final int HITS = 20;
    private static final int BUSIEST = 10;
    private static final int READ = 1_000;

    private final Plan plan;
    private final Cairn cairn;
    private final Transactions transactions;
    private final TicketRepository store;
    private final QueueItemRepository items;
    private final Access access;
    private final Map<Long, Ticket> moved = new HashMap<>();
    private final long[] tickets;
    private final long[] projects;
    private final long[] queues;
    private final long now;
    private int inserted;

    CairnPeer(Path file, Plan plan, boolean fast) {
        this.plan = plan;
        cairn = Cairn.open(new CairnOptions(new DatabaseOptions.Sqlite(file, fast), Clock.systemUTC(), Duration.ZERO)
                .withJobs(false));
        access = Access.read(cairn.owner());
        transactions = cairn.get(Transactions.class);
        store = cairn.get(TicketRepository.class);
        items = cairn.get(QueueItemRepository.class);
        tickets = plan.numbers("tickets");
        projects = plan.numbers("projects");
        queues = plan.numbers("queues");
        now = plan.number("now");
    }

    @Override
    public Optional<Work<?, ?>> work(Operation operation) {
        return switch (operation) {
            case TICKET_BY_ID -> Optional.of(ticketById());
            case INSERT_ONE -> Optional.of(insertOne());
            case INSERT_100 -> Optional.of(insertMany(100));
            case INSERT_1000 -> Optional.of(insertMany(1_000));
            case READ_1000 -> Optional.of(readMany());
            case NEWEST_50 -> Optional.of(newest(CairnPeer::fold));
            case NEWEST_50_COUNTS -> Optional.of(newest(CairnPeer::foldWithCounts));
            case PAGE_50_TASKS -> Optional.of(pageWithTasks());
            case BUSIEST_10 -> Optional.of(busiest());
            case CHANGE_STATUS -> Optional.of(changeStatus());
            case CLAIM_NEXT -> Optional.of(claimNext());
            case SEARCH_20 -> Optional.of(search());
        };
    }

    private Work<?, ?> ticketById() {
        return Work.of(i -> new Id<Ticket>(at(tickets, i)), id -> store.require(access, id), CairnPeer::fold);
    }

    private Work<?, ?> insertOne() {
        return Work.of(_ -> newTicket(), ticket -> transactions.write(() -> store.insert(ticket)), CairnPeer::fold);
    }

    private Work<?, ?> insertMany(int rows) {
        return Work.of(
                _ -> IntStream.range(0, rows).mapToObj(_ -> newTicket()).toList(),
                batch -> transactions.write(() -> store.insertAll(batch)).size(),
                Checksum::number);
    }

    private Work<?, ?> readMany() {
        Id<Project> project = new Id<>(plan.number("big_project"));
        return Work.of(
                _ -> project,
                id -> store.findNext(id, 0, READ),
                (sum, found) -> found.forEach(ticket -> fold(sum, ticket)));
    }

    /** The list has its counts in any case. */
    private Work<?, ?> newest(BiConsumer<Checksum, TicketSummary> fold) {
        return Work.of(
                this::filter,
                filter -> store.page(filter, PageRequest.first(NEWEST)),
                (sum, page) -> page.items().forEach(ticket -> fold.accept(sum, ticket)));
    }

    private Work<?, ?> pageWithTasks() {
        return Work.of(
                this::filter,
                filter -> store.pageWithTasks(filter, PageRequest.first(NEWEST)),
                (sum, page) -> page.items().forEach(tree -> fold(sum, tree)));
    }

    private TicketFilter filter(int i) {
        return TicketFilter.of(new Id<>(at(projects, i)));
    }

    private Work<?, ?> busiest() {
        OverviewRepository overviews = cairn.get(OverviewRepository.class);
        return Work.of(
                i -> i,
                _ -> overviews.busiest(access, BUSIEST),
                (sum, found) -> found.forEach(project -> fold(sum, project)));
    }

    private Work<?, ?> changeStatus() {
        long[] ids = plan.numbers("status_tickets");
        return new Work<Ticket, Ticket>(
                i -> {
                    Ticket ticket = moved.computeIfAbsent(at(ids, i), id -> store.require(new Id<>(id)));
                    TicketStatus next =
                            ticket.status() == TicketStatus.OPEN ? TicketStatus.IN_PROGRESS : TicketStatus.OPEN;
                    return ticket.moveTo(next, Instant.ofEpochMilli(now + i));
                },
                ticket -> transactions.write(() -> store.updateState(ticket)),
                (sum, ticket) -> sum.number(ticket.lifecycle().version()),
                ticket -> moved.put(ticket.id().value(), ticket));
    }

    private Work<?, ?> claimNext() {
        long claims = plan.number("next_id");
        return new Work<ClaimAttempt, QueueItem>(
                i -> {
                    Instant time = Instant.ofEpochMilli(now + i);
                    return new ClaimAttempt(new Id<>(at(queues, i)), new Id<>(claims + i), time, time.plusSeconds(60));
                },
                attempt -> transactions.write(() -> items.claimNext(attempt)).orElseThrow(),
                CairnPeer::fold,
                item -> transactions.write(() -> {
                    items.update(item.release(item.runAt(), item.runAt(), true, null, 0));
                    return item;
                }));
    }

    private Work<?, ?> search() {
        String[] words = plan.words("words");
        SearchIndex index = cairn.get(SearchIndex.class);
        return Work.of(
                i -> words[i % words.length],
                word -> index.search(access, new SearchQuery(word, List.of(SearchKind.TICKET), null, HITS)),
                (sum, hits) -> hits.forEach(hit -> fold(sum, hit)));
    }

    private Ticket newTicket() {
        int i = ++inserted;
        TicketContent content = new TicketContent(
                TicketType.TASK,
                "Inserted ticket " + i,
                "Written by one of the peers, which all write the same.",
                Priority.NORMAL,
                null,
                null,
                List.of("peers", "insert"),
                List.of("It is stored"),
                List.of(),
                List.of(),
                List.of(),
                30,
                null,
                TicketContent.POSITION_LAST,
                new Json("{\"source\":\"peers\",\"n\":" + i + "}"));
        return Ticket.create(
                new Id<>(plan.number("next_id") + i),
                new Id<>(plan.number("insert_project")),
                new TicketKey(new ProjectKey(plan.text("insert_key")), i),
                content,
                Instant.ofEpochMilli(now + i));
    }

    private static void fold(Checksum sum, Ticket ticket) {
        PlainTicket.of(ticket).fold(sum);
    }

    private static void fold(Checksum sum, TicketSummary ticket) {
        sum.number(ticket.id().value()).text(ticket.key().toString()).text(ticket.title());
        sum.text(ticket.status().name()).number(ticket.priority().rank()).texts(ticket.labels());
        sum.number(PlainTicket.millis(ticket.updatedAt())).number(ticket.version());
    }

    private static void foldWithCounts(Checksum sum, TicketSummary ticket) {
        fold(sum, ticket);
        sum.number(ticket.taskCount()).number(ticket.openTaskCount()).number(ticket.blockerCount());
        sum.number(ticket.claimed() ? 1 : 0);
    }

    private static void fold(Checksum sum, TicketWithTasks tree) {
        fold(sum, tree.ticket());
        tree.tasks().forEach(task -> PlainTask.of(task).fold(sum));
    }

    private static void fold(Checksum sum, ProjectOverview project) {
        long tickets =
                project.tickets().values().stream().mapToLong(Long::longValue).sum();
        sum.number(project.projectId().value()).text(project.key().value()).text(project.name());
        sum.number(tickets).number(PlainTicket.millis(project.lastActivityAt()));
    }

    private static void fold(Checksum sum, QueueItem item) {
        Long ticket = item.subject() instanceof Subject.OfTicket(Id<Ticket> id) ? id.value() : null;
        sum.number(item.id().value()).number(ticket).text(item.status().name()).number(item.fencingToken());
        sum.number(item.claimId() == null ? null : item.claimId().value())
                .number(PlainTicket.millis(item.leaseUntil()));
    }

    private static void fold(Checksum sum, SearchHit hit) {
        sum.number(hit.id().value())
                .number(hit.projectId() == null ? null : hit.projectId().value());
        sum.text(String.valueOf(hit.ticketKey())).text(hit.title()).text(hit.snippet());
    }

    private static long at(long[] values, int i) {
        return values[i % values.length];
    }

    @Override
    public void close() {
        cairn.close();
    }
}
