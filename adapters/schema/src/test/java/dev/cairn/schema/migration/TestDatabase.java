package dev.cairn.schema.migration;

import static dev.cairn.schema.migration.ChangeCases.column;
import static dev.cairn.schema.migration.ChangeCases.edit;
import static dev.cairn.schema.migration.ChangeCases.id;
import static dev.cairn.schema.model.ColumnType.BIGINT;
import static dev.cairn.schema.model.ColumnType.TEXT;
import static dev.cairn.schema.model.ColumnType.TIMESTAMP;

import dev.cairn.schema.Engine;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.generate.Generation;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.Entities;
import dev.cairn.schema.model.IndexModel;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.model.TableModel;
import dev.cairn.schema.model.TextSearch;
import dev.cairn.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A SQLite database of a small tracker with rows three levels deep below its projects. */
public record TestDatabase(Path file) {
    private static final Model FIRST = model("metadata");
    private static final Model SECOND = model("metadata", "overview");
    private static final Map<Engine, Scripts> SCRIPTS = new EnumMap<>(Engine.class);

    /** The version of the tracker's schema. */
    public static final int NEWEST = 2;

    /** The tracker's migrations. */
    public static synchronized Scripts scripts(Engine engine) throws SQLException {
        Scripts known = SCRIPTS.get(engine);
        if (known == null) {
            known = next(next(new Scripts(engine, List.of()), "work", FIRST), "more", SECOND);
            SCRIPTS.put(engine, known);
        }
        return known;
    }

    /** The tracker's migrations, and one more that makes the table anew on which most others depend. */
    public static Scripts rebuild() throws SQLException {
        return next(
                scripts(Engine.SQLITE), "rebuild", edit(SECOND, "tickets", column("metadata", ColumnModel::optional)));
    }

    private static Scripts next(Scripts before, String name, Model model) throws SQLException {
        List<Script> all = new ArrayList<>(before.all());
        all.add(new Generation(model, before, TestPostgres::kept)
                .next(name, List.of())
                .orElseThrow());
        return new Scripts(before.engine(), all);
    }

    private static Model model(String... texts) {
        List<TableModel> tables = new ArrayList<>(Entities.model().tables());
        tables.add(TableModel.of("users", id(), ColumnModel.of("name", TEXT)));
        tables.add(TableModel.of(
                "projects",
                id(),
                ColumnModel.of("owner_id", BIGINT).referring("users", OnDelete.RESTRICT),
                ColumnModel.of("name", TEXT)));
        List<ColumnModel> ticket = new ArrayList<>(List.of(
                id(),
                ColumnModel.of("project_id", BIGINT).referring("projects", OnDelete.CASCADE),
                ColumnModel.of("number", BIGINT),
                ColumnModel.of("title", TEXT),
                ColumnModel.of("position", BIGINT),
                ColumnModel.of("created_at", TIMESTAMP)));
        for (String text : texts) {
            ticket.add(ColumnModel.of(text, TEXT).startingAs("''"));
        }
        tables.add(TableModel.of("tickets", ticket.toArray(ColumnModel[]::new))
                .indexed(
                        IndexModel.of("tickets_created", "project_id, created_at, id"),
                        IndexModel.of("tickets_number", "project_id, number").asUnique())
                .searched(new TextSearch("ticket", "title", "metadata", "", "project_id", "")));
        tables.add(below("tasks"));
        tables.add(below("comments"));
        tables.add(TableModel.of(
                        "task_dependencies",
                        ColumnModel.of("task_id", BIGINT).referring("tasks", OnDelete.CASCADE),
                        ColumnModel.of("depends_on_id", BIGINT).referring("tasks", OnDelete.CASCADE))
                .keyedBy("task_id", "depends_on_id"));
        return new Model(tables, List.of());
    }

    private static TableModel below(String name) {
        return TableModel.of(
                name,
                id(),
                ColumnModel.of("ticket_id", BIGINT).referring("tickets", OnDelete.CASCADE),
                ColumnModel.of("content", TEXT));
    }

    /** @param tickets how many; each has a task and a comment, each third depends on another */
    public static TestDatabase create(Path file, int tickets) throws SQLException, IOException {
        Files.createFile(file);
        TestDatabase database = new TestDatabase(file);
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + SqliteTarget.APPLICATION_ID);
        }
        new Migrator(database.target(), scripts(Engine.SQLITE)).migrate();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("PRAGMA foreign_keys = ON");
            statement.execute("INSERT INTO users (id, name) VALUES (1, 'Ada')");
            statement.execute("INSERT INTO projects (id, owner_id, name) VALUES (2, 1, 'One')");
            String numbers =
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + tickets + ") ";
            statement.execute(numbers + """
                    INSERT INTO tickets (id, project_id, number, title, position, created_at, metadata)
                    SELECT 10 * i, 2, i, 'Ticket ' || i, i, i, 'what is known about the ticket of the number ' || i FROM n""");
            statement.execute(numbers
                    + "INSERT INTO tasks (id, ticket_id, content) SELECT 10 * i + 1, 10 * i, 'Task ' || i FROM n");
            statement.execute(
                    numbers
                            + "INSERT INTO comments (id, ticket_id, content) SELECT 10 * i + 2, 10 * i, 'Comment ' || i FROM n");
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
