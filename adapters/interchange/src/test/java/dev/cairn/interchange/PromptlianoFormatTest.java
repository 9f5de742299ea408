package dev.cairn.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cairn.application.agent.TravellingAgent;
import dev.cairn.application.interchange.ForeignSystem;
import dev.cairn.application.interchange.ForeignSystem.ForeignProvider;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.ImportedConversation;
import dev.cairn.application.interchange.ImportedItem;
import dev.cairn.application.interchange.ImportedMessage;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Counts copies in the folder for temporary files, which all tests share. */
@Isolated
class PromptlianoFormatTest {
    private static final String SQL = "promptliano.sql";
    private static final Instant MADE = Instant.ofEpochMilli(1767322800000L);

    @TempDir
    Path folder;

    @Test
    void projectsHaveNamesOfTheirOwnAndWhatIsInNoneHasOneToo() {
        try (ForeignSystem system = sample()) {
            assertThat(system.projects())
                    .extracting(project -> project.content().name())
                    .containsExactly("Web Shop", "Web shop 2", "Promptliano");
            assertThat(system.projects().getFirst().content().localPath()).isEqualTo("/home/ada/shop");
        }
    }

    @Test
    void aTicketArrivesWithItsTasksInOrder() {
        Collected shop = shop();
        ImportedTicket keel = shop.tickets.getFirst();
        assertThat(keel.externalId()).isEqualTo("1@1767322800000");
        assertThat(keel.status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(keel.content().priority()).isEqualTo(Priority.HIGH);
        assertThat(keel.createdAt()).isEqualTo(MADE);
        assertThat(keel.content().metadata().text()).contains("\"suggested_file_ids\":[\"1_src/keel.ts\"]");
        assertThat(keel.tasks())
                .extracting(
                        task -> task.content().content(),
                        ImportedTask::status,
                        task -> task.content().estimatedMinutes())
                .containsExactly(tuple("fell", TaskStatus.COMPLETED, null), tuple("saw", TaskStatus.PENDING, 90));
        ImportedTask saw = keel.tasks().get(1);
        assertThat(saw.dependsOn()).containsExactly(keel.tasks().getFirst().externalId());
        assertThat(saw.content().labels()).containsExactly("wood");
        assertThat(keel.content().metadata().text()).contains("\"tasks/11\":{\"agent_id\":\"carpenter\"}");
        // In seconds, as one of its tables writes them.
        assertThat(shop.tickets.get(1).createdAt()).isEqualTo(MADE);
        assertThat(shop.tickets.get(1).content().priority()).isEqualTo(Priority.NORMAL);
    }

    /** I9 */
    @Test
    void dependenciesBeyondWhatATaskMayHaveAreNamed() {
        String tasks = IntStream.rangeClosed(1_001, 1_001 + TaskContent.DEPENDENCIES_MAX)
                .mapToObj("(%d, 1, 'cut', 1767322800000, 1767322800000)"::formatted)
                .collect(Collectors.joining(", "));
        String all = IntStream.rangeClosed(1_001, 1_001 + TaskContent.DEPENDENCIES_MAX)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", "[", "]"));
        try (ForeignSystem system = open(
                "INSERT INTO ticket_tasks (id, ticket_id, content, created_at, updated_at) VALUES " + tasks,
                "UPDATE ticket_tasks SET dependencies = '" + all + "' WHERE id = 11")) {
            assertThat(SystemSample.read(system, system.projects().getFirst()).problems)
                    .extracting(ImportProblem::message)
                    .contains("Dependencies beyond the first 200");
        }
    }

    @Test
    void whatWaitsIsTakenFromBothPlacesOnce() {
        Collected shop = shop();
        assertThat(shop.queues).extracting(queue -> queue.content().name()).containsExactly("work");
        assertThat(shop.queues.getFirst().content().maxParallel()).isEqualTo(3);
        assertThat(of(shop, ImportedItem.class))
                .extracting(ImportedItem::ticket, ImportedItem::task, ImportedItem::failed, ImportedItem::lastError)
                .containsExactly(
                        tuple("1@1767322800000", null, false, null),
                        tuple("1@1767322800000", "1@1767322800000.11@1767322800000", true, "blunt"));
        assertThat(shop.problemsAt()).contains("dangling queue_items/3");
    }

    @Test
    void talkPromptsAndAgentsArrive() {
        Collected shop = shop();
        assertThat(of(shop, ImportedConversation.class))
                .extracting(ImportedConversation::title)
                .containsExactly("On oak");
        assertThat(of(shop, ImportedMessage.class))
                .extracting(message -> message.role() + " " + message.content() + " "
                        + message.metadata().text())
                .containsExactly("USER What of oak? {}", "ASSISTANT It is dear {\"usage\":{\"totalTokens\":7}}");
        assertThat(plain(shop, PromptContent.class))
                .extracting(PromptContent::title)
                .containsExactly("Review", "REVIEW 2");
        TravellingAgent carpenter = plain(shop, TravellingAgent.class).getFirst();
        assertThat(carpenter.name()).isEqualTo("Carpenter");
        assertThat(carpenter.agent().instructions()).isEqualTo("Measure twice.");
        assertThat(carpenter.agent().modelConfig().model()).isEqualTo("claude-x");
        assertThat(shop.artifacts.getFirst().content().text().text()).contains("- src/keel.ts: because");
    }

    @Test
    void whatLostItsProjectIsNotLost() {
        try (ForeignSystem system = sample()) {
            Collected loose = SystemSample.read(system, system.projects().getLast());
            assertThat(loose.only().content().title()).isEqualTo("Of no project");
            assertThat(of(loose, ImportedMessage.class))
                    .extracting(ImportedMessage::content)
                    .containsExactly("(empty)");
            assertThat(loose.problemsAt())
                    .contains("malformed tickets/4", "unknown_value chat_messages/3", "malformed chat_messages/3");
            assertThat(system.problems())
                    .extracting(problem -> problem.code() + " " + problem.place())
                    .contains("dangling ticket_tasks", "not_carried_over files", "duplicate projects/2");
        }
    }

    /** R11 */
    @Test
    void providersComeWithTheirKeysAndNothingSaysThem() {
        try (ForeignSystem system = sample()) {
            assertThat(system.providers())
                    .extracting(
                            provider -> provider.content().name(),
                            provider -> provider.content().type(),
                            provider -> provider.content().defaultModel(),
                            provider -> provider.content().secretEnv(),
                            ForeignProvider::active)
                    .containsExactly(
                            tuple("main", ProviderType.ANTHROPIC, "large", null, true),
                            tuple("From the environment", ProviderType.OPENAI, "unknown", "OPENAI_API_KEY", false));
            assertThat(Objects.requireNonNull(system.providers().getFirst().key())
                            .value())
                    .isEqualTo("sk-very-secret-key-1234");
            String said = system.providers() + " " + system.problems();
            assertThat(said).doesNotContain("sk-very", "sk-another").contains("provider_keys/3");
        }
    }

    /** A rowid is given again when the last row is deleted. */
    @Test
    void aRowWithTheIdOfADeletedOneIsAnother() {
        String again = "UPDATE tickets SET created_at = 1767999999000 WHERE id = 1";
        try (ForeignSystem before = sample();
                ForeignSystem after = open(again)) {
            assertThat(SystemSample.read(after, after.projects().getFirst())
                            .tickets
                            .getFirst()
                            .externalId())
                    .isNotEqualTo(SystemSample.read(before, before.projects().getFirst())
                            .tickets
                            .getFirst()
                            .externalId());
        }
    }

    @Test
    void anOlderFileHasFewerColumnsAndOthers() {
        try (ForeignSystem system = open(
                "ALTER TABLE tickets DROP COLUMN overview",
                "ALTER TABLE tickets ADD COLUMN tags TEXT DEFAULT '[\"old\"]'",
                "ALTER TABLE tickets ADD COLUMN deleted_at INTEGER",
                "UPDATE tickets SET deleted_at = 1767409200000 WHERE id = 2",
                "UPDATE tickets SET status = 'archived' WHERE id = 1",
                "ALTER TABLE queues ADD COLUMN status TEXT DEFAULT 'paused'",
                "DROP TABLE claude_agents",
                "CREATE TABLE prompt_projects (id INTEGER PRIMARY KEY, prompt_id INTEGER, project_id INTEGER)",
                "INSERT INTO prompt_projects VALUES (1, 1, 1), (2, 2, 2)",
                "UPDATE prompts SET project_id = NULL")) {
            Collected shop = SystemSample.read(system, system.projects().getFirst());
            assertThat(shop.only().content().labels()).containsExactly("old");
            assertThat(shop.only().archivedAt()).isNotNull();
            assertThat(shop.skipped).hasSize(1);
            assertThat(shop.queues.getFirst().active()).isFalse();
            assertThat(plain(shop, PromptContent.class))
                    .extracting(PromptContent::title)
                    .containsExactly("Review");
        }
    }

    @Test
    void rowsOfWrongTypesAndWithoutWhatTheyMustHaveCostOnlyThemselves() {
        try (ForeignSystem system =
                open("INSERT INTO tickets (id, project_id, title, status, priority, created_at, updated_at) VALUES"
                        + " (20, 1, x'00ff', 7, 3.5, 'yesterday', -1), (21, 1, '', 'odd', 'huge', 1e300, 0)")) {
            Collected shop = SystemSample.read(system, system.projects().getFirst());
            assertThat(shop.tickets).hasSize(4);
            assertThat(shop.tickets.get(3).status()).isEqualTo(TicketStatus.BLOCKED);
            assertThat(shop.problemsAt()).contains("unknown_value tickets/20", "malformed tickets/21");
        }
    }

    /** I10: what a program that is writing has not put into the file yet. */
    @Test
    void whatStandsInTheWalComesAlong() throws IOException, SQLException {
        Path file = SystemSample.file(folder, SQL);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.execute("UPDATE projects SET name = 'Renamed' WHERE id = 1");
            byte[] before = SystemSample.bytes(file);
            ByteArrayOutputStream archive = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(archive)) {
                for (String end : List.of("", "-wal")) {
                    zip.putNextEntry(new ZipEntry("promptliano.db" + end));
                    zip.write(SystemSample.bytes(Path.of(file + end)));
                }
            }
            try (ForeignSystem alone = SystemSample.open(format(), before);
                    ForeignSystem both = SystemSample.open(format(), archive.toByteArray())) {
                assertThat(alone.projects().getFirst().content().name()).isEqualTo("Web Shop");
                assertThat(both.projects().getFirst().content().name()).isEqualTo("Renamed");
            }
            assertThat(SystemSample.bytes(file)).isEqualTo(before);
        }
    }

    /** I10 */
    @Test
    void whatIsNoSuchDatabaseIsRefusedAndLeavesNothing() throws IOException, SQLException {
        byte[] good = SystemSample.bytes(SystemSample.file(folder, SQL));
        byte[] damaged = good.clone();
        Arrays.fill(damaged, 4096, 3 * 4096, (byte) 7);
        Path other = folder.resolve("other.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE projects (id)");
        }
        for (byte[] file : List.of(
                new byte[0],
                "no database".getBytes(StandardCharsets.UTF_8),
                damaged,
                Arrays.copyOf(good, good.length / 2),
                SystemSample.bytes(other))) {
            assertThatThrownBy(() -> SystemSample.open(format(), file).close())
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("Expected Promptliano's SQLite database");
        }
        sample().close();
        assertThat(copied()).isEmpty();
    }

    /** Views and triggers of somebody else do nothing. */
    @Test
    void onlyTablesAreRead() {
        try (ForeignSystem system = open(
                "CREATE VIEW spy AS SELECT load_extension('x')",
                "CREATE VIRTUAL TABLE words USING fts5(text)",
                "INSERT INTO words VALUES ('x')")) {
            assertThat(SystemSample.read(system, system.projects().getFirst()).tickets)
                    .hasSize(2);
        }
    }

    /** I10 */
    @Test
    void theCopyIsForNobodyElseAndGoesWithTheProcessThatMadeIt() throws IOException {
        Path killed = Files.createDirectories(copies().resolve(".import-999999999-5-1"));
        Files.writeString(killed.resolve("copy.db"), "keys of providers");
        Path others = Files.createDirectories(copies().resolve("mine"));
        try (ForeignSystem first = sample();
                ForeignSystem second = sample()) {
            assertThat(second.projects()).isEqualTo(first.projects());
            List<Path> there = copied();
            assertThat(there).hasSize(3).contains(others).doesNotContain(killed);
            for (Path copy : there) {
                if (!copy.equals(others)) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                            .isEqualTo("rwx------");
                }
            }
        }
        assertThat(copied()).containsExactly(others);
    }

    /** I9 */
    @Test
    void whatRefersToATableThatIsNotThereIsNamed() {
        try (ForeignSystem system = open("DROP TABLE chats", "DROP TABLE queues")) {
            assertThat(system.problems())
                    .extracting(ImportProblem::message)
                    .anyMatch(message -> message.endsWith("their chat_id is not in chats"))
                    .anyMatch(message -> message.endsWith("their queue_id is not in queues"));
            system.projects().forEach(project -> SystemSample.read(system, project));
        }
    }

    private Path copies() {
        return folder.resolve("copies");
    }

    private List<Path> copied() throws IOException {
        try (Stream<Path> all = Files.list(copies())) {
            return all.toList();
        }
    }

    private DatabaseFormat format() {
        return SystemSample.promptliano(copies());
    }

    private Collected shop() {
        try (ForeignSystem system = sample()) {
            return SystemSample.read(system, system.projects().getFirst());
        }
    }

    private ForeignSystem sample() {
        return open();
    }

    private ForeignSystem open(String... more) {
        return SystemSample.open(format(), SystemSample.file(folder, SQL, more));
    }

    static <T extends Imported> List<T> of(Collected all, Class<T> type) {
        return all.others.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static <C extends Record> List<C> plain(Collected all, Class<C> type) {
        List<C> found = new ArrayList<>();
        for (Imported each : all.others) {
            if (each instanceof Imported.Plain<?>(var _, Record content) && type.isInstance(content)) {
                found.add(type.cast(content));
            }
        }
        return found;
    }
}
