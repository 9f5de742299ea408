package dev.cairn.benchmarks;

import dev.cairn.Cairn;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.queue.QueueFields;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskFields;
import dev.cairn.application.ticket.TicketFields;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The operations of the main job through the services, durable (synchronous FULL), at two sizes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
@SuppressWarnings("NullAway.Init") // JMH calls fill() first
public class ServiceBenchmark {
    private static final ProjectRef PROJECT = ProjectRef.parse("BENCH");
    private static final Sort NEWEST = Sort.by(Sort.desc("createdAt"));
    private static final int BATCH = 1_000;
    private static final int TASKS_EACH = 5;

    @Param({"10000", "100000"})
    int tickets;

    private final List<Id<Ticket>> ids = new ArrayList<>();
    private Cairn cairn;
    private Id<Queue> queue;

    @Setup
    public void fill() throws IOException {
        Path folder = Files.createTempDirectory("cairn-bench");
        cairn = Cairn.open(folder.resolve("cairn.db"));
        cairn.projects().create(cairn.owner(), CreateProject.of("BENCH", "Benchmark"));
        List<TaskFields> tasks = Collections.nCopies(TASKS_EACH, TaskFields.of("one step of the work"));
        for (int i = 0; i < tickets; i += BATCH) {
            var batch = Collections.nCopies(
                    BATCH, new CreateTicket(TicketFields.titled("A ticket with a title of its own"), tasks));
            cairn.tickets()
                    .createAll(cairn.owner(), PROJECT, batch)
                    .forEach(created -> ids.add(created.ticket().id()));
        }
        queue = cairn.queues()
                .create(cairn.owner(), PROJECT, QueueFields.named("q").withMaxParallel(100))
                .id();
        for (int i = 0; i < tickets; i += BATCH) {
            var items = ids.subList(i, i + BATCH).stream()
                    .map(id -> EnqueueItem.ticket(TicketRef.of(id)))
                    .toList();
            cairn.items().enqueue(cairn.owner(), queue, items);
        }
    }

    @TearDown
    public void close() {
        cairn.close();
    }

    @Benchmark
    public TicketWithTasks ticketById() {
        return cairn.tickets()
                .get(
                        cairn.owner(),
                        TicketRef.of(ids.get(ThreadLocalRandom.current().nextInt(tickets))));
    }

    @Benchmark
    public Page<TicketSummary> newestFifty() {
        return cairn.tickets().list(cairn.owner(), PROJECT, TicketFilter::of, PageRequest.first(NEWEST));
    }

    @Benchmark
    public TicketWithTasks createOne() {
        return cairn.tickets().create(cairn.owner(), PROJECT, CreateTicket.titled("One more"));
    }

    @Benchmark
    public ClaimResult claimAndRelease() {
        ClaimResult result = cairn.claims().claim(cairn.owner(), queue, ClaimRequest.DEFAULT);
        if (result instanceof Claimed claimed) {
            cairn.claims()
                    .release(
                            cairn.owner(),
                            claimed.claim().id(),
                            ClaimUpdate.of(claimed.claim().fencingToken()));
        }
        return result;
    }

    @Benchmark
    public Object search() {
        return cairn.search().search(cairn.owner(), "title more", List.of(), PROJECT, 20);
    }

    @Benchmark
    public Object overview() {
        return cairn.projects().overview(cairn.owner(), PROJECT);
    }
}
