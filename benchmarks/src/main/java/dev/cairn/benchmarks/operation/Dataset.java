package dev.cairn.benchmarks.operation;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The data of all suites: 100 projects, tickets spread over them, five tasks each, and a queue in every project. */
public final class Dataset {
    public static final int PROJECTS = 100;
    public static final int TASKS_EACH = 5;
    private static final int BATCH_MAX = 100;
    private static final long SEED = 42;
    private static final Path FOLDER = Path.of(System.getProperty("cairn.benchmarks.folder", "target/datasets"));
    private static final List<Priority> PRIORITIES = List.of(Priority.values());
    private static final List<String> WORDS = List.of(
            "cache", "index", "login", "report", "export", "queue", "worker", "search", "filter", "mobile", "upload",
            "token", "retry", "layout", "schema", "import", "deploy", "alert", "budget", "draft");

    private final Random random = new Random(SEED);
    private final Cairn cairn;

    private Dataset(Cairn cairn) {
        this.cairn = cairn;
    }

    /** A copy for one trial; the template is filled by the first one that asks for this size. */
    public static Path copy(int tickets) throws IOException {
        Path template = FOLDER.resolve("tickets-%d.db".formatted(tickets));
        if (!Files.exists(template)) {
            fill(template, tickets);
        }
        Path folder = Files.createTempDirectory(FOLDER, "trial-");
        return Files.copy(template, folder.resolve("cairn.db"));
    }

    /** Removes the copy and what the engine made beside it. */
    public static void remove(Path copy) throws IOException {
        Path folder = copy.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Opens a copy as the suites do: no sweeping in the background. */
    public static Cairn open(Path file, boolean durable) {
        return Cairn.open(
                CairnOptions.of(new DatabaseOptions.Sqlite(file, !durable)).withSweepEvery(java.time.Duration.ZERO));
    }

    private static void fill(Path template, int tickets) throws IOException {
        Files.createDirectories(FOLDER);
        Path unfinished = Files.createTempDirectory(FOLDER, "fill-").resolve("cairn.db");
        try (Cairn cairn = open(unfinished, false)) {
            new Dataset(cairn).fill(tickets / PROJECTS);
        }
        Files.move(unfinished, template, StandardCopyOption.ATOMIC_MOVE);
        remove(unfinished);
    }

    private void fill(int ticketsEach) {
        for (int i = 0; i < PROJECTS; i++) {
            var project = ProjectRef.of(cairn.projects()
                    .create(cairn.owner(), CreateProject.of("P" + i + "X", "Project " + i))
                    .id());
            Id<Queue> queue = cairn.queues()
                    .create(cairn.owner(), project, QueueContent.named("work").withMaxParallel(1_000))
                    .id();
            for (int done = 0; done < ticketsEach; done += BATCH_MAX) {
                int count = Math.min(BATCH_MAX, ticketsEach - done);
                List<EnqueueItem> items = new ArrayList<>();
                cairn.tickets()
                        .createAll(
                                cairn.owner(),
                                project,
                                IntStream.range(0, count)
                                        .mapToObj(_ -> ticket())
                                        .toList())
                        .forEach(made -> items.add(
                                EnqueueItem.ticket(TicketRef.of(made.ticket().id()))));
                var _ = cairn.items().enqueue(cairn.owner(), queue, items);
            }
        }
    }

    private CreateTicket ticket() {
        String title = "The %s of the %s".formatted(word(), word());
        return new CreateTicket(
                TicketContent.titled(title)
                        .withType(TicketType.BUG)
                        .withOverview(
                                IntStream.range(0, 30).mapToObj(_ -> word()).reduce("", (a, b) -> a + " " + b))
                        .withPriority(any(PRIORITIES))
                        .withLabels(List.of(word() + "-area", "team-" + random.nextInt(10)))
                        .withMetadata(new Json("{\"source\":\"benchmark\",\"n\":%d}".formatted(random.nextInt(1_000)))),
                IntStream.range(0, TASKS_EACH)
                        .mapToObj(i -> TaskDraft.of("Step %d: %s and %s".formatted(i, word(), word())))
                        .toList());
    }

    private String word() {
        return any(WORDS);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
