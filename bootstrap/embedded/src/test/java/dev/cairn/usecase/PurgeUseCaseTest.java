package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.agent.CreateAgent;
import dev.cairn.application.agent.ReplyWish;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.file.FileStores;
import dev.cairn.application.memory.MemoryOwner;
import dev.cairn.application.memory.NewMemory;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.project.Opening;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.RunUsage;
import dev.cairn.domain.agent.SummaryUse;
import dev.cairn.domain.agent.SummaryUseRepository;
import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.Boundaries;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.file.FileImport;
import dev.cairn.domain.file.FileSelection;
import dev.cairn.domain.file.FileSelectionRepository;
import dev.cairn.domain.file.FileWords;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryContent;
import dev.cairn.domain.memory.MemoryRelation;
import dev.cairn.domain.memory.RelationKind;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.schema.Engine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A purge leaves nothing (R22). The tables are read from the database's own catalogue: a new one is covered by itself, and
 * {@link #fill} must put a row into it when it hangs on projects.
 */
class PurgeUseCaseTest extends UseCaseTest {
    private static final ProjectRef FULL = ProjectRef.parse("FULL");
    /** The log stays; the full-text index keeps its shape in tables of its own. */
    private static final Set<String> STAYING = Set.of("activity");

    private static final String SQLITE_TABLES = """
            SELECT name FROM sqlite_schema
             WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT LIKE 'search!_index%' ESCAPE '!'
               AND (name = 'project_file_words' OR name NOT LIKE 'project!_file!_words!_%' ESCAPE '!')
               AND name NOT LIKE 'flyway!_%' ESCAPE '!'
            """;
    private static final String POSTGRES_TABLES = """
            SELECT table_name AS name FROM information_schema.tables
             WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'flyway%'
            """;
    private static final String SQLITE_KEYS = """
            SELECT m.name AS child, k."from" AS child_column, lower(k."table") AS parent, k."to" AS parent_column,
                   k.on_delete AS on_delete
              FROM sqlite_schema m, pragma_foreign_key_list(m.name) k WHERE m.type = 'table'
            """;
    private static final String POSTGRES_KEYS = """
            SELECT k.conrelid::regclass::text AS child, c.attname AS child_column,
                   k.confrelid::regclass::text AS parent, p.attname AS parent_column,
                   CASE k.confdeltype WHEN 'c' THEN 'CASCADE' ELSE '' END AS on_delete
              FROM pg_constraint k
              JOIN pg_attribute c ON c.attrelid = k.conrelid AND c.attnum = k.conkey[1]
              JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = k.confkey[1]
             WHERE k.contype = 'f'
            """;
    private static final String TRACKER = """
            {"master": {"tasks": [
              {"id": 1, "title": "Zeppelin", "status": "pending", "priority": "high", "dependencies": [], "subtasks": [
                {"id": 1, "title": "zeppelin", "status": "pending", "dependencies": []},
                {"id": 2, "title": "y", "status": "pending", "dependencies": [1]}]},
              {"id": 2, "title": "B", "status": "pending", "priority": "low", "dependencies": [1], "subtasks": []}]}}
            """;

    private static final String SQLITE_INDEXED =
            "SELECT count(*) AS n FROM search_index WHERE search_index MATCH 'zeppelin'";
    private static final String POSTGRES_INDEXED = """
            SELECT count(*) AS n
              FROM (SELECT search FROM tickets UNION ALL SELECT search FROM tasks UNION ALL SELECT search FROM comments
                    UNION ALL SELECT search FROM prompts) s
             WHERE s.search @@ to_tsquery('simple', 'zeppelin')
            """;
    /** Fails when the index does not hold just what the tables hold. */
    private static final String SQLITE_INDEX_CHECK =
            "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)";

    /** A foreign key; they are all of one column. */
    private record Key(String child, String childColumn, String parent, String parentColumn, String onDelete) {
        boolean cascades() {
            return onDelete.equals("CASCADE");
        }

        String orphans() {
            return """
                    SELECT count(*) AS n FROM %s c
                     WHERE c.%s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %s p WHERE p.%s = c.%2$s)
                    """.formatted(child, childColumn, parent, parentColumn);
        }
    }

    @Test
    void aPurgeLeavesNothingInAnyTable() throws IOException {
        Id<Agent> agent = agent();
        Map<String, Long> before = counts();
        fill(agent);
        Map<String, Long> full = counts();
        for (String table : belowProjects()) {
            assertThat(full.get(table))
                    .as("%s hangs on projects: fill() must put a row into it", table)
                    .isGreaterThan(before.getOrDefault(table, 0L));
        }
        services.projects().purge(owner, FULL, Expected.ANY);
        assertLeft(before);
    }

    @Test
    void aPurgeOfADeletedProjectLeavesNothingEither() throws IOException {
        Id<Agent> agent = agent();
        Map<String, Long> before = counts();
        fill(agent);
        services.projects().delete(owner, FULL, Expected.ANY);
        services.projects().purge(owner, FULL, Expected.ANY);
        assertLeft(before);
    }

    /** Index and keys too: they are asked directly, because what lies below a purged project no list would show. */
    private void assertLeft(Map<String, Long> before) {
        assertThat(counts()).isEqualTo(before);
        assertThat(indexed()).isZero();
        if (sqlite()) {
            sql().update(SQLITE_INDEX_CHECK);
        }
        assertThat(keys()).allSatisfy(key -> assertThat(count(key.orphans())).isZero());
    }

    @Test
    void theCatalogueKnowsTheTables() {
        assertThat(belowProjects())
                .contains("tickets", "tasks", "queue_claims", "artifact_revisions", "collected_data")
                .doesNotContain("users", "activity");
    }

    /** One who stays when the project is gone. */
    private Id<Agent> agent() {
        return services.agents()
                .create(owner, CreateAgent.of("Ada", "helper"))
                .agent()
                .id();
    }

    /** What agents have in a project: a run, which fails as nobody provides a model, and memories that hang together. */
    private void ask(Id<Agent> agent) {
        services.members().put(owner, FULL, new Id<>(agent.value()), Role.EDITOR);
        var channel = services.conversations().defaultChannel(owner, FULL).id();
        var _ = services.replies().post(owner, channel, PostMessage.of("@Ada?"), new ReplyWish.Concerned());
        MemoryOwner ofProject = new MemoryOwner(null, FULL);
        Memory one = services.memories().create(owner, ofProject, new NewMemory(MemoryContent.of("one"), null));
        Memory two = services.memories().create(owner, ofProject, new NewMemory(MemoryContent.of("two"), null));
        var _ = services.memories().relate(owner, new MemoryRelation(one.id(), two.id(), RelationKind.SUPPORTS));
    }

    /** A project with at least one row in every table that hangs on projects, and a word in all that is searched. */
    private void fill(Id<Agent> agent) throws IOException {
        var full = services.projects()
                .create(owner, new CreateProject("FULL", ProjectContent.named("Full"), new Opening(true, List.of())));
        services.prompts().create(owner, FULL, PromptContent.of("Review", "the zeppelin"));
        services.imports().run(owner, FULL, "taskmaster", new ByteArrayInputStream(TRACKER.getBytes(UTF_8)));
        var ticket = TicketRef.parse("FULL-1");
        services.comments().add(owner, ticket, new CommentText("a zeppelin"));
        var queue =
                services.queues().create(owner, FULL, QueueContent.named("q").withMaxParallel(2));
        services.items().enqueue(owner, queue.id(), List.of(EnqueueItem.ticket(ticket)));
        claim(queue);
        ask(agent);
        cairn.settings().changeOfProject(owner, FULL, settings -> settings.withAutoCompleteTickets(false));
        var actors = List.of(Actor.named("Ada"));
        services.collected()
                .replace(
                        owner,
                        FULL,
                        Expected.ANY,
                        new CollectedData(actors, List.of(), Boundaries.NONE, List.of(), List.of()));
        services.collected().validate(owner, FULL, Expected.ANY);
        services.generation().generate(owner, FULL, List.of());
        index(full.id());
        sql().update(
                        "INSERT INTO import_stagings (id, project_id, open_id, other_id, held_id, committed, beat_at)"
                                + " VALUES (1, ?, 2, 3, 4, ?, ?)",
                        full.id(),
                        false,
                        clock.instant());
        sql().update(
                        "INSERT INTO api_tokens (id, user_id, project_id, name, scopes, prefix, token_hash, created_at)"
                                + " VALUES (?, ?, ?, 'agents', '[]', 'cairn_000000', ?, ?)",
                        1L,
                        owner.userId(),
                        full.id(),
                        "0".repeat(64),
                        Instant.EPOCH);
        assertThat(indexed()).as("ticket, task, comment and prompt").isEqualTo(4);
    }

    /** A file of a folder, which imports itself and is chosen by somebody. */
    private void index(Id<Project> project) {
        FileStores stores = cairn.get(FileStores.class);
        Id<ProjectFile> id = cairn.get(IdGenerator.class).next();
        String hash = "0".repeat(64);
        ProjectFile file = new ProjectFile(
                id,
                project,
                "a/b.txt",
                "b.txt",
                "txt",
                1,
                Instant.EPOCH,
                null,
                "text/plain",
                null,
                hash,
                null,
                null,
                null,
                Instant.EPOCH);
        cairn.get(Transactions.class).write(() -> {
            stores.folders().put(project, "/nowhere");
            stores.files().insertAll(List.of(file));
            stores.words().put(List.of(new FileWords(id, project, "a b", "b", "", "", "dirigible")));
            stores.imports().replace(List.of(id), List.of(new FileImport(id, "itself", id)));
            cairn.get(SummaryUseRepository.class)
                    .insert(new SummaryUse(
                            cairn.get(IdGenerator.class).next(),
                            project,
                            owner.userId(),
                            RunUsage.NONE,
                            Instant.EPOCH));
            cairn.get(FileSelectionRepository.class)
                    .putAll(List.of(new FileSelection(project, owner.userId(), id, null)));
            return file;
        });
        assertThat(stores.words().rank(project, List.of("dirigible"), 1)).hasSize(1);
    }

    private Set<String> belowProjects() {
        List<Key> keys = keys().stream().filter(Key::cascades).toList();
        Set<String> below = new TreeSet<>(Set.of("projects"));
        while (keys.stream().anyMatch(key -> below.contains(key.parent()) && below.add(key.child()))) {
            assertThat(below).hasSizeLessThan(1_000);
        }
        below.removeAll(STAYING);
        return below;
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : sql().query(sqlite() ? SQLITE_TABLES : POSTGRES_TABLES, row -> row.text("name"))) {
            if (!STAYING.contains(table)) {
                counts.put(table, count("SELECT count(*) AS n FROM " + table));
            }
        }
        return counts;
    }

    private List<Key> keys() {
        List<Key> keys = sql().query(
                        sqlite() ? SQLITE_KEYS : POSTGRES_KEYS,
                        row -> new Key(
                                row.text("child"),
                                row.text("child_column"),
                                row.text("parent"),
                                row.text("parent_column"),
                                row.text("on_delete")));
        assertThat(keys).isNotEmpty();
        return keys;
    }

    /** How often the full-text index itself has the word of {@link #fill}. */
    private long indexed() {
        return count(sqlite() ? SQLITE_INDEXED : POSTGRES_INDEXED);
    }

    private long count(String query) {
        return sql().one(query, row -> row.integer("n"));
    }

    private Sql sql() {
        return cairn.get(Sql.class);
    }

    private boolean sqlite() {
        return sql().engine() == Engine.SQLITE;
    }
}
