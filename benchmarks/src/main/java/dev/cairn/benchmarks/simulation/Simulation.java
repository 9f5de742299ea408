package dev.cairn.benchmarks.simulation;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.sqlite.SqliteDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/**
 * Agents on queues for hours that take minutes: the real use cases on a real database, by a clock that goes from one thing that happens to the next.
 * Tickets arrive at random, agents work, die, fall silent and fail. Everything is done by one thread, so that a seed repeats it on SQLite.
 */
final class Simulation implements AutoCloseable {
    private final Plan plan;
    private final CairnOptions options;
    private final Timeline time = new Timeline();
    private final LongAdder statements = new LongAdder();
    private final List<Cairn> servers = new ArrayList<>();
    private final List<ProjectRef> projects = new ArrayList<>();
    private final List<Id<Queue>> queues = new ArrayList<>();
    private final SplittableRandom random;
    private final Tally tally;
    private final Ledger ledger;
    private long created;

    /** What was to be shown. */
    record Outcome(
            Tally tally,
            long created,
            long lost,
            long doubled,
            long overtaken,
            long overLimit,
            List<String> contradictions,
            Duration real) {}

    Simulation(Plan plan, DatabaseOptions database, int serverCount) {
        this.plan = plan;
        this.options = CairnOptions.of(database)
                .withClock(time)
                .withSweepEvery(Duration.ZERO)
                .withJobs(false);
        this.random = new SplittableRandom(plan.seed());
        this.tally = new Tally(plan.agents(), statements);
        this.ledger = new Ledger(plan.maxParallel());
        for (int i = 0; i < serverCount; i++) {
            servers.add(Cairn.open(options));
        }
        if (database instanceof DatabaseOptions.Sqlite) {
            DataSource source = DelegatingDataSource.unwrapDataSource(first().get(DataSource.class));
            ((SqliteDataSource) source).log().observe(_ -> statements.increment());
        }
    }

    private Cairn first() {
        return servers.getFirst();
    }

    /** Makes the queues, each in a project of its own, and lets everything happen. */
    Outcome run() {
        for (int i = 0; i < plan.queues(); i++) {
            String key = "S" + i;
            first().projects().create(first().owner(), CreateProject.of(key, key));
            ProjectRef project = ProjectRef.parse(key);
            projects.add(project);
            queues.add(first().queues()
                    .create(first().owner(), project, QueueContent.named("work").withMaxParallel(plan.maxParallel()))
                    .id());
        }
        Agents agents = new Agents(plan, time, servers, queues, tally, ledger);
        arriveIn(agents);
        agents.sweep();
        long began = System.nanoTime();
        time.run(plan.length());
        Duration real = Duration.ofNanos(System.nanoTime() - began);
        long lost = lost();
        close();
        return new Outcome(
                tally,
                created,
                lost,
                ledger.doubled(),
                ledger.overtaken(),
                ledger.overLimit(),
                Cairn.administration(options).verify().contradictions().stream()
                        .map(Object::toString)
                        .toList(),
                real);
    }

    private void arriveIn(Agents agents) {
        double millis = -Math.log(1 - random.nextDouble()) * plan.arrivalMillis();
        time.in(Duration.ofNanos((long) (millis * 1e6)), () -> {
            int queue = random.nextInt(plan.queues());
            Cairn server = servers.get((int) (created % servers.size()));
            ledger.enqueued(queue, tally.timed(Tally.Kind.ENQUEUE, () -> arrive(server, queue)));
            created++;
            agents.wake(queue);
            arriveIn(agents);
        });
    }

    private Id<QueueItem> arrive(Cairn server, int queue) {
        var ticket = server.tickets()
                .create(
                        server.owner(),
                        projects.get(queue),
                        new CreateTicket(TicketContent.titled("Work for whoever asks first"), List.of()));
        EnqueueItem item = EnqueueItem.ticket(TicketRef.of(ticket.ticket().id()));
        return server.items()
                .enqueue(server.owner(), queues.get(queue), List.of(item))
                .getFirst()
                .item()
                .id();
    }

    /** How many tickets have no item, and how many completions that were acknowledged are not stored. */
    private long lost() {
        Sql sql = first().get(Sql.class);
        long items = sql.one("SELECT count(*) AS items FROM queue_items", row -> row.integer("items"));
        Set<Id<QueueItem>> acknowledged = new HashSet<>(ledger.completed());
        sql.query("SELECT id FROM queue_items WHERE status = 'COMPLETED'", row -> new Id<QueueItem>(row.integer("id")))
                .forEach(acknowledged::remove);
        return created - items + acknowledged.size();
    }

    @Override
    public void close() {
        servers.forEach(Cairn::close);
        servers.clear();
    }
}
