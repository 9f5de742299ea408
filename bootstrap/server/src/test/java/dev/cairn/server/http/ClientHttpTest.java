package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.client.Answers.ActivityListed;
import dev.cairn.client.Answers.Claim;
import dev.cairn.client.Answers.ClaimAnswerNone;
import dev.cairn.client.Answers.ClaimBody;
import dev.cairn.client.Answers.ClaimOutcome;
import dev.cairn.client.Answers.Event;
import dev.cairn.client.Answers.ListedTicket;
import dev.cairn.client.Answers.NothingReason;
import dev.cairn.client.Answers.Priority;
import dev.cairn.client.Answers.SearchHit;
import dev.cairn.client.Answers.TaskStatus;
import dev.cairn.client.Answers.TicketBody;
import dev.cairn.client.Answers.TicketStatus;
import dev.cairn.client.Bodies.ClaimRequest;
import dev.cairn.client.Bodies.ClaimUpdate;
import dev.cairn.client.Bodies.EnqueueItemsBody;
import dev.cairn.client.Bodies.ImportFileQuery;
import dev.cairn.client.Bodies.ListActivityQuery;
import dev.cairn.client.Bodies.ListTicketsQuery;
import dev.cairn.client.Bodies.NewProject;
import dev.cairn.client.Bodies.NewTicket;
import dev.cairn.client.Bodies.ProgressInput;
import dev.cairn.client.Bodies.QueueFields;
import dev.cairn.client.Bodies.SearchQuery;
import dev.cairn.client.Bodies.TaskFields;
import dev.cairn.client.Bodies.TaskNewStatus;
import dev.cairn.client.Bodies.TicketFields;
import dev.cairn.client.CairnClient;
import dev.cairn.client.Events;
import dev.cairn.client.FileBody;
import dev.cairn.client.ProblemException;
import dev.cairn.client.ProblemException.Violation;
import dev.cairn.client.UnreachableException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C4: the Java client does the main job against a real server, and says what went wrong. */
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
class ClientHttpTest {
    @TempDir
    private static Path directory;

    private static TestServer server;
    private static CairnClient client;
    private static int projects;

    private String project;

    @BeforeAll
    static void start() {
        server = TestServer.start(directory);
        client = CairnClient.connect(URI.create("http://127.0.0.1:" + server.port()), server.token());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void newProject() {
        project = "C" + ++projects;
        client.createProject(new NewProject().key(project).name("Project " + project));
    }

    private TicketBody ticket(String title) {
        return client.createTicket(project, new NewTicket().title(title));
    }

    @Test
    void aFileIsSentAsWhatItIs() {
        ImportFileQuery query = new ImportFileQuery().project(project).format("beads");
        byte[] issues = "{\"id\":\"b-1\",\"title\":\"First\",\"status\":\"open\"}\n".getBytes(UTF_8);
        FileBody lines = new FileBody("application/x-ndjson", BodyPublishers.ofByteArray(issues));
        assertThat(client.importFile(lines, query).created()).isEqualTo(1);
        FileBody prompt = new FileBody("text/markdown", BodyPublishers.ofByteArray(issues));
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> client.importFile(prompt, query));
        assertThat(refused.status()).isEqualTo(415);
    }

    @Test
    void theMainJobIsDone() {
        TicketBody ticket = client.createTicket(
                project,
                new NewTicket()
                        .title("Lay the keel")
                        .priority(Priority.HIGH)
                        .labels(List.of("hull"))
                        .tasks(List.of(new TaskFields().content("fell the oak"))));
        client.createTask(ticket.key(), new TaskFields().content("saw the planks"));
        String queue = client.createQueue(
                        project, new QueueFields().name("yard").maxParallel(1))
                .id();
        client.enqueueItems(queue, new EnqueueItemsBody().ticketId(ticket.key()).priority(Priority.URGENT));

        ClaimBody claim = (ClaimBody) client.claimFromQueue(queue, new ClaimRequest().agent("ada"));
        assertThat(claim.ticket().tasks()).extracting("content").containsExactly("fell the oak", "saw the planks");
        Instant lease = claim.leaseUntil();
        assertThat(lease).isNotNull();
        assertThat(client.heartbeatClaim(
                                claim.id(),
                                update(claim)
                                        .progress(
                                                new ProgressInput().percent(50).text("halfway")))
                        .leaseUntil())
                .isAfterOrEqualTo(lease);
        client.changeTaskStatus(
                claim.ticket().tasks().getFirst().id(), new TaskNewStatus().status(TaskStatus.COMPLETED));
        Claim ended = client.completeClaim(
                claim.id(),
                update(claim).note("it floats").result(Map.of("pr", 42)).finishTasks(true));
        assertThat(ended.outcome()).isEqualTo(ClaimOutcome.COMPLETED);
        assertThat(client.getTicket(ticket.key()).status()).isEqualTo(TicketStatus.COMPLETED);
        assertThat(client.claimFromQueue(queue, new ClaimRequest()))
                .isInstanceOfSatisfying(
                        ClaimAnswerNone.class, none -> assertThat(none.reason()).isEqualTo(NothingReason.EMPTY));
        assertThat(client.search(new SearchQuery().q("keel").project(project)).map(SearchHit::ticketKey))
                .containsExactly(ticket.key());
    }

    private static ClaimUpdate update(ClaimBody claim) {
        return new ClaimUpdate().fencingToken(claim.fencingToken());
    }

    @Test
    void whatIsNotSetStaysAndNullClears() {
        Instant due = Instant.parse("2030-01-02T03:04:05.678Z");
        TicketBody ticket = client.createTicket(
                project, new NewTicket().title("Caulk").dueAt(due).estimatedMinutes(30L));
        assertThat(ticket.dueAt()).isEqualTo(due);
        TicketBody renamed = client.updateTicket(ticket.key(), new TicketFields().title("Caulk it"));
        assertThat(renamed.dueAt()).isEqualTo(due);
        TicketBody cleared = client.updateTicket(ticket.key(), new TicketFields().dueAt(null));
        assertThat(cleared.dueAt()).isNull();
        assertThat(cleared.title()).isEqualTo("Caulk it");
        assertThat(cleared.estimatedMinutes()).isEqualTo(30);
    }

    @Test
    void aStaleVersionIsRefused() {
        TicketBody ticket = ticket("Tar");
        client.ifVersion(ticket.version()).updateTicket(ticket.key(), new TicketFields().title("Tar it"));
        ProblemException stale = catchThrowableOfType(
                ProblemException.class,
                () -> client.ifVersion(ticket.version()).updateTicket(ticket.key(), new TicketFields().title("No")));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale_version");
        assertThat(stale.hint()).contains("Read it again");
    }

    @Test
    void aProblemSaysWhatIsWrongAndWhere() {
        ProblemException wrong = catchThrowableOfType(
                ProblemException.class, () -> client.createTicket(project, new NewTicket().title("")));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.errors()).extracting(Violation::pointer).containsExactly("/title");
        assertThat(wrong.detail()).isNotBlank();
        assertThatThrownBy(() -> client.getTicket(project + "-404"))
                .isInstanceOfSatisfying(ProblemException.class, gone -> {
                    assertThat(gone.status()).isEqualTo(404);
                    assertThat(gone.code()).isEqualTo("not_found");
                });
    }

    @Test
    void aStreamGoesThroughAllPages() {
        List<String> titles = IntStream.range(0, 7).mapToObj(i -> "Plank " + i).toList();
        titles.forEach(this::ticket);
        assertThat(client.listTickets(project, new ListTicketsQuery().limit(3).sort("createdAt"))
                        .map(ListedTicket::title))
                .containsExactlyElementsOf(titles);
        assertThat(client.listTickets(
                        project, new ListTicketsQuery().status(List.of(TicketStatus.BLOCKED, TicketStatus.REVIEW))))
                .isEmpty();
    }

    @Test
    void theSameKeyDoesItOnce() {
        CairnClient once = client.once("launch-" + project);
        TicketBody first = once.createTicket(project, new NewTicket().title("Launch"));
        assertThat(once.createTicket(project, new NewTicket().title("Launch"))).isEqualTo(first);
    }

    /** The answer is lost, and the request sent again: it was done once. */
    @Test
    void aLostConnectionRepeatsWhatMayBeRepeated() throws Exception {
        try (LossyWire wire = LossyWire.to(server.port());
                CairnClient far = CairnClient.connect(wire.url(), server.token())) {
            wire.loseAnswers(2);
            TicketBody made = far.createTicket(project, new NewTicket().title("Moor"));
            assertThat(client.listTickets(project, new ListTicketsQuery()).map(ListedTicket::id))
                    .containsExactly(made.id());
            wire.loseAnswers(1);
            assertThat(far.getTicket(made.key()).title()).isEqualTo("Moor");
            wire.loseAnswers(1);
            assertThatThrownBy(() -> far.updateTicket(made.key(), new TicketFields().title("Moored")))
                    .isInstanceOf(UnreachableException.class);
        }
    }

    /** Also across a lost connection, nothing is missed and nothing told twice. */
    @Test
    void aListenerIsToldWhatHappens() throws Exception {
        BlockingQueue<Event> told = new LinkedBlockingQueue<>();
        long before = ((ActivityListed) client.listActivity(new ListActivityQuery().limit(1)))
                .items()
                .getFirst()
                .seq();
        try (LossyWire wire = LossyWire.to(server.port());
                CairnClient far = CairnClient.connect(wire.url(), server.token());
                Events events = far.events(before, told::add)) {
            String first = ticket("Bell").id();
            assertThat(next(told, first).type()).isEqualTo("ticket.created");
            wire.loseAnswers(1);
            String second = ticket("Buoy").id();
            assertThat(next(told, second).type()).isEqualTo("ticket.created");
            assertThat(told).extracting(Event::id).doesNotContain(first, second);
            assertThat(events).isNotNull();
        }
    }

    private static Event next(BlockingQueue<Event> told, String id) throws InterruptedException {
        while (true) {
            Event event = Objects.requireNonNull(told.poll(20, TimeUnit.SECONDS));
            if (event.id().equals(id)) {
                return event;
            }
        }
    }

    @Test
    void whereNobodyListensThereIsNoServer() {
        try (CairnClient nowhere = CairnClient.connect(URI.create("http://127.0.0.1:1"), "t")) {
            assertThatThrownBy(() -> nowhere.getProject("X"))
                    .isInstanceOfSatisfying(
                            UnreachableException.class,
                            lost -> assertThat(lost.code()).isEqualTo("server_unreachable"));
        }
        assertThatThrownBy(() -> CairnClient.connect(URI.create("http://127.0.0.1:1"), "a b"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
