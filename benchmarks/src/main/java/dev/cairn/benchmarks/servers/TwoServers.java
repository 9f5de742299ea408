package dev.cairn.benchmarks.servers;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.jdbc.WriteCounters;
import dev.cairn.persistence.jdbc.WriteCounters.Counts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How writes grow from one client on one server to many on two (G2), each server a pool and turns of its own. Arguments: a JDBC URL of an empty database,
 * user, password, seconds per measurement, and a part of the names of those wanted.
 */
public final class TwoServers {
    private static final int CLIENTS = 64;
    private static final int QUEUES = 16;
    private static final int WARMUP_ROUNDS = 300;
    private static final int ITEMS_PER_QUEUE = 3_000;

    private final List<Cairn> servers;
    private final int seconds;
    private final String only;

    /** One thing that one client does again and again. */
    private interface Operation {
        void run(Cairn server);
    }

    private TwoServers(List<Cairn> servers, int seconds, String only) {
        this.servers = servers;
        this.seconds = seconds;
        this.only = only;
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        CairnOptions options = CairnOptions.of(new DatabaseOptions.Postgres(arguments[0], arguments[1], arguments[2]));
        try (Cairn one = Cairn.open(options);
                Cairn two = Cairn.open(options)) {
            new TwoServers(List.of(one, two), Integer.parseInt(arguments[3]), arguments.length > 4 ? arguments[4] : "")
                    .run();
        }
    }

    private void run() throws InterruptedException, ExecutionException {
        Cairn first = servers.getFirst();
        List<ProjectRef> projects = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            String key = "P" + i;
            first.projects().create(first.owner(), CreateProject.of(key, key));
            projects.add(ProjectRef.parse(key));
        }
        for (int i = 0; i < WARMUP_ROUNDS; i++) {
            int round = i;
            servers.forEach(server -> create(server, projects.get(round % CLIENTS)));
        }
        analyze(first);
        measure("create a ticket, 1 client", List.of(server -> create(server, projects.getFirst())));
        measure("create a ticket, 64 clients, a project each", each(i -> server -> create(server, projects.get(i))));
        measure("create a ticket, 64 clients, one project", each(_ -> server -> create(server, projects.getFirst())));
        List<Id<Queue>> queues = new ArrayList<>();
        for (int i = 0; i < QUEUES; i++) {
            queues.add(queue(first, projects.get(i)));
        }
        analyze(first);
        measure("claim and complete, 1 client", List.of(server -> work(server, queues.getFirst())));
        measure("claim and complete, 64 clients, one queue", each(_ -> server -> work(server, queues.getFirst())));
        measure("claim and complete, 64 clients, 16 queues", each(i -> server -> work(server, queues.get(i % QUEUES))));
    }

    /** As autovacuum does by itself within a minute: without it the planner takes 64 projects for none, and reads them all. */
    private static void analyze(Cairn server) {
        server.get(Sql.class).update("ANALYZE");
    }

    /** An operation by the number of its client. */
    private interface ByClient {
        Operation of(int client);
    }

    private static List<Operation> each(ByClient operation) {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            operations.add(operation.of(i));
        }
        return operations;
    }

    private void measure(String name, List<Operation> clients) throws InterruptedException, ExecutionException {
        if (!name.contains(only)) {
            return;
        }
        LongAdder done = new LongAdder();
        LongAdder refused = new LongAdder();
        Counts before = counts();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService pool = Executors.newFixedThreadPool(clients.size())) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients.size(); i++) {
                Cairn server = servers.get(i % servers.size());
                Operation operation = clients.get(i);
                running.add(pool.submit(() -> {
                    while (System.nanoTime() < end) {
                        try {
                            operation.run(server);
                            done.increment();
                        } catch (DomainError e) {
                            refused.increment();
                        }
                    }
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
        Counts after = counts();
        System.out.printf(
                "%-45s %,8.0f/s, run again %,6.0f/s, let others go first %,6.0f/s, refused %d (%.3f %%)%n",
                name,
                done.sum() / (double) seconds,
                (after.again() - before.again()) / (double) seconds,
                (after.waited() - before.waited()) / (double) seconds,
                refused.sum(),
                100.0 * refused.sum() / Math.max(1, done.sum() + refused.sum()));
    }

    private Counts counts() {
        return servers.stream()
                .map(server -> server.get(WriteCounters.class).counts())
                .reduce((a, b) -> new Counts(
                        a.done() + b.done(),
                        a.late() + b.late(),
                        a.again() + b.again(),
                        a.waited() + b.waited(),
                        a.refused() + b.refused()))
                .orElseThrow();
    }

    private static void create(Cairn server, ProjectRef project) {
        server.tickets().create(server.owner(), project, titled());
    }

    private static CreateTicket titled() {
        return new CreateTicket(TicketContent.titled("A ticket like many others"), List.of());
    }

    private static Id<Queue> queue(Cairn server, ProjectRef project) {
        Id<Queue> queue = server.queues()
                .create(server.owner(), project, QueueContent.named("q").withMaxParallel(CLIENTS))
                .id();
        for (int i = 0; i < ITEMS_PER_QUEUE / Limits.BULK_MAX; i++) {
            List<EnqueueItem> items = server
                    .tickets()
                    .createAll(server.owner(), project, Collections.nCopies(Limits.BULK_MAX, titled()))
                    .stream()
                    .map(ticket ->
                            EnqueueItem.ticket(TicketRef.of(ticket.ticket().id())))
                    .toList();
            server.items().enqueue(server.owner(), queue, items);
        }
        return queue;
    }

    private static void work(Cairn server, Id<Queue> queue) {
        if (server.claims().claim(server.owner(), queue, ClaimRequest.DEFAULT) instanceof Claimed work) {
            server.claims()
                    .complete(
                            server.owner(),
                            work.claim().id(),
                            ClaimUpdate.of(work.claim().fencingToken()));
        }
    }
}
