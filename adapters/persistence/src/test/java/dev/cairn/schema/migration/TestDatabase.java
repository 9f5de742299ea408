package dev.cairn.schema.migration;

import static dev.cairn.schema.migration.ChangeCases.column;
import static dev.cairn.schema.migration.ChangeCases.edit;

import dev.cairn.persistence.TestPostgres;
import dev.cairn.schema.Engine;
import dev.cairn.schema.generate.Generation;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.Entities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A SQLite database of the project's own schema with rows three levels deep below its projects. */
public record TestDatabase(Path file) {
    /** The version of the project's own schema. */
    public static final int NEWEST = Scripts.builtIn(Engine.SQLITE).newest();

    /** The project's migrations, and one more that makes the table anew on which most others depend. */
    public static Scripts rebuild() throws SQLException {
        Scripts scripts = Scripts.builtIn(Engine.SQLITE);
        Generation generation = new Generation(
                edit(Entities.model(), "tickets", column("metadata", ColumnModel::optional)),
                scripts,
                TestPostgres::open);
        List<Script> all = new ArrayList<>(scripts.all());
        all.add(generation.next("rebuild", List.of()).orElseThrow());
        return new Scripts(Engine.SQLITE, all);
    }

    /** @param tickets how many; each has a task and a comment, each third depends on another */
    public static TestDatabase create(Path file, int tickets) throws SQLException, IOException {
        Files.createFile(file);
        TestDatabase database = new TestDatabase(file);
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + SqliteTarget.APPLICATION_ID);
        }
        new Migrator(database.target(), Scripts.builtIn(Engine.SQLITE)).migrate();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("PRAGMA foreign_keys = ON");
            statement.execute(
                    "INSERT INTO users (id, type, name, name_key, presence, system_role, version, created_at, updated_at)"
                            + " VALUES (1, 'HUMAN', 'Ada', 'ada', 'OFFLINE', 'ADMIN', 0, 0, 0)");
            statement.execute("""
                    INSERT INTO projects (id, owner_id, key, name, name_key, description, description_key, status, version, created_at, updated_at)
                    VALUES (2, 1, 'ONE', 'One', 'one', '', '', 'ACTIVE', 0, 0, 0)""");
            String numbers =
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + tickets + ") ";
            statement.execute(numbers + """
                    INSERT INTO tickets (id, project_id, number, key, type, title, overview, status, priority, parent_id, labels,
                        acceptance_criteria, suggested_file_ids, suggested_agent_ids, suggested_prompt_ids, position, metadata,
                        version, created_at, updated_at)
                    SELECT 10 * i, 2, i, 'ONE-' || i, 'TASK', 'Ticket ' || i, 'about ' || i, 'OPEN', 1, NULL, '[]', '[]', '[]', '[]', '[]',
                        i, '{}', 0, i, i FROM n""");
            statement.execute(numbers + """
                    INSERT INTO tasks (id, ticket_id, content, status, order_index, labels, created_at, updated_at)
                    SELECT 10 * i + 1, 10 * i, 'Task ' || i, 'PENDING', 0, '[]', i, i FROM n""");
            statement.execute(numbers + """
                    INSERT INTO comments (id, ticket_id, author_id, author_name, content, created_at, updated_at)
                    SELECT 10 * i + 2, 10 * i, 1, 'Ada', 'Comment ' || i, i, i FROM n""");
            statement.execute(numbers + """
                    INSERT INTO task_dependencies (task_id, depends_on_id) SELECT 10 * i + 1, 10 * i - 9 FROM n WHERE i % 3 = 0""");
            connection.commit();
        }
        return database;
    }

    SqliteTarget target() {
        return new SqliteTarget(file);
    }

    Connection open() throws SQLException {
        return target().open();
    }

    Map<String, Long> counts() throws SQLException {
        try (Connection connection = open()) {
            return ScriptRunner.counts(connection);
        }
    }

    String text(String query) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
