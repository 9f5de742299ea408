package dev.cairn.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.UseCases;
import dev.cairn.application.agent.CreateAgent;
import dev.cairn.application.agent.ReplyWish;
import dev.cairn.application.artifact.ArtifactDraft;
import dev.cairn.application.artifact.ArtifactWithContent;
import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.project.Opening;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.queue.ReadyClaim;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.user.LocalOwner;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionRepository;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.Boundaries;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.ConversationView;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.ticket.FirstTasks;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserFilter;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.persistence.jdbc.PersistenceProperties;
import dev.cairn.sqlite.SqliteDataSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The number of statements of each use case, BEGIN and COMMIT included, whatever the number of rows: a query per row
 * would show here.
 */
class StatementCountTest {
    private static final ProjectRef CRN = ProjectRef.parse("CRN");
    private static final Sort NEWEST = Sort.by(Sort.desc("createdAt"));

    private final List<String> statements = new ArrayList<>();

    @TempDir
    Path directory;

    private ApplicationContext context;
    private UseCases services;
    private Caller owner;
    private Queue queue;

    @BeforeEach
    void open() {
        DatabaseOptions options = new DatabaseOptions.Sqlite(directory.resolve("cairn.db"));
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .bootstrapEnvironment(false)
                .environmentPropertySource(false)
                .enableDefaultPropertySources(false)
                .banner(false)
                .properties(PersistenceProperties.of(options))
                .singletons(options, Clock.systemUTC())
                .start();
        services = context::getBean;
        owner = services.get(LocalOwner.class).caller().orElseThrow();
        services.projects().create(owner, CreateProject.of("CRN", "Cairn"));
        queue = services.queues().create(owner, CRN, QueueContent.named("q").withMaxParallel(9));
        List<TicketRef> tickets = create(30).stream().map(TicketRef::of).toList();
        services.items()
                .enqueue(
                        owner,
                        queue.id(),
                        tickets.stream().map(EnqueueItem::ticket).toList());
        SqliteDataSource source =
                (SqliteDataSource) DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
        source.log().observe(statements::add);
    }

    @AfterEach
    void close() {
        context.close();
    }

    /** R23, R33 */
    @Test
    void readingIsOneQueryOnOneSnapshot() {
        TicketRef ticket = TicketRef.parse("CRN-7");
        PageRequest page = PageRequest.first(NEWEST);
        costs(1, "a ticket with its tasks", () -> services.tickets().get(owner, ticket));
        List<Id<Ticket>> tickets = services.tickets().list(owner, CRN, TicketFilter.ANY, page).items().stream()
                .map(TicketSummary::id)
                .toList();
        costs(2, "their first tasks", () -> services.tasks().listFirst(owner, tickets, new FirstTasks(null, 1)));
        costs(4, "a page of tickets", () -> services.tickets().list(owner, CRN, TicketFilter.ANY, page));
        costs(3, "a page of projects", () -> services.projects().list(owner, ProjectFilter.LIVE, page));
        PageRequest counted = new PageRequest(50, null, NEWEST, true);
        costs(4, "a page and a total", () -> services.projects().list(owner, ProjectFilter.LIVE, counted));
        costs(3, "a page of users", () -> services.users().list(owner, UserFilter.ANY, page));
        costs(4, "a page of users and a total", () -> services.users().list(owner, UserFilter.ANY, counted));
        costs(4, "an overview", () -> services.overviews().get(owner, CRN));
        costs(3, "all overviews", () -> services.overviews().busiest(owner, 50));
        costs(
                4,
                "a page of items",
                () -> services.items()
                        .list(owner, queue.id(), List.of(), PageRequest.first(Sort.by(Sort.asc("position")))));
        costs(4, "all metrics", () -> services.metrics().metrics(owner));
        costs(4, "what is ready", () -> services.ready().list(owner, CRN, false, 20, null));
        costs(
                3,
                "the log",
                () -> services.activity()
                        .list(
                                owner,
                                null,
                                new ActivityFilter(null, null, null, List.of()),
                                PageRequest.first(Sort.by(Sort.desc("seq")))));
    }

    @Test
    void collectedDataAndTheirValidation() {
        var actors = List.of(Actor.named("Ada"), Actor.named("Bob"));
        var data = new CollectedData(actors, List.of(), Boundaries.NONE, List.of(), List.of());
        costs(7, "replacing collected data", () -> services.collected().replace(owner, CRN, Expected.ANY, data));
        costs(7, "merging collected data", () -> services.collected().merge(owner, CRN, Expected.ANY, data));
        costs(7, "a validation", () -> services.collected().validate(owner, CRN, Expected.ANY));
        costs(4, "collected data", () -> services.collected().get(owner, CRN));
        costs(4, "the last validation", () -> services.collected().validation(owner, CRN));
        costs(1, "statistics of all projects", () -> services.overviews().statistics(owner));
    }

    @Test
    void artifactsAndTheirRevisions() {
        List<ArtifactWithContent> made = new ArrayList<>();
        var first = new CreateArtifact(ArtifactType.DOCUMENT, "Notes", ArtifactFormat.MARKDOWN, RevisionText.of("one"));
        costs(6, "a new artifact", () -> made.add(services.artifacts().create(owner, CRN, first)));
        Id<Artifact> id = made.getFirst().artifact().id();
        Edit<ArtifactDraft> second = draft -> draft.withRevision(RevisionText.of("two"));
        costs(7, "a revision", () -> services.artifacts().update(owner, id, Expected.ANY, second));
        costs(5, "the same again", () -> services.artifacts().update(owner, id, Expected.ANY, second));
        costs(4, "an artifact", () -> services.artifacts().get(owner, id));
        PageRequest page = PageRequest.first(NEWEST);
        costs(4, "a page of artifacts", () -> services.artifacts().list(owner, CRN, ArtifactFilter.ANY, page));
        costs(
                4,
                "a page of revisions",
                () -> services.artifacts().revisions(owner, id, PageRequest.first(RevisionRepository.NEWEST_FIRST)));
        costs(8, "generating four", () -> services.generation().generate(owner, CRN, List.of()));
        costs(5, "generating the same four", () -> services.generation().generate(owner, CRN, List.of()));
    }

    @Test
    void anImportListsArtifactsOnceHoweverManyItBrings() throws IOException {
        for (int i = 0; i < 5; i++) {
            var made = new CreateArtifact(
                    ArtifactType.DOCUMENT, "Notes " + i, ArtifactFormat.MARKDOWN, RevisionText.of("text"));
            services.artifacts().create(owner, CRN, made);
        }
        var file = new ByteArrayOutputStream();
        services.exports().export(owner, CRN, file);
        statements.clear();
        services.imports().run(owner, CRN, "cairn", new ByteArrayInputStream(file.toByteArray()));
        assertThat(statements)
                .filteredOn(statement -> statement.contains("ORDER BY artifact_row_"))
                .hasSize(1);
    }

    @Test
    void theLogsRetention() {
        costs(1, "nothing to remove", () -> services.retention().apply(owner));
        Edit<SystemSettings> one = settings -> settings.withActivityRetentionDays(1);
        costs(5, "a retention", () -> services.settings().changeSystem(owner, one));
        costs(4, "a slice of old entries", () -> services.retention().apply(owner));
    }

    @Test
    void aPurgeIsOneDeleteAndWhatNoForeignKeyReaches() {
        costs(7, "a purge", () -> services.projects().purge(owner, CRN, Expected.ANY));
    }

    @Test
    void aSearchStopsWhenItHasEnough() {
        costs(5, "title hits", () -> services.search().search(owner, "ticket", List.of(), CRN, 20));
        costs(8, "too few hits", () -> services.search().search(owner, "zeppelin", List.of(), CRN, 20));
    }

    @Test
    void writingTicketsCostsTheSameForOneAndForMany() {
        costs(7, "one ticket with two tasks", () -> create(1));
        costs(8, "four tickets with eight tasks", () -> create(4));
        costs(
                7,
                "a status, and what it waits for",
                () -> services.tickets()
                        .changeStatus(owner, TicketRef.parse("CRN-3"), Expected.ANY, TicketStatus.IN_PROGRESS, false));
        costs(
                6,
                "a title",
                () -> services.tickets()
                        .update(
                                owner,
                                TicketRef.parse("CRN-3"),
                                Expected.ANY,
                                content -> content.withTitle("Another title")));
    }

    @Test
    void accessCostsNothingWhereSomethingIsFoundAndOneRowWhereAMemberIsMade() {
        Caller ada = user("Ada");
        costs(
                8,
                "a project with owner and channel",
                () -> services.projects().create(owner, CreateProject.of("NEW", "New")));
        var full = new CreateProject("ALL", ProjectContent.named("All"), new Opening(true, agents(3)));
        costs(11, "a project with intake and agents", () -> services.projects().create(owner, full));
        costs(4, "its conversations", () -> conversations("ALL"));
        costs(8, "a new member", () -> services.members().put(owner, CRN, ada.userId(), Role.VIEWER));
        costs(4, "the members", () -> services.members().list(owner, CRN, PageRequest.first(MemberRepository.ORDER)));
        costs(9, "a transfer", () -> services.members().transfer(owner, CRN, Expected.ANY, ada.userId()));
        costs(1, "a project", () -> services.projects().get(ada, CRN));
        costs(1, "a queue", () -> services.queues().get(ada, queue.id()));
    }

    /** R41: what was said last, by whom, and what is unread is part of the one query that lists. */
    @Test
    void talkTakesFewStatementsHoweverMuchThereIs() {
        Caller ada = user("Ada");
        List<Id<Conversation>> channels = new ArrayList<>();
        services.members().put(owner, CRN, ada.userId(), Role.EDITOR);
        costs(8, "a channel", () -> channels.add(channel("first")));
        Id<Conversation> first = channels.getFirst();
        costs(8, "a message", () -> say(ada, first));
        for (int i = 0; i < 9; i++) {
            say(ada, channel("channel " + i));
            say(ada, first);
        }
        var all = PageRequest.first(ConversationRepository.NEWEST_FIRST);
        costs(3, "all conversations", () -> services.conversations().list(owner, null, ConversationFilter.ANY, all));
        var unread = ConversationFilter.ANY.withUnread(true);
        costs(3, "what is unread", () -> services.conversations().list(owner, null, unread, all));
        costs(
                4,
                "a conversation and who is in it",
                () -> services.conversations().get(owner, first));
        costs(
                4,
                "its messages",
                () -> services.messages().list(owner, first, PageRequest.first(MessageRepository.ORDER)));
        costs(6, "a read mark", () -> services.messages().read(owner, first, 5));
        costs(
                9,
                "a direct conversation",
                () -> services.conversations().begin(owner, CreateConversation.direct(ada.userId())));
        costs(
                6,
                "the same again",
                () -> services.conversations().begin(ada, CreateConversation.direct(owner.userId())));
    }

    /** R44, R47 */
    @Test
    void whichOfManyAgentsMayAnswerIsAskedOnce() {
        List<Id<User>> agents = IntStream.range(0, 4)
                .mapToObj(i -> services.agents()
                        .create(owner, CreateAgent.of("Agent " + i, "helper"))
                        .agent()
                        .userId())
                .toList();
        agents.forEach(agent -> services.members().put(owner, CRN, agent, Role.EDITOR));
        Id<Conversation> two = direct(agents.subList(0, 2));
        Id<Conversation> all = direct(agents);
        assertThat(looks("FROM participants", all, "Hello", 4)).isEqualTo(looks("FROM participants", two, "Hello", 2));
        Id<Conversation> channel = channel("all");
        assertThat(looks("FROM project_members", channel, "@Agent 0 @Agent 1 @Agent 2 @Agent 3", 4))
                .isEqualTo(looks("FROM project_members", channel, "@Agent 0 @Agent 1", 2));
    }

    private Id<Conversation> direct(List<Id<User>> others) {
        CreateConversation direct =
                new CreateConversation(ConversationKind.DIRECT, null, null, Purpose.GENERAL, List.of(), others);
        return services.conversations()
                .begin(owner, direct)
                .shown()
                .conversation()
                .id();
    }

    private long looks(String part, Id<Conversation> where, String text, int answers) {
        statements.clear();
        assertThat(services.replies()
                        .post(owner, where, PostMessage.of(text), new ReplyWish.Concerned())
                        .runs())
                .hasSize(answers);
        return statements.stream().filter(statement -> statement.contains(part)).count();
    }

    private Id<Conversation> channel(String title) {
        return services.conversations()
                .create(owner, CRN, CreateConversation.channel(title))
                .conversation()
                .id();
    }

    private void say(Caller caller, Id<Conversation> conversation) {
        services.messages().post(caller, conversation, PostMessage.of("words"));
    }

    private List<Id<User>> agents(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> stored((id, now) -> User.agent(id, owner.userId(), UserContent.named("Agent " + i), now))
                        .userId())
                .toList();
    }

    private Page<ConversationView> conversations(String key) {
        return services.conversations()
                .list(owner, ProjectRef.parse(key), ConversationFilter.ANY, PageRequest.first(NEWEST));
    }

    private Caller user(String name) {
        return stored((id, now) -> User.human(id, UserContent.named(name), SystemRole.MEMBER, now));
    }

    private Caller stored(BiFunction<Id<User>, Instant, User> maker) {
        User user = maker.apply(context.getBean(IdGenerator.class).next(), Times.now(Clock.systemUTC()));
        context.getBean(Transactions.class)
                .write(() -> context.getBean(UserRepository.class).insert(user));
        return Caller.of(user);
    }

    @Test
    void aClaimAndItsEnd() {
        List<Claimed> held = new ArrayList<>();
        costs(9, "a claim", () -> held.add(claim()));
        ClaimUpdate update = ClaimUpdate.of(held.getFirst().claim().fencingToken());
        costs(
                9,
                "a heartbeat",
                () -> services.claims().heartbeat(owner, held.getFirst().claim().id(), update));
        costs(
                10,
                "a release",
                () -> services.claims().release(owner, held.getFirst().claim().id(), update));
        services.queues().pause(owner, queue.id(), Expected.ANY);
        statements.clear();
        costs(6, "nothing to claim", () -> services.claims().claim(owner, queue.id(), ClaimRequest.DEFAULT));
    }

    /** Q22: the ticket enters the default queue and is handed out; nine, and begin and commit. */
    @Test
    void aClaimFromTheReadyList() {
        create(2);
        services.readyClaims().claim(owner, CRN, ReadyClaim.NEXT);
        statements.clear();
        costs(11, "a ready ticket", () -> services.readyClaims().claim(owner, CRN, ReadyClaim.NEXT));
        costs(9, "nothing is ready", () -> services.readyClaims().claim(owner, CRN, ReadyClaim.NEXT));
        PageRequest page = PageRequest.first(NEWEST);
        costs(5, "a page of tickets, some held", () -> services.tickets().list(owner, CRN, TicketFilter.ANY, page));
    }

    private Claimed claim() {
        return (Claimed) services.claims().claim(owner, queue.id(), ClaimRequest.DEFAULT);
    }

    private List<dev.cairn.domain.kernel.Id<dev.cairn.domain.ticket.Ticket>> create(int count) {
        CreateTicket[] wanted = new CreateTicket[count];
        Arrays.fill(
                wanted,
                new CreateTicket(TicketContent.titled("A ticket"), List.of(TaskDraft.of("one"), TaskDraft.of("two"))));
        return services.tickets().createAll(owner, CRN, List.of(wanted)).stream()
                .map(created -> created.ticket().id())
                .toList();
    }

    private void costs(int expected, String what, Runnable useCase) {
        statements.clear();
        useCase.run();
        // The housekeeping works beside the use cases, every second.
        assertThat(statements.stream().filter(statement -> !statement.startsWith("PRAGMA")))
                .as(what)
                .hasSize(expected);
    }
}
