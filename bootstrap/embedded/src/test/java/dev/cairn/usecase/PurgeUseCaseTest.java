package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.project.CreateProject;
import dev.cairn.application.project.Opening;
import dev.cairn.application.project.ProjectFields;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.queue.QueueFields;
import dev.cairn.application.setting.ProjectSettingsFields;
import dev.cairn.application.ticket.CommentText;
import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.Boundaries;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.persistence.jdbc.Engine;
import dev.cairn.persistence.jdbc.Sql;
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
               AND name NOT LIKE 'flyway!_%' ESCAPE '!'
            """;
    private static final String POSTGRES_TABLES = """
            SELECT table_name AS name FROM information_schema.tables
             WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'flyway%'
            """;
    private static final String SQLITE_KEYS = """
            SELECT m.name AS child, lower(k."table") AS parent FROM sqlite_schema m, pragma_foreign_key_list(m.name) k
             WHERE m.type = 'table' AND k.on_delete = 'CASCADE'
            """;
    private static final String POSTGRES_KEYS = """
            SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent
              FROM pg_constraint WHERE contype = 'f' AND confdeltype = 'c'
            """;
    private static final String TRACKER = """
            {"master": {"tasks": [
              {"id": 1, "title": "A", "status": "pending", "priority": "high", "dependencies": [], "subtasks": [
                {"id": 1, "title": "x", "status": "pending", "dependencies": []},
                {"id": 2, "title": "y", "status": "pending", "dependencies": [1]}]},
              {"id": 2, "title": "B", "status": "pending", "priority": "low", "dependencies": [1], "subtasks": []}]}}
            """;

    private record Key(String child, String parent) {}

    @Test
    void aPurgeLeavesNothingInAnyTable() throws IOException {
        Map<String, Long> before = counts();
        fill();
        Map<String, Long> full = counts();
        for (String table : belowProjects()) {
            assertThat(full.get(table))
                    .as("%s hangs on projects: fill() must put a row into it", table)
                    .isGreaterThan(before.getOrDefault(table, 0L));
        }
        services.projects().purge(owner, FULL, Expected.ANY);
        assertThat(counts()).isEqualTo(before);
        assertThat(brokenKeys()).isZero();
    }

    @Test
    void aPurgeOfADeletedProjectLeavesNothingEither() throws IOException {
        Map<String, Long> before = counts();
        fill();
        services.projects().delete(owner, FULL, Expected.ANY);
        services.projects().purge(owner, FULL, Expected.ANY);
        assertThat(counts()).isEqualTo(before);
        assertThat(brokenKeys()).isZero();
    }

    @Test
    void theCatalogueKnowsTheTables() {
        assertThat(belowProjects())
                .contains("tickets", "tasks", "queue_claims", "artifact_revisions", "collected_data")
                .doesNotContain("users", "activity");
    }

    /** A project with at least one row in every table that hangs on projects. */
    private void fill() throws IOException {
        var full = services.projects()
                .create(owner, new CreateProject("FULL", ProjectFields.named("Full"), new Opening(true, List.of())));
        services.imports().run(owner, FULL, "taskmaster", new ByteArrayInputStream(TRACKER.getBytes(UTF_8)));
        var ticket = TicketRef.parse("FULL-1");
        services.comments().add(owner, ticket, new CommentText("hello"));
        var queue = services.queues().create(owner, FULL, QueueFields.named("q").withMaxParallel(2));
        services.items().enqueue(owner, queue.id(), List.of(EnqueueItem.ticket(ticket)));
        claim(queue);
        cairn.settings().changeOfProject(owner, FULL, new ProjectSettingsFields(Change.to(false)));
        var actors = List.of(Actor.named("Ada"));
        services.collected()
                .replace(
                        owner,
                        FULL,
                        Expected.ANY,
                        new CollectedData(actors, List.of(), Boundaries.NONE, List.of(), List.of()));
        services.collected().validate(owner, FULL, Expected.ANY);
        services.generation().generate(owner, FULL, List.of());
        sql().update(
                        "INSERT INTO api_tokens (id, user_id, project_id, name, scopes, prefix, token_hash, created_at)"
                                + " VALUES (?, ?, ?, 'agents', '[]', 'cairn_000000', ?, ?)",
                        1L,
                        owner.userId(),
                        full.id(),
                        "0".repeat(64),
                        Instant.EPOCH);
    }

    private Set<String> belowProjects() {
        List<Key> keys = sql().query(
                        sqlite() ? SQLITE_KEYS : POSTGRES_KEYS, row -> new Key(row.text("child"), row.text("parent")));
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
                counts.put(table, sql().one("SELECT count(*) AS n FROM " + table, row -> row.integer("n")));
            }
        }
        return counts;
    }

    private int brokenKeys() {
        return sqlite()
                ? sql().query("PRAGMA foreign_key_check", row -> row.text("table"))
                        .size()
                : 0;
    }

    private Sql sql() {
        return cairn.context().getBean(Sql.class);
    }

    private boolean sqlite() {
        return sql().engine() == Engine.SQLITE;
    }
}
