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
 * Tickets made, and items claimed and completed, per second, by so many clients on so many servers, each server a pool and turns of its own in one JVM. Clients go round
 * in 16 projects with a queue each, as the peers of {@code benchmarks/peers/servers} do. Arguments: a JDBC URL, user, password, seconds per measurement, servers, clients, or {@code fill}
 * in their place, which makes what all are measured on. Prints {@code creations claims refused}.
 */
public final class ServerRates {
    private static final int PROJECTS = 16;
    private static final int ITEMS_PER_QUEUE = 2_000;
    private static final int WARMUP_SECONDS = 3;

    private final List<Cairn> servers;
    private final int clients;
    private final LongAdder refused = new LongAdder();

    /** One thing that a client does again and again, in its project. */
    private interface Operation {
        void run(Cairn server, int project);
    }

    private ServerRates(List<Cairn> servers, int clients) {
        this.servers = servers;
        this.clients = clients;
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        CairnOptions options = CairnOptions.of(new DatabaseOptions.Postgres(arguments[0], arguments[1], arguments[2]));
        int seconds = Integer.parseInt(arguments[3]);
        boolean filling = arguments[4].equals("fill");
        List<Cairn> servers = new ArrayList<>();
        try {
            for (int i = 0; i < (filling ? 1 : Integer.parseInt(arguments[4])); i++) {
                servers.add(Cairn.open(options));
            }
            if (filling) {
                fill(servers.getFirst());
            } else {
                new ServerRates(servers, Integer.parseInt(arguments[5])).measure(seconds);
            }
        } finally {
            servers.forEach(Cairn::close);
        }
    }

    private void measure(int seconds) throws InterruptedException, ExecutionException {
        Cairn first = servers.getFirst();
        List<Id<Queue>> queues =
                first.get(Sql.class).query("SELECT id FROM queues ORDER BY id", row -> new Id<>(row.integer("id")));
        Operation create = (server, project) -> server.tickets().create(server.owner(), project(project), titled());
        Operation work = (server, project) -> work(server, queues.get(project));
        perSecond(WARMUP_SECONDS, create);
        double creations = perSecond(seconds, create);
        perSecond(WARMUP_SECONDS, work);
        double claims = perSecond(seconds, work);
        System.out.printf("%.1f %.1f %d%n", creations, claims, refused.sum());
    }

    private double perSecond(int seconds, Operation operation) throws InterruptedException, ExecutionException {
        LongAdder done = new LongAdder();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Cairn server = servers.get(i % servers.size());
                int offset = i;
                running.add(pool.submit(() -> {
                    for (int round = offset; System.nanoTime() < end; round++) {
                        try {
                            operation.run(server, round % PROJECTS);
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
        return done.sum() / (double) seconds;
    }

    private static void fill(Cairn server) {
        for (int i = 0; i < PROJECTS; i++) {
            server.projects().create(server.owner(), CreateProject.of("P" + i, "P" + i));
            Id<Queue> queue = server.queues()
                    .create(server.owner(), project(i), QueueContent.named("q").withMaxParallel(1_000))
                    .id();
            for (int j = 0; j < ITEMS_PER_QUEUE / Limits.BULK_MAX; j++) {
                enqueue(server, project(i), queue);
            }
        }
        server.get(Sql.class).update("ANALYZE"); // As autovacuum does by itself within a minute.
    }

    private static void enqueue(Cairn server, ProjectRef project, Id<Queue> queue) {
        List<EnqueueItem> items =
                server
                        .tickets()
                        .createAll(server.owner(), project, Collections.nCopies(Limits.BULK_MAX, titled()))
                        .stream()
                        .map(ticket ->
                                EnqueueItem.ticket(TicketRef.of(ticket.ticket().id())))
                        .toList();
        server.items().enqueue(server.owner(), queue, items);
    }

    private static ProjectRef project(int number) {
        return ProjectRef.parse("P" + number);
    }

    private static CreateTicket titled() {
        return new CreateTicket(TicketContent.titled("A ticket like many others"), List.of());
    }

    private static void work(Cairn server, Id<Queue> queue) {
        if (!(server.claims().claim(server.owner(), queue, ClaimRequest.DEFAULT) instanceof Claimed work)) {
            throw new IllegalStateException("A queue is empty: measure for less long");
        }
        server.claims()
                .complete(
                        server.owner(),
                        work.claim().id(),
                        ClaimUpdate.of(work.claim().fencingToken()));
    }
}
