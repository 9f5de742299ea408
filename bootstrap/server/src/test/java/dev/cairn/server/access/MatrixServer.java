package dev.cairn.server.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.agent.CreateAgent;
import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.file.FileStores;
import dev.cairn.application.memory.MemoryOwner;
import dev.cairn.application.memory.NewMemory;
import dev.cairn.application.model.NewProvider;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.user.NewToken;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.file.FileWords;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sha256;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.domain.memory.MemoryRelation;
import dev.cairn.domain.memory.RelationKind;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.http.HttpLimits;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.server.HttpListeners;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.server.openapi.Traffic;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server whose requests say who sends them, and the projects that they are about. */
final class MatrixServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Cairn cairn;
    private final Path folders;
    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Who, Caller> callers = new EnumMap<>(Who.class);
    private final Map<Who, String> tokens = new EnumMap<>(Who.class);
    private final PeopleMaker maker;
    private final Caller somebodyElse;
    private final Caller member;
    /** By whom they answer for: an agent is a member beside its human. */
    private final Map<Id<User>, Agent> agents;

    private final AtomicInteger numbers = new AtomicInteger();

    private MatrixServer(Cairn cairn, NamedCallers known, Path folders) {
        this.cairn = cairn;
        this.folders = folders;
        this.base = URI.create("http://%s:%d"
                .formatted(HttpSettings.HOST, cairn.get(HttpListeners.class).start()));
        for (Who who : Who.PEOPLE) {
            Caller caller = user(who.name().toLowerCase(Locale.ROOT));
            known.add(caller);
            callers.put(who, caller);
            tokens.put(who, caller.name());
        }
        Project elsewhere = cairn.projects().create(caller(Who.OWNER), CreateProject.of("ELSE", "Elsewhere"));
        tokens.put(Who.READER_TOKEN, program(Who.READER_TOKEN, null));
        tokens.put(Who.CLAIM_TOKEN, program(Who.CLAIM_TOKEN, null));
        tokens.put(Who.OTHER_PROJECT_TOKEN, program(Who.OTHER_PROJECT_TOKEN, ProjectRef.of(elsewhere.id())));
        this.maker = new PeopleMaker(cairn);
        this.somebodyElse = user("somebody else");
        this.member = user("another member");
        this.agents = new ConcurrentHashMap<>();
    }

    /** A server that knows the same callers, by the same tokens, on a database that knows them too. */
    private MatrixServer(Cairn cairn, MatrixServer like) {
        this.cairn = cairn;
        this.folders = like.folders;
        this.base = URI.create("http://%s:%d"
                .formatted(HttpSettings.HOST, cairn.get(HttpListeners.class).start()));
        callers.putAll(like.callers);
        tokens.putAll(like.tokens);
        this.maker = like.maker;
        this.somebodyElse = like.somebodyElse;
        this.member = like.member;
        this.agents = like.agents;
    }

    /** Starts another server for the same callers, on a database to which everything was moved. */
    MatrixServer elsewhere(DatabaseOptions database) {
        NamedCallers known = new NamedCallers();
        callers.values().forEach(known::add);
        return new MatrixServer(open(database, known), this);
    }

    static MatrixServer start(Path directory) {
        DatabaseOptions fast = new DatabaseOptions.Sqlite(directory.resolve("cairn.db"), true);
        NamedCallers known = new NamedCallers();
        return new MatrixServer(open(fast, known), known, directory.resolve("folders"));
    }

    private static Cairn open(DatabaseOptions database, NamedCallers known) {
        HttpSettings http = HttpSettings.inside(0, true, HttpLimits.DEFAULT);
        return Cairn.open(CairnOptions.of(database).withJobs(false), Map.of(), http, TokenHash.of("unused"), known);
    }

    /** Every route that the server has, as {@code GET /projects/{project}}. */
    List<String> routes() {
        return uriRoutes()
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString().replaceFirst("^" + HttpSettings.BASE, ""))
                .filter(route -> !route.startsWith("HEAD ") && !route.startsWith("OPTIONS "))
                .distinct()
                .sorted()
                .toList();
    }

    /** Those of the Studio are no part of the API: all of them answer the same page, to anybody (StudioTest). */
    Stream<UriRouteInfo<?, ?>> uriRoutes() {
        return bean(Router.class)
                .uriRoutes()
                .filter(route -> !((MethodBasedRouteInfo<?, ?>) route)
                        .getTargetMethod()
                        .getDeclaringType()
                        .getPackageName()
                        .equals("dev.cairn.studio"));
    }

    <T> T bean(Class<T> type) {
        return cairn.get(type);
    }

    HttpResponse<String> send(Who who, Call call, World world, String... headers) {
        return send(tokens.get(who), call, world, headers);
    }

    /** @param token none for somebody who does not say who they are */
    HttpResponse<String> send(@Nullable String token, Call call, World world, String... headers) {
        String body = call.body() == null ? null : world.in(call.body());
        Charset charset = Promptliano.EMPTY.equals(body) ? ISO_8859_1 : UTF_8;
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(call.path(world)))
                .timeout(PATIENCE)
                .method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, charset));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpRequest sent = request.build();
            HttpResponse<String> answer = client.send(sent, new UntilLive());
            Map<String, String> said = new HashMap<>();
            answer.headers()
                    .map()
                    .forEach((name, values) -> said.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            byte[] bytes = body == null ? null : body.getBytes(charset);
            Traffic.check(call.method(), Traffic.target(sent.uri()), bytes, answer.statusCode(), said, answer.body());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(call.toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String program(Who who, @Nullable ProjectRef project) {
        NewToken wanted = new NewToken(who.name(), who.scopes(), null, project, null);
        return cairn.tokens().create(caller(Who.OWNER), wanted).token().text();
    }

    /** The callers of the routes of people, and whom they ask about. */
    People people() {
        return maker.make(String.valueOf(numbers.incrementAndGet()));
    }

    /** As {@link #own}, with more tickets than any other, so that lists of the busiest begin with it. */
    World busiest() {
        World world = own();
        for (int i = 0; i < 3; i++) {
            cairn.tickets().create(caller(Who.OWNER), project(world), CreateTicket.titled("More"));
        }
        return world;
    }

    /** A project of the callers', each in its role. */
    World own() {
        Caller owner = caller(Who.OWNER);
        World world = world(owner);
        ProjectRef project = project(world);
        for (Who who : Who.PEOPLE) {
            Role role = who.role();
            if (role != null && role != Role.OWNER) {
                cairn.members().put(owner, project, caller(who).userId(), role);
            }
        }
        return world;
    }

    /** A project that none of the callers takes part in. */
    World others() {
        return world(somebodyElse);
    }

    /** Well-formed names of nothing. */
    World guessed(World like) {
        Map<String, String> guesses = new HashMap<>();
        like.names().forEach((name, value) -> {
            if (Id.isId(value)) {
                guesses.put(name, ids().next().toString());
            }
        });
        return like.with(guesses);
    }

    void prepare(World world, Entry.Before state) {
        Caller owner = caller(Who.OWNER);
        TicketRef ticket = TicketRef.parse(world.name("ticket"));
        Id<Conversation> conversation = Id.parse(world.name("conversation"));
        switch (state) {
            case NOTHING -> {}
            case ARCHIVED_PROJECT -> cairn.projects().archive(owner, project(world), Expected.ANY);
            case DELETED_PROJECT -> cairn.projects().delete(owner, project(world), Expected.ANY);
            case ARCHIVED_TICKET -> cairn.tickets().archive(owner, ticket, Expected.ANY);
            case DELETED_TICKET -> cairn.tickets().delete(owner, ticket, Expected.ANY);
            case ARCHIVED_CONVERSATION -> cairn.conversations().archive(owner, conversation, Expected.ANY);
            case DELETED_CONVERSATION -> cairn.conversations().delete(owner, conversation, Expected.ANY);
        }
    }

    /** How far the log of a project has come: what is refused leaves no entry. */
    long lastEntry(World world) {
        Id<Project> project = Id.parse(world.name("project"));
        return cairn.activity()
                .list(
                        caller(Who.OWNER),
                        null,
                        new ActivityFilter(project, null, null, List.of()),
                        PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items()
                .getFirst()
                .seq();
    }

    /** How far the log of everything has come. */
    long lastEntry() {
        return cairn.get(Sql.class).one("SELECT coalesce(max(seq), 0) AS n FROM activity", row -> row.integer("n"));
    }

    Id<User> guess() {
        return ids().next();
    }

    String fresh() {
        return "K" + numbers.incrementAndGet();
    }

    private World world(Caller owner) {
        String key = fresh();
        String before = String.valueOf(lastEntry());
        String secret = "secret" + key.toLowerCase(Locale.ROOT) + "x";
        Project project = cairn.projects().create(owner, CreateProject.of(key, key));
        ProjectRef ref = ProjectRef.of(project.id());
        cairn.members().put(owner, ref, member.userId(), Role.VIEWER);
        var ticket = cairn.tickets()
                .create(
                        owner,
                        ref,
                        new CreateTicket(
                                TicketContent.titled(secret), List.of(TaskDraft.of("one"), TaskDraft.of("two"))));
        TicketRef ticketRef = TicketRef.of(ticket.ticket().id());
        TicketRef other = ticket(owner, ref, "other");
        cairn.links().put(owner, ticketRef, LinkKind.RELATES_TO, other);
        Queue queue = cairn.queues().create(owner, ref, oneAttempt());
        QueueItem failed = enqueue(owner, queue, ticket(owner, ref, "failed"));
        Claimed lost = claim(owner, queue);
        cairn.claims()
                .fail(owner, lost.claim().id(), ClaimUpdate.of(lost.claim().fencingToken()));
        enqueue(owner, queue, ticket(owner, ref, "held"));
        Claimed held = claim(owner, queue);
        QueueItem ready = enqueue(owner, queue, other);
        var comment = cairn.comments().add(owner, ticketRef, new CommentText(secret));
        Artifact artifact = cairn.generation()
                .generate(owner, ref, List.of(ArtifactType.CLASS_DIAGRAM))
                .getFirst();
        Map<String, String> names = new HashMap<>(Map.of(
                "project", project.id().toString(),
                "ticket", ticket.ticket().id().toString(),
                "task", ticket.tasks().getFirst().id().toString(),
                "task2", ticket.tasks().getLast().id().toString(),
                "other", other.toString(),
                "queue", queue.id().toString(),
                "item", ready.id().toString(),
                "failed", failed.id().toString(),
                "comment", comment.id().toString(),
                "claim", held.claim().id().toString()));
        Message message = said(owner, ref, secret);
        names.put("message", message.id().toString());
        names.put("before", before);
        names.putAll(talk(owner, ref, message.conversationId()));
        names.putAll(files(owner, project, secret));
        names.putAll(Map.of(
                "artifact",
                artifact.id().toString(),
                "number",
                "1",
                "conversation",
                message.conversationId().toString(),
                "user",
                member.userId().toString(),
                "queueName",
                queue.content().name(),
                "kind",
                "relates_to",
                "newKind",
                "blocks",
                "key",
                key,
                "secret",
                secret,
                "fresh",
                fresh()));
        return new World(secret, names);
    }

    /** A file of a folder that somebody agreed upon, and a run of the index that has not begun. */
    private Map<String, String> files(Caller owner, Project project, String secret) {
        try {
            Path folder = Files.createDirectories(folders.resolve(secret)).toRealPath();
            Files.writeString(folder.resolve("a.txt"), secret);
            ProjectRef ref = ProjectRef.of(project.id());
            cairn.projects().update(owner, ref, Expected.ANY, content -> content.withLocalPath(folder.toString()));
            ProjectFile file = new ProjectFile(
                    ids().next(),
                    project.id(),
                    "a.txt",
                    "a.txt",
                    "txt",
                    secret.length(),
                    Instant.EPOCH,
                    null,
                    "text/plain",
                    null,
                    Sha256.of(secret),
                    null,
                    null,
                    null,
                    Instant.EPOCH);
            FileStores stores = cairn.get(FileStores.class);
            cairn.get(Transactions.class).write(() -> {
                stores.folders().put(project.id(), folder.toString());
                stores.files().insertAll(List.of(file));
                stores.words().put(List.of(new FileWords(file.id(), project.id(), "a.txt", "a.txt", "", "", secret)));
                return file;
            });
            return Map.of(
                    "file", file.id().toString(),
                    "job", cairn.indexing().start(owner, ref, false).id().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An agent that is to answer, and has answered; and what the project remembers. */
    private Map<String, String> talk(Caller owner, ProjectRef project, Id<Conversation> conversation) {
        Agent agent = agents.computeIfAbsent(owner.userId(), _ -> agent(cairn, owner));
        cairn.members().put(owner, project, agent.userId(), Role.EDITOR);
        AgentRun ended = cairn.replies().request(owner, conversation, agent.id());
        cairn.runs().cancel(owner, ended.id());
        AgentRun run = cairn.replies().request(owner, conversation, agent.id());
        Memory memory = remembered(owner, project);
        Memory other = remembered(owner, project);
        cairn.memories().relate(owner, new MemoryRelation(memory.id(), other.id(), RelationKind.REFINES));
        Prompt prompt = cairn.prompts().create(owner, project, PromptContent.of("words", "words"));
        Prompt deleted = cairn.prompts().create(owner, project, PromptContent.of("deleted", "words"));
        cairn.prompts().delete(owner, deleted.id(), Expected.ANY);
        return Map.of(
                "prompt", prompt.id().toString(),
                "deletedPrompt", deleted.id().toString(),
                "agent", agent.id().toString(),
                "run", run.id().toString(),
                "endedRun", ended.id().toString(),
                "memory", memory.id().toString(),
                "memory2", other.id().toString());
    }

    private Memory remembered(Caller owner, ProjectRef project) {
        NewMemory memory = new NewMemory(MemoryContent.of("words"), null);
        return cairn.memories().create(owner, new MemoryOwner(null, project), memory);
    }

    private static Agent agent(Cairn cairn, Caller owner) {
        BaseUrl nowhere = new BaseUrl("http://127.0.0.1:1/v1");
        cairn.providers()
                .create(
                        owner,
                        new NewProvider(
                                new ProviderContent("Nowhere", ProviderType.CUSTOM, nowhere, "none", null, null),
                                null,
                                true));
        return cairn.agents().create(owner, CreateAgent.of("Robot", "helper")).agent();
    }

    /** A channel of this title, where the owner said it, and in which another member takes part. */
    private Message said(Caller owner, ProjectRef project, String words) {
        Id<Conversation> channel = cairn.conversations()
                .create(owner, project, CreateConversation.channel(words))
                .conversation()
                .id();
        cairn.participants().put(owner, channel, member.userId());
        return cairn.messages().post(owner, channel, PostMessage.of(words));
    }

    private TicketRef ticket(Caller owner, ProjectRef project, String title) {
        return TicketRef.of(cairn.tickets()
                .create(owner, project, CreateTicket.titled(title))
                .ticket()
                .id());
    }

    private QueueItem enqueue(Caller owner, Queue queue, TicketRef ticket) {
        return cairn.items()
                .enqueue(owner, queue.id(), List.of(EnqueueItem.ticket(ticket)))
                .getFirst()
                .item();
    }

    private Claimed claim(Caller owner, Queue queue) {
        return (Claimed) cairn.claims().claim(owner, queue.id(), ClaimRequest.DEFAULT);
    }

    private static QueueContent oneAttempt() {
        return QueueContent.named("work").withMaxParallel(10).withMaxAttempts(1);
    }

    private static ProjectRef project(World world) {
        return ProjectRef.parse(world.name("project"));
    }

    private Caller caller(Who who) {
        @Nullable Caller caller = callers.get(who);
        if (caller == null) {
            throw new IllegalStateException(who.name());
        }
        return caller;
    }

    private Caller user(String name) {
        User user = User.human(ids().next(), UserContent.named(name), SystemRole.MEMBER, Times.now(Clock.systemUTC()));
        cairn.get(Transactions.class)
                .write(() -> cairn.get(UserRepository.class).insert(user));
        return Caller.of(user);
    }

    private IdGenerator ids() {
        return cairn.get(IdGenerator.class);
    }

    @Override
    public void close() {
        client.close();
        cairn.close();
    }
}
