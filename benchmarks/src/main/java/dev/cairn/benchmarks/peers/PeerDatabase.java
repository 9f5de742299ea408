package dev.cairn.benchmarks.peers;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills the database that all peers get a copy of, through Cairn's own use cases, and writes the plan: which rows the
 * peers ask for. Arguments: the file, the number of tickets, the file of the plan.
 */
public final class PeerDatabase {
    private static final long SEED = 20_261_121;
    private static final int PROJECTS = 100;
    private static final int TASKS_EACH = 5;
    private static final int CHUNK = 20;
    private static final int QUEUED_EACH = 20;
    private static final int COMMENT_EVERY = 20;
    private static final int PICKED = 1_000;
    private static final int MOVED = 256;
    private static final String INSERTS = "INS";

    private final Wording wording = new Wording(SEED);
    private final Map<String, String> plan = new LinkedHashMap<>();
    private final List<Id<Ticket>> tickets = new ArrayList<>();
    private final List<Id<Ticket>> untouched = new ArrayList<>();
    private final List<String> projects = new ArrayList<>();
    private final List<String> queues = new ArrayList<>();
    private final Cairn cairn;
    private final SteppingClock clock;

    private PeerDatabase(Cairn cairn, SteppingClock clock) {
        this.cairn = cairn;
        this.clock = clock;
    }

    public static void main(String[] args) throws IOException {
        SteppingClock clock = new SteppingClock();
        CairnOptions options = new CairnOptions(
                        new DatabaseOptions.Sqlite(Path.of(args[0]), true), clock, Duration.ZERO)
                .withJobs(false);
        try (Cairn cairn = Cairn.open(options)) {
            PeerDatabase database = new PeerDatabase(cairn, clock);
            database.fill(Integer.parseInt(args[1]));
            Files.write(Path.of(args[2]), database.plan());
        }
    }

    /** The first project gets what the others, of 81 to 99 hundredths of the average, leave. */
    private void fill(int total) {
        int left = total;
        for (int i = PROJECTS - 1; i >= 0; i--) {
            int size = i == 0 ? left : total / PROJECTS * (81 + i * 7 % 19) / 100;
            left -= size;
            fillProject("P%03d".formatted(i), size);
        }
        Project inserts = cairn.projects().create(cairn.owner(), CreateProject.of(INSERTS, "Where the peers insert"));
        plan.put("insert_project", String.valueOf(inserts.id().value()));
        plan.put("insert_key", INSERTS);
    }

    private void fillProject(String key, int size) {
        Project project = cairn.projects().create(cairn.owner(), CreateProject.of(key, "Project " + key));
        List<TicketRef> open = new ArrayList<>();
        for (int done = 0; done < size; done += CHUNK) {
            clock.step();
            List<CreateTicket> batch = IntStream.range(done, Math.min(size, done + CHUNK))
                    .mapToObj(_ -> ticket())
                    .toList();
            cairn.tickets()
                    .createAll(cairn.owner(), ProjectRef.of(project.id()), batch)
                    .forEach(created -> {
                        Ticket ticket = created.ticket();
                        tickets.add(ticket.id());
                        age(ticket, open);
                    });
        }
        QueueContent fields = QueueContent.named("agents").withMaxParallel(PROJECTS);
        var queue = cairn.queues().create(cairn.owner(), ProjectRef.of(project.id()), fields);
        cairn.items()
                .enqueue(
                        cairn.owner(),
                        queue.id(),
                        open.stream()
                                .limit(QUEUED_EACH)
                                .map(EnqueueItem::ticket)
                                .toList());
        projects.add(String.valueOf(project.id().value()));
        queues.add(String.valueOf(queue.id().value()));
    }

    private CreateTicket ticket() {
        TicketContent content = new TicketContent(
                wording.any(List.of(TicketType.values())),
                wording.title(),
                wording.overview(),
                wording.any(List.of(Priority.values())),
                null,
                null,
                wording.labels(),
                List.of(wording.step(), wording.step()),
                List.of(),
                List.of(),
                List.of(),
                15 * (1 + wording.upTo(32)),
                null,
                wording.upTo(1_000_000),
                new Json("{\"source\":\"seed\",\"component\":\"%s\",\"points\":%d}"
                        .formatted(wording.any(Wording.NOUNS), wording.upTo(13))));
        List<TaskDraft> tasks = IntStream.range(0, TASKS_EACH)
                .mapToObj(_ -> TaskDraft.of(wording.step()).edit(task -> task.withLabels(wording.labels())))
                .toList();
        return new CreateTicket(content, tasks);
    }

    /** Half of the tickets stay open, the others are spread over the workflow. */
    private void age(Ticket ticket, List<TicketRef> open) {
        TicketRef ref = TicketRef.of(ticket.id());
        switch (tickets.size() % 10) {
            case 0 -> move(ref, TicketStatus.IN_PROGRESS);
            case 1 -> move(ref, TicketStatus.IN_PROGRESS, TicketStatus.REVIEW);
            case 2 -> move(ref, TicketStatus.BLOCKED);
            case 3 -> move(ref, TicketStatus.IN_PROGRESS, TicketStatus.COMPLETED);
            case 4 -> move(ref, TicketStatus.CLOSED);
            case 5 -> untouched.add(ticket.id());
            default -> open.add(ref);
        }
        if (tickets.size() % COMMENT_EVERY == 0) {
            cairn.comments().add(cairn.owner(), ref, new CommentText(wording.overview()));
        }
    }

    private void move(TicketRef ref, TicketStatus... path) {
        for (TicketStatus status : path) {
            cairn.tickets().changeStatus(cairn.owner(), ref, Expected.ANY, status, true);
        }
    }

    private List<String> plan() {
        Random random = new Random(SEED);
        Collections.shuffle(tickets, random);
        Collections.shuffle(untouched, random);
        clock.step();
        plan.put("tickets", ids(tickets.subList(0, PICKED)));
        plan.put("status_tickets", ids(untouched.subList(0, MOVED)));
        plan.put("big_project", projects.getLast());
        plan.put("projects", String.join(" ", projects.subList(0, PROJECTS - 1)));
        plan.put("queues", String.join(" ", queues));
        plan.put("words", String.join(" ", Wording.NOUNS));
        plan.put("now", String.valueOf(clock.millis()));
        plan.put("next_id", String.valueOf(Collections.max(tickets).value() + (1L << 40)));
        plan.put("position_last", String.valueOf(TicketContent.POSITION_LAST));
        return plan.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    private static String ids(List<Id<Ticket>> ids) {
        return ids.stream().map(id -> String.valueOf(id.value())).collect(Collectors.joining(" "));
    }
}
