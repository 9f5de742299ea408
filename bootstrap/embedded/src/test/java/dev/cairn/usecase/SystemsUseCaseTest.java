package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.UseCases;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.ImportRequest;
import dev.cairn.application.interchange.SystemReport;
import dev.cairn.application.interchange.SystemReport.Filled;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.user.LogIn;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Databases of the systems that Cairn replaces, once and again. */
class SystemsUseCaseTest extends UseCaseTest {
    private static final String NOW = "1767322800000";
    private static final List<String> PROMPTLIANO = List.of(
            "CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT, path TEXT, created_at INTEGER)",
            "CREATE TABLE tickets (id INTEGER PRIMARY KEY, project_id INTEGER, title TEXT, status TEXT, queue_id INTEGER,"
                    + " queue_status TEXT, queue_position INTEGER, created_at INTEGER, updated_at INTEGER)",
            "CREATE TABLE ticket_tasks (id INTEGER PRIMARY KEY, ticket_id INTEGER, content TEXT, done INTEGER,"
                    + " order_index INTEGER, dependencies TEXT, queue_id INTEGER, queue_status TEXT, created_at INTEGER)",
            "CREATE TABLE queues (id INTEGER PRIMARY KEY, project_id INTEGER, name TEXT)",
            "CREATE TABLE chats (id INTEGER PRIMARY KEY, project_id INTEGER, title TEXT, created_at INTEGER)",
            "CREATE TABLE chat_messages (id INTEGER PRIMARY KEY, chat_id INTEGER, role TEXT, content TEXT, created_at INTEGER)",
            "CREATE TABLE prompts (id INTEGER PRIMARY KEY, project_id INTEGER, title TEXT, content TEXT)",
            "CREATE TABLE claude_agents (id TEXT PRIMARY KEY, name TEXT, instructions TEXT, model TEXT)",
            "CREATE TABLE provider_keys (id INTEGER PRIMARY KEY, provider TEXT, key_name TEXT, key TEXT)",
            "INSERT INTO projects VALUES (1, 'Web Shop', '/home/ada/shop', $), (2, 'Mill', '/home/ada/mill', $)",
            "INSERT INTO queues VALUES (1, 1, 'work')",
            "INSERT INTO tickets VALUES (1, 1, 'Keel', 'open', 1, 'queued', 0, $, $),"
                    + " (2, 1, 'Sails', 'closed', NULL, NULL, NULL, $, $), (3, 2, 'Wheel', 'in_progress', NULL, NULL, NULL, $, $)",
            "INSERT INTO ticket_tasks VALUES (1, 1, 'fell', 1, 0, '[]', NULL, NULL, $), (2, 1, 'saw', 0, 1, '[1]', 1, 'queued', $)",
            "INSERT INTO chats VALUES (1, 1, 'On oak', $), (2, NULL, 'On nothing', $)",
            "INSERT INTO chat_messages VALUES (1, 1, 'user', 'What of oak?', $), (2, 1, 'assistant', 'Dear', $)",
            "INSERT INTO prompts VALUES (1, 1, 'Review', 'Look at it.')",
            "INSERT INTO claude_agents VALUES ('carpenter', 'Carpenter', 'Measure twice.', 'm')",
            "INSERT INTO provider_keys VALUES (1, 'anthropic', 'main', 'sk-very-secret-key-1234')");

    private static final List<String> WIZ = List.of(
            "CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT, type TEXT)",
            "CREATE TABLE accounts (id TEXT PRIMARY KEY, user_id TEXT, username TEXT, password_hash TEXT)",
            "CREATE TABLE projects (id TEXT PRIMARY KEY, name TEXT, local_path TEXT, owner_id TEXT, created_at INTEGER)",
            "CREATE TABLE project_channels (id TEXT, project_id TEXT, name TEXT, created_at INTEGER)",
            "CREATE TABLE messages (id TEXT PRIMARY KEY, source_type TEXT, source_id TEXT, author_id TEXT, content TEXT, created_at INTEGER)",
            "CREATE TABLE memory (id TEXT PRIMARY KEY, content TEXT, created_at INTEGER)",
            "CREATE TABLE project_memory (memory_id TEXT, project_id TEXT)",
            "INSERT INTO users VALUES ('u1', 'Ada', 'human'), ('u2', 'Grace', 'human')",
            "INSERT INTO accounts VALUES ('c1', 'u1', 'ada', '$2b$10$x'), ('c2', 'u2', 'grace', '$2b$10$x')",
            "INSERT INTO projects VALUES ('p1', 'Wizardry', '/home/ada/wiz', 'u1', 1767322800000)",
            "INSERT INTO project_channels VALUES ('h1', 'p1', 'general', 1767322800000), ('h2', 'p1', 'oak', 1767322800000)",
            "INSERT INTO messages VALUES ('m1', 'channel', 'h2', 'u1', 'Hello', 1767322800000)",
            "INSERT INTO memory VALUES ('y1', 'Oak is dear', 1767322800000)",
            "INSERT INTO project_memory VALUES ('y1', 'p1')");

    private static final String MOVED = "ALTER TABLE provider_keys ADD COLUMN base_url TEXT";

    /** Each is begun while the one before reads its file. */
    @Test
    void onlyTwoRunAtOnce() {
        assertRefused(ErrorCode.IMPORT_RUNNING, () -> during(() -> during(() -> during(() -> {}))));
        assertRefused(ErrorCode.FORMAT, () -> during(() -> during(() -> {})));
    }

    private void during(Runnable another) {
        try {
            var _ = services.systemImports().run(owner, null, ImportRequest.of("promptliano"), new InputStream() {
                @Override
                public int read() {
                    another.run();
                    return -1;
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return read();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyProjectGetsItsOwnAndWhatIsInNoneHasOneToo() throws IOException, SQLException {
        SystemReport report = run("promptliano", null, promptliano());
        assertThat(report.projects())
                .extracting(filled -> filled.key() + " " + filled.name() + " " + filled.created())
                .containsExactly("WEBSHOP Web Shop true", "MILL Mill true", "PROMPTLIAN Promptliano true");
        var keel = services.tickets().get(owner, TicketRef.parse("WEBSHOP-1"));
        assertThat(keel.ticket().content().title()).isEqualTo("Keel");
        assertThat(keel.tasks())
                .extracting(task -> task.status())
                .containsExactly(TaskStatus.COMPLETED, TaskStatus.PENDING);
        assertThat(services.tickets()
                        .get(owner, TicketRef.parse("WEBSHOP-2"))
                        .ticket()
                        .status())
                .isEqualTo(TicketStatus.COMPLETED);
        assertThat(services.projects()
                        .get(owner, ProjectRef.parse("WEBSHOP"))
                        .content()
                        .localPath())
                .isEqualTo("/home/ada/shop");
        assertThat(export("WEBSHOP")).contains("What of oak?", "Look at it.", "Measure twice.", "\"queue\":\"work\"");
    }

    /** I2 */
    @Test
    void theSameFileAgainChangesNothing() throws IOException, SQLException {
        byte[] file = promptliano();
        run("promptliano", null, file);
        services.tickets().delete(owner, TicketRef.parse("WEBSHOP-2"), Expected.ANY);
        clock.advance(Duration.ofHours(1));
        String before = export("WEBSHOP");
        long entries = lastEntry();
        SystemReport again = run("promptliano", null, file);
        assertThat(again.projects()).extracting(Filled::created).containsOnly(false);
        assertThat(again.projects())
                .allMatch(filled -> filled.report().created() + filled.report().updated() == 0);
        assertThat(again.providers()).isZero();
        assertThat(lastEntry()).isEqualTo(entries);
        assertThat(export("WEBSHOP")).isEqualTo(before);
    }

    /** I2: whichever of them makes a project, the others find it. */
    @Test
    void ofManyAtOnceOneMakesEachProject() throws Exception {
        assertOneMakesEachProject(List.of(services, services, services, services));
    }

    /** Imports one file at once through each of these. */
    void assertOneMakesEachProject(List<UseCases> doors) throws Exception {
        byte[] file = promptliano();
        CyclicBarrier start = new CyclicBarrier(doors.size());
        List<Callable<List<Filled>>> runners = new ArrayList<>();
        for (UseCases door : doors) {
            runners.add(() -> {
                start.await();
                return made(door, file);
            });
        }
        List<Filled> made = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(doors.size())) {
            for (Future<List<Filled>> each : pool.invokeAll(runners)) {
                made.addAll(each.get());
            }
        }
        SystemReport again = run("promptliano", null, file);
        assertThat(made).extracting(Filled::name).doesNotHaveDuplicates();
        assertThat(again.projects())
                .extracting(Filled::name)
                .containsExactlyInAnyOrder("Web Shop", "Mill", "Promptliano");
        PageRequest byName = PageRequest.first(Sort.by(Sort.asc("name")));
        assertThat(services.projects()
                        .list(owner, new ProjectFilter(List.of(), Archived.ANY, null, null), byName)
                        .items())
                .extracting(found -> found.content().name())
                .containsExactly("Cairn", "Mill", "Promptliano", "Web Shop");
        assertThat(services.tickets()
                        .list(
                                owner,
                                ProjectRef.parse(again.projects().getFirst().key()),
                                TicketFilter.ANY,
                                PageRequest.first(Sort.by(Sort.asc("createdAt"))))
                        .items())
                .hasSize(2);
    }

    private List<Filled> made(UseCases door, byte[] file) throws IOException {
        try {
            return door
                    .systemImports()
                    .run(owner, null, ImportRequest.of("promptliano"), new ByteArrayInputStream(file))
                    .projects()
                    .stream()
                    .filter(Filled::created)
                    .toList();
        } catch (Conflict running) {
            assertThat(running.code()).isEqualTo(ErrorCode.IMPORT_RUNNING);
            return List.of();
        }
    }

    /** A rowid of a ticket that was deleted there is given to the next one. */
    @Test
    void aChangedFileUpdatesAndANewRowWithAnOldIdIsNew() throws IOException, SQLException {
        run("promptliano", null, promptliano());
        SystemReport changed = run(
                "promptliano",
                null,
                promptliano(
                        "UPDATE tickets SET title = 'Keel of oak', updated_at = updated_at + 1000 WHERE id = 1",
                        "DELETE FROM tickets WHERE id = 2",
                        "INSERT INTO tickets VALUES (2, 1, 'Rudder', 'open', NULL, NULL, NULL, 1767999999000, 1767999999000)",
                        "INSERT INTO chat_messages VALUES (3, 1, 'user', 'And pine?', 1767999999000)"));
        Filled shop = changed.projects().getFirst();
        assertThat(List.of(shop.report().created(), shop.report().updated())).containsExactly(1, 1);
        assertThat(services.tickets()
                        .get(owner, TicketRef.parse("WEBSHOP-1"))
                        .ticket()
                        .content()
                        .title())
                .isEqualTo("Keel of oak");
        assertThat(services.tickets()
                        .get(owner, TicketRef.parse("WEBSHOP-2"))
                        .ticket()
                        .content()
                        .title())
                .isEqualTo("Sails");
        assertThat(export("WEBSHOP")).contains("And pine?");
    }

    /** I10, R11, R45 */
    @Test
    void aKeyIsSealedAndSaidNowhere() throws IOException, SQLException {
        SystemReport report = run("promptliano", null, promptliano());
        assertThat(report.providers()).isEqualTo(1);
        ModelProvider provider = provider();
        assertThat(provider.keyHint()).isEqualTo("…1234");
        assertThat(provider.secret()).isNotNull();
        assertThat(report + " " + provider + log()).doesNotContain("sk-very-secret");
    }

    /** I2: a provider follows the file, with the key that is for that place, until it was changed here. */
    @Test
    void aProviderFollowsTheFileUntilItWasChangedHere() throws IOException, SQLException {
        run("promptliano", null, promptliano());
        ModelProvider first = provider();
        byte[] elsewhere = promptliano(MOVED, "UPDATE provider_keys SET base_url = 'https://one.example.com/v1'");
        SystemReport moved = run("promptliano", null, elsewhere);
        assertThat(moved.providers()).isEqualTo(1);
        assertThat(provider().id()).isEqualTo(first.id());
        assertThat(provider().content().address().value()).startsWith("https://one.example.com");
        assertThat(provider().keyHint()).isEqualTo("…1234");
        long entries = lastEntry();
        assertThat(run("promptliano", null, elsewhere).providers()).isZero();
        assertThat(lastEntry()).isEqualTo(entries);
        byte[] again = promptliano(MOVED, "UPDATE provider_keys SET base_url = 'https://two.example.com/v1'");
        SystemReport kept = run("promptliano", null, again);
        assertThat(kept.providers()).isZero();
        assertThat(kept.problems()).extracting(ImportProblem::code).contains("conflict_kept_ours");
        assertThat(provider().content().address().value()).startsWith("https://one.example.com");
    }

    private ModelProvider provider() {
        return services.providers()
                .list(owner, null, PageRequest.first(Sort.by(Sort.asc("name"))))
                .items()
                .getFirst();
    }

    /** I2: a project is known again by its name, however many others are called alike. */
    @Test
    void aProjectIsFoundAmongManyThatAreCalledAlike() throws IOException, SQLException {
        for (int i = 0; i <= PageRequest.LIMIT_MAX; i++) {
            services.projects().create(owner, CreateProject.of("A" + i, "A Mill %03d".formatted(i)));
        }
        byte[] file = promptliano();
        run("promptliano", null, file);
        assertThat(run("promptliano", null, file).projects())
                .extracting(Filled::created)
                .containsOnly(false);
    }

    @Test
    void oneProjectMayTakeTheOnlyOne() throws IOException, SQLException {
        byte[] several = promptliano();
        assertRefused(ErrorCode.INVALID, () -> run("promptliano", CRN, several));
        byte[] one = promptliano("DELETE FROM projects WHERE id = 2", "DELETE FROM tickets WHERE project_id = 2");
        SystemReport report = run("promptliano", CRN, one);
        assertThat(report.projects()).extracting(Filled::key).containsExactly("CRN");
        assertThat(export("CRN")).contains("Keel", "On nothing");
    }

    @Test
    void aKeyOrFolderThatIsTakenIsInNobodysWay() throws IOException, SQLException {
        services.projects().create(owner, CreateProject.of("MILL", "Another"));
        var shop = services.projects().create(owner, CreateProject.of("X1", "Mine"));
        services.projects()
                .update(
                        owner,
                        ProjectRef.of(shop.id()),
                        Expected.ANY,
                        content -> content.withLocalPath("/home/ada/shop"));
        SystemReport report = run("promptliano", null, promptliano());
        assertThat(report.projects()).extracting(Filled::key).containsExactly("WEBSHOP", "MILL2", "PROMPTLIAN");
        assertThat(report.problems()).extracting(ImportProblem::message).anyMatch(m -> m.contains("/home/ada/shop"));
    }

    @Test
    void peopleOfProjectWizComeWithoutAPasswordThatWorks() throws IOException, SQLException {
        byte[] file = file(WIZ);
        SystemReport report = run("projectwiz", null, file);
        assertThat(report.people()).isEqualTo(2);
        assertThat(report.projects()).extracting(Filled::key).containsExactly("WIZARDRY");
        assertThat(services.members()
                        .list(owner, ProjectRef.parse("WIZARDRY"), PageRequest.first(MemberRepository.ORDER))
                        .items())
                .extracting(member -> member.name())
                .contains("Ada");
        assertRefused(
                ErrorCode.INVALID_CREDENTIALS,
                () -> services.accounts().logIn(LogIn.of("ada", "$2b$10$x-and-more"), null));
        assertThat(export("WIZARDRY")).contains("\"Hello\"", "Oak is dear");
        long entries = lastEntry();
        assertThat(run("projectwiz", null, file).people()).isZero();
        assertThat(lastEntry()).isEqualTo(entries);
    }

    @Test
    void whatIsNoDatabaseLeavesNothing() {
        long entries = lastEntry();
        assertRefused(ErrorCode.FORMAT, () -> run("promptliano", null, "no database".getBytes(UTF_8)));
        assertRefused(ErrorCode.UNKNOWN_VALUE, () -> run("jira", null, new byte[0]));
        assertThat(lastEntry()).isEqualTo(entries);
    }

    private byte[] promptliano(String... more) throws IOException, SQLException {
        return file(Stream.concat(PROMPTLIANO.stream(), Stream.of(more))
                .map(sql -> sql.replace("$", NOW))
                .toList());
    }

    private byte[] file(List<String> sql) throws IOException, SQLException {
        Path file = Files.createTempFile(directory, "system", ".db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : sql) {
                statement.executeUpdate(each);
            }
            connection.commit();
        }
        return Files.readAllBytes(file);
    }

    private SystemReport run(String format, @Nullable ProjectRef project, byte[] file) throws IOException {
        return services.systemImports().run(owner, project, ImportRequest.of(format), new ByteArrayInputStream(file));
    }

    private String export(String project) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        services.exports().export(owner, ProjectRef.parse(project), out);
        return out.toString(UTF_8);
    }

    private String log() {
        return services.activity()
                .list(
                        owner,
                        null,
                        new ActivityFilter(null, null, null, List.of()),
                        new PageRequest(PageRequest.LIMIT_MAX, null, ActivityLog.NEWEST_FIRST, false))
                .items()
                .toString();
    }

    private long lastEntry() {
        return services.activity()
                .list(
                        owner,
                        null,
                        new ActivityFilter(null, null, null, List.of()),
                        new PageRequest(1, null, ActivityLog.NEWEST_FIRST, false))
                .items()
                .getFirst()
                .seq();
    }
}
