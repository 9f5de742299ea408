package dev.cairn.schema.migration;

import static dev.cairn.schema.model.ColumnType.BIGINT;
import static dev.cairn.schema.model.ColumnType.BOOLEAN;
import static dev.cairn.schema.model.ColumnType.BYTES;
import static dev.cairn.schema.model.ColumnType.INTEGER;
import static dev.cairn.schema.model.ColumnType.JSON;
import static dev.cairn.schema.model.ColumnType.REAL;
import static dev.cairn.schema.model.ColumnType.TEXT;
import static dev.cairn.schema.model.ColumnType.TIMESTAMP;

import dev.cairn.schema.Engine;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.ColumnType;
import dev.cairn.schema.model.IndexModel;
import dev.cairn.schema.model.KeptCount;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.model.TableModel;
import dev.cairn.schema.model.TextSearch;
import dev.cairn.schema.model.ViewModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Every kind of change of a schema that has rows (S2, S3, S7). */
final class ChangeCases {
    static final Model BASE = new Model(
            List.of(
                    TableModel.of(
                                    "people",
                                    id(),
                                    ColumnModel.of("name", TEXT).checked("length(name) BETWEEN 1 AND 100"),
                                    ColumnModel.of("mail", TEXT).optional())
                            .indexed(IndexModel.of("people_mail", "mail").asUnique()),
                    TableModel.of(
                                    "projects",
                                    id(),
                                    ColumnModel.of("owner_id", BIGINT).referring("people", OnDelete.RESTRICT),
                                    ColumnModel.of("name", TEXT),
                                    ColumnModel.of("score", INTEGER).startingAs("0"))
                            .indexed(IndexModel.of("projects_name", "name")),
                    TableModel.of(
                                    "tickets",
                                    id(),
                                    ColumnModel.of("project_id", BIGINT).referring("projects", OnDelete.CASCADE),
                                    ColumnModel.of("title", TEXT),
                                    ColumnModel.of("body", TEXT).optional(),
                                    ColumnModel.of("status", TEXT).checked("status IN ('OPEN', 'DONE')"),
                                    ColumnModel.of("points", INTEGER).optional().checked("points >= 0"),
                                    ColumnModel.of("urgent", BOOLEAN),
                                    ColumnModel.of("facts", JSON),
                                    ColumnModel.of("made_at", TIMESTAMP),
                                    ColumnModel.of("weight", REAL).optional(),
                                    ColumnModel.of("digest", BYTES).optional(),
                                    ColumnModel.of("parent_id", BIGINT)
                                            .optional()
                                            .referring("tickets", OnDelete.SET_NULL))
                            .checked("status <> 'DONE' OR title <> ''")
                            .indexed(
                                    IndexModel.of("tickets_title", "project_id, lower(title)"),
                                    IndexModel.of("tickets_open", "project_id, made_at DESC")
                                            .over("status = 'OPEN'"))
                            .searched(new TextSearch("ticket", "title", "body", "", "project_id", ""))
                            .counted(new KeptCount("status", "urgent", "project_id", "")),
                    TableModel.of(
                                    "comments",
                                    id(),
                                    ColumnModel.of("ticket_id", BIGINT).referring("tickets", OnDelete.CASCADE),
                                    ColumnModel.of("words", TEXT))
                            .searched(new TextSearch("comment", "", "words", "", "project_id", "ticket_id")),
                    TableModel.of(
                                    "labels",
                                    ColumnModel.of("ticket_id", BIGINT).referring("tickets", OnDelete.CASCADE),
                                    ColumnModel.of("label", TEXT))
                            .keyedBy("ticket_id", "label")),
            List.of(new ViewModel("open_tickets", "SELECT t.id, t.title FROM tickets t WHERE t.status = 'OPEN'")));

    static final List<String> ROWS = List.of(
            "INSERT INTO people (id, name, mail) VALUES (1, 'Ada', 'ada@example.org'), (2, 'Bob', NULL)",
            "INSERT INTO projects (id, owner_id, name, score) VALUES (10, 1, 'One', 7), (11, 2, 'Two', 0)",
            """
            INSERT INTO tickets (id, project_id, title, body, status, points, urgent, facts, made_at, weight, digest, parent_id)
            VALUES (100, 10, 'First', 'a body of words', 'OPEN', 3, %1$s, '{"a":1}', %3$s, 1.5, %4$s, NULL),
                   (101, 10, 'Second', NULL, 'DONE', NULL, %2$s, '[]', %3$s, NULL, NULL, 100),
                   (102, 11, '42', NULL, 'OPEN', 42, %1$s, '[]', %3$s, 2, NULL, 101)""",
            "INSERT INTO comments (id, ticket_id, words) VALUES (1000, 100, 'hello'), (1001, 101, 'there'), (1002, 100, '7')",
            "INSERT INTO labels (ticket_id, label) VALUES (100, 'red'), (100, 'blue'), (102, 'red')");

    /** Nothing, the same twice, and as much as there may be, wherever the model lets them. */
    static final List<String> EXTREME_ROWS = List.of(
            "INSERT INTO people (id, name, mail) VALUES (1, 'A', NULL), (2, 'A', NULL), (3, 'A', '')",
            "INSERT INTO projects (id, owner_id, name, score) VALUES (10, 1, '', -2147483648), (11, 1, '', 2147483647)",
            """
            INSERT INTO tickets (id, project_id, title, body, status, points, urgent, facts, made_at, weight, digest, parent_id)
            VALUES (100, 10, '', NULL, 'OPEN', NULL, %1$s, '{}', %3$s, NULL, NULL, NULL),
                   (101, 10, '', '', 'OPEN', 2147483647, %2$s, '[]', %3$s, 1e300, %4$s, 101),
                   (9007199254740993, 10, 'x', NULL, 'DONE', 0, %2$s, 'null', %3$s, -1e-300, NULL, NULL)""",
            "INSERT INTO comments (id, ticket_id, words) VALUES (1000, 100, ''), (1001, 100, '')",
            "INSERT INTO labels (ticket_id, label) VALUES (100, ''), (100, 'red'), (101, 'red')");

    /** What the way back brings. */
    enum Back {
        EVERYTHING,
        /** What the change did not touch. */
        THE_REST,
        /** It is refused, and the database stays as it is. */
        NOTHING
    }

    /**
     * One change.
     *
     * @param changes where there is anything to migrate
     */
    record Case(String name, Model to, Back back, Set<Engine> changes) {
        Case lossy() {
            return new Case(name, to, Back.THE_REST, changes);
        }

        Case noWayBack() {
            return new Case(name, to, Back.NOTHING, changes);
        }

        Case same() {
            return new Case(name, to, back, Set.of());
        }

        Case onlyOnPostgresql() {
            return new Case(name, to, back, Set.of(Engine.POSTGRESQL));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private ChangeCases() {}

    static Stream<Case> all() {
        return Stream.of(columns(), types(), nulls(), rules(), keys(), indexes(), tables(), objects(), several())
                .flatMap(List::stream);
    }

    /** What does not go well with all rows. */
    static Stream<Case> daring() {
        return Stream.of(
                lost("a composite key of fewer columns", table("labels", t -> t.keyedBy("label"))),
                lost(
                        "an optional number to a required text",
                        table(
                                "tickets",
                                column("points", c -> required(typed(c, TEXT)).checked()))),
                lost("an optional text to a required one", table("tickets", column("body", ChangeCases::required))),
                lost(
                        "a unique text",
                        table(
                                "comments",
                                t -> t.indexed(IndexModel.of("w", "words").asUnique()))));
    }

    private static List<Case> columns() {
        return List.of(
                kept(
                        "add an optional column",
                        table("tickets", add(ColumnModel.of("note", TEXT).optional()))),
                kept(
                        "add a column with a default",
                        table("tickets", add(ColumnModel.of("rank", INTEGER).startingAs("5")))),
                kept(
                        "add an optional column with a default that is computed",
                        table(
                                "tickets",
                                add(ColumnModel.of("effort", INTEGER).optional().startingAs("(abs(-1))")))),
                kept(
                        "add a required column with a default that is computed",
                        table("tickets", add(ColumnModel.of("effort", INTEGER).startingAs("(abs(-1))")))),
                kept(
                        "add an optional column with a check",
                        table(
                                "tickets",
                                add(ColumnModel.of("hours", INTEGER).optional().checked("hours BETWEEN 0 AND 24")))),
                kept(
                        "add a column with a default and a check",
                        table(
                                "tickets",
                                add(ColumnModel.of("kind", TEXT)
                                        .startingAs("'A'")
                                        .checked("kind IN ('A', 'B')")))),
                kept(
                        "add a time",
                        table("tickets", add(ColumnModel.of("due_at", TIMESTAMP).optional()))),
                kept(
                        "add a boolean",
                        table("tickets", add(ColumnModel.of("hidden", BOOLEAN).startingAs("FALSE")))),
                kept(
                        "add JSON",
                        table("tickets", add(ColumnModel.of("extra", JSON).startingAs("'{}'")))),
                kept(
                        "add an optional column with a backfill",
                        table(
                                "tickets",
                                add(ColumnModel.of("slug", TEXT).optional().filledWith("lower(title)")))),
                kept(
                        "add a required column with a backfill",
                        table("tickets", add(ColumnModel.of("slug", TEXT).filledWith("lower(title)")))),
                kept(
                        "add a column in a table without rows of its own number",
                        table("labels", add(ColumnModel.of("shade", TEXT).startingAs("'plain'")))),
                lost("drop a column", table("tickets", without("weight"))),
                lost("drop a column with a check", table("tickets", without("points"))),
                lost("drop a column with an index", table("people", without("mail"), noIndexes())),
                kept(
                        "rename a column",
                        table("tickets", column("points", c -> renamed(c, "estimate", "estimate >= 0")))),
                kept("rename a column of an index and a search", renameTitle()),
                kept(
                        "rename a column of a foreign key",
                        table("projects", column("owner_id", c -> renamed(c, "lead_id")))),
                kept(
                                "rename a column and make it required",
                                table(
                                        "people",
                                        column(
                                                "mail",
                                                c -> new ColumnModel(
                                                        "email", TEXT, false, "''", List.of(), null, "mail", null)),
                                        noIndexes()))
                        .lossy(),
                kept(
                                "reorder columns",
                                table(
                                        "tickets",
                                        t -> t.with(t.columns().stream()
                                                .sorted((a, b) -> a.name().equals("id")
                                                        ? -1
                                                        : b.name().equals("id")
                                                                ? 1
                                                                : b.name().compareTo(a.name()))
                                                .toList())))
                        .same());
    }

    private static List<Case> types() {
        return List.of(
                kept("integer to bigint", table("tickets", column("points", c -> typed(c, BIGINT))))
                        .onlyOnPostgresql(),
                kept("integer to real", table("tickets", column("points", c -> typed(c, REAL)))),
                kept(
                        "integer to text",
                        table("projects", column("score", c -> typed(c, TEXT).startingAs("'0'")))),
                kept(
                                "text to integer",
                                table(
                                        "comments",
                                        column(
                                                "words",
                                                c -> typed(c, INTEGER)
                                                        .filledWith("CASE WHEN words = '7' THEN 7 ELSE 0 END")),
                                        t -> t.searched(null)))
                        .lossy(),
                kept("real to integer", table("tickets", column("weight", c -> typed(c, INTEGER))))
                        .lossy(),
                kept(
                                "boolean to integer",
                                table(
                                        "tickets",
                                        column(
                                                "urgent",
                                                c -> typed(c, INTEGER)
                                                        .filledWith("CASE WHEN urgent THEN 1 ELSE 0 END")),
                                        t -> t.counted(null)))
                        .lossy(),
                kept("JSON to text", table("tickets", column("facts", c -> typed(c, TEXT)))),
                kept(
                                "text to JSON",
                                table(
                                        "projects",
                                        column("name", c -> typed(c, JSON).filledWith("'[]'")),
                                        noIndexes()))
                        .lossy(),
                kept(
                                "bytes to text",
                                table(
                                        "tickets",
                                        column("digest", c -> typed(c, TEXT).filledWith("NULL"))))
                        .lossy(),
                kept(
                        "text that turns into an enum",
                        table("projects", column("name", c -> c.checked("name IN ('One', 'Two')")))));
    }

    private static List<Case> nulls() {
        return List.of(
                kept("required to optional", table("tickets", column("title", ColumnModel::optional))),
                kept(
                                "optional to required with a default",
                                table(
                                        "tickets",
                                        column("points", c -> required(c).startingAs("1"))))
                        .lossy(),
                kept(
                                "optional to required with a backfill",
                                table("tickets", column("body", c -> required(c).filledWith("coalesce(body, title)"))))
                        .lossy(),
                kept("add a default", table("tickets", column("title", c -> c.startingAs("'untitled'")))),
                kept("change a default", table("projects", column("score", c -> c.startingAs("9")))),
                kept(
                        "drop a default",
                        table(
                                "projects",
                                column(
                                        "score",
                                        c -> new ColumnModel(
                                                "score", INTEGER, false, null, List.of(), null, null, null)))),
                kept(
                        "required to optional without a default",
                        table(
                                "projects",
                                column(
                                        "score",
                                        c -> new ColumnModel(
                                                "score", INTEGER, true, null, List.of(), null, null, null)))));
    }

    private static List<Case> rules() {
        return List.of(
                kept("add a check of a column", table("projects", column("score", c -> c.checked("score >= 0")))),
                kept(
                        "change a check of a column",
                        table("tickets", column("points", c -> c.checked("points BETWEEN 0 AND 50")))),
                kept("drop a check of a column", table("people", column("name", c -> c.checked()))),
                kept("add a check of a table", table("projects", t -> t.checked("score > 0 OR name <> 'One'"))),
                kept(
                        "change a check of a table",
                        table("tickets", t -> t.checked("status <> 'DONE' OR length(title) > 1"))),
                kept("drop a check of a table", table("tickets", t -> t.checked())),
                kept(
                        "add an enum value",
                        table("tickets", column("status", c -> c.checked("status IN ('OPEN', 'DONE', 'LATE')")))),
                kept(
                                "remove an enum value that rows have",
                                table(
                                        "tickets",
                                        column(
                                                "status",
                                                c -> c.checked("status = 'OPEN'")
                                                        .filledWith("'OPEN'"))))
                        .lossy(),
                kept(
                                "rename an enum value",
                                table(
                                        "tickets",
                                        column(
                                                "status",
                                                c -> c.checked("status IN ('OPEN', 'CLOSED')")
                                                        .filledWith(
                                                                "CASE status WHEN 'DONE' THEN 'CLOSED' ELSE status END")),
                                        t -> t.checked()))
                        .noWayBack());
    }

    private static List<Case> keys() {
        return List.of(
                kept(
                        "add a foreign key column",
                        table(
                                "comments",
                                add(ColumnModel.of("author_id", BIGINT)
                                        .optional()
                                        .referring("people", OnDelete.SET_NULL)))),
                kept(
                        "add a required foreign key column",
                        table(
                                "comments",
                                add(ColumnModel.of("author_id", BIGINT)
                                        .referring("people", OnDelete.CASCADE)
                                        .filledWith("1")))),
                kept(
                                "add a foreign key to a column",
                                table(
                                        "projects",
                                        column(
                                                "score",
                                                c -> new ColumnModel(
                                                                "score", BIGINT, true, null, List.of(), null, null,
                                                                "NULL")
                                                        .referring("people", OnDelete.SET_NULL))))
                        .lossy(),
                kept(
                        "drop a foreign key",
                        table("projects", column("owner_id", c -> ColumnModel.of("owner_id", BIGINT)))),
                kept(
                        "change on delete to cascade",
                        table("projects", column("owner_id", c -> c.referring("people", OnDelete.CASCADE)))),
                kept(
                        "change on delete to set null",
                        table(
                                "comments",
                                column("ticket_id", c -> c.optional().referring("tickets", OnDelete.SET_NULL)))),
                kept(
                        "change on delete of a table that refers to itself",
                        table("tickets", column("parent_id", c -> c.referring("tickets", OnDelete.CASCADE)))),
                lost("drop a foreign key column", table("tickets", without("parent_id"))),
                kept(
                        "a composite key of more columns",
                        table(
                                "labels",
                                add(ColumnModel.of("shade", TEXT).startingAs("'plain'")),
                                t -> t.keyedBy("ticket_id", "label", "shade"))),
                kept("another order of a composite key", table("labels", t -> t.keyedBy("label", "ticket_id"))));
    }

    private static List<Case> indexes() {
        return List.of(
                kept(
                        "add an index",
                        table("people", t -> t.indexed(t.indexes().getFirst(), IndexModel.of("people_name", "name")))),
                kept(
                        "add a unique index",
                        table(
                                "people",
                                t -> t.indexed(
                                        t.indexes().getFirst(),
                                        IndexModel.of("people_name", "name").asUnique()))),
                kept(
                        "add a partial index",
                        table(
                                "tickets",
                                more(IndexModel.of("tickets_urgent", "project_id")
                                        .over("urgent")))),
                kept(
                        "add a partial unique index",
                        table(
                                "tickets",
                                more(IndexModel.of("tickets_one", "project_id, title")
                                        .asUnique()
                                        .over("status = 'OPEN'")))),
                kept(
                        "add an index on an expression",
                        table("tickets", more(IndexModel.of("tickets_lower", "lower(title) DESC, id")))),
                kept("drop an index", table("projects", noIndexes())),
                kept("drop a unique index", table("people", noIndexes())),
                kept("rename an index", table("projects", t -> t.indexed(IndexModel.of("projects_by_name", "name")))),
                kept(
                        "change the columns of an index",
                        table("projects", t -> t.indexed(IndexModel.of("projects_name", "name, score")))),
                kept(
                        "make an index unique",
                        table(
                                "projects",
                                t -> t.indexed(
                                        IndexModel.of("projects_name", "name").asUnique()))),
                kept(
                        "change the rows of a partial index",
                        table(
                                "tickets",
                                t -> t.indexed(
                                        t.indexes().get(0),
                                        IndexModel.of("tickets_open", "project_id, made_at DESC")
                                                .over("status = 'DONE'")))));
    }

    private static List<Case> tables() {
        TableModel notes = TableModel.of(
                "notes",
                id(),
                ColumnModel.of("ticket_id", BIGINT).referring("tickets", OnDelete.CASCADE),
                ColumnModel.of("note", TEXT));
        return List.of(
                kept("add a table", with(notes)),
                kept(
                        "add a table that is filled from another",
                        with(notes.filledWith("SELECT id, id, title FROM tickets"))),
                kept(
                        "add a table with a composite key",
                        with(TableModel.of(
                                        "likes",
                                        ColumnModel.of("person_id", BIGINT).referring("people", OnDelete.CASCADE),
                                        ColumnModel.of("ticket_id", BIGINT).referring("tickets", OnDelete.CASCADE))
                                .keyedBy("person_id", "ticket_id"))),
                lost(
                        "drop a table",
                        new Model(
                                BASE.tables().stream()
                                        .filter(t -> !t.name().equals("labels"))
                                        .toList(),
                                BASE.views())),
                kept("rename a table without rows that refer to it", renameTable("labels", "marks")),
                kept("rename a table that others refer to", renameTable("people", "persons")),
                lost("split a table", split()));
    }

    private static List<Case> objects() {
        return List.of(
                kept(
                        "add a view",
                        views(BASE.views().getFirst(), new ViewModel("names", "SELECT p.name FROM people p"))),
                kept(
                        "change a view",
                        views(new ViewModel("open_tickets", "SELECT t.id, t.title, t.points FROM tickets t"))),
                kept("drop a view", views()),
                kept(
                        "search another table",
                        table("projects", t -> t.searched(new TextSearch("project", "", "name", "", "id", "")))),
                kept("search no longer in a table", table("comments", t -> t.searched(null))),
                kept(
                        "search another column",
                        table("tickets", t -> t.searched(new TextSearch("ticket", "", "title", "", "project_id", "")))),
                kept(
                        "count another table",
                        table(
                                "comments",
                                t -> t.counted(new KeptCount("'TALK'", "words <> ''", "project_id", "ticket_id")))),
                kept(
                        "count other rows",
                        table("tickets", t -> t.counted(new KeptCount("status", "NOT urgent", "project_id", "")))),
                kept("count no longer", table("tickets", t -> t.counted(null))));
    }

    private static List<Case> several() {
        return List.of(
                kept("nothing", BASE).same(),
                lost(
                        "many things at once",
                        edit(
                                edit(
                                        table(
                                                "tickets",
                                                add(ColumnModel.of("note", TEXT).optional()),
                                                without("weight"),
                                                column("points", c -> renamed(c, "estimate", "estimate >= 0"))),
                                        "people",
                                        column("mail", c -> required(c).startingAs("'none'")),
                                        noIndexes()),
                                "comments",
                                column("ticket_id", c -> c.referring("tickets", OnDelete.RESTRICT)))),
                kept(
                        "rebuild a parent and its children",
                        edit(
                                table("tickets", column("title", ColumnModel::optional)),
                                "comments",
                                column("words", ColumnModel::optional))));
    }

    static ColumnModel id() {
        return ColumnModel.of("id", BIGINT);
    }

    private static Case kept(String name, Model to) {
        return new Case(name, to, Back.EVERYTHING, EnumSet.allOf(Engine.class));
    }

    private static Case lost(String name, Model to) {
        return new Case(name, to, Back.THE_REST, EnumSet.allOf(Engine.class));
    }

    @SafeVarargs
    private static Model table(String name, UnaryOperator<TableModel>... edits) {
        return edit(BASE, name, edits);
    }

    @SafeVarargs
    static Model edit(Model model, String name, UnaryOperator<TableModel>... edits) {
        List<TableModel> tables = new ArrayList<>();
        for (TableModel table : model.tables()) {
            TableModel edited = table;
            if (table.name().equals(name)) {
                for (UnaryOperator<TableModel> edit : edits) {
                    edited = edit.apply(edited);
                }
            }
            tables.add(edited);
        }
        return new Model(tables, model.views());
    }

    private static Model with(TableModel more) {
        List<TableModel> tables = new ArrayList<>(BASE.tables());
        tables.add(more);
        return new Model(tables, BASE.views());
    }

    private static Model views(ViewModel... views) {
        return new Model(BASE.tables(), List.of(views));
    }

    private static UnaryOperator<TableModel> add(ColumnModel column) {
        return table -> {
            List<ColumnModel> columns = new ArrayList<>(table.columns());
            columns.add(Math.min(2, columns.size()), column);
            return table.with(columns);
        };
    }

    private static UnaryOperator<TableModel> without(String name) {
        return table -> table.with(table.columns().stream()
                .filter(column -> !column.name().equals(name))
                .toList());
    }

    static UnaryOperator<TableModel> column(String name, UnaryOperator<ColumnModel> edit) {
        return table -> table.with(map(table, name, edit));
    }

    private static List<ColumnModel> map(TableModel table, String name, UnaryOperator<ColumnModel> edit) {
        return table.columns().stream()
                .map(column -> column.name().equals(name) ? edit.apply(column) : column)
                .toList();
    }

    private static UnaryOperator<TableModel> noIndexes() {
        return TableModel::indexed;
    }

    private static UnaryOperator<TableModel> more(IndexModel index) {
        return table -> {
            List<IndexModel> indexes = new ArrayList<>(table.indexes());
            indexes.add(index);
            return table.indexed(indexes.toArray(IndexModel[]::new));
        };
    }

    private static ColumnModel renamed(ColumnModel column, String name, String... checks) {
        return new ColumnModel(
                name,
                column.type(),
                column.nullable(),
                column.initial(),
                List.of(checks),
                column.references(),
                column.name(),
                null);
    }

    private static ColumnModel typed(ColumnModel column, ColumnType type) {
        return new ColumnModel(
                column.name(),
                type,
                column.nullable(),
                column.initial(),
                column.checks(),
                column.references(),
                null,
                null);
    }

    private static ColumnModel required(ColumnModel column) {
        return new ColumnModel(
                column.name(),
                column.type(),
                false,
                column.initial(),
                column.checks(),
                column.references(),
                null,
                null);
    }

    private static Model renameTitle() {
        Model tickets = table(
                "tickets",
                column("title", c -> renamed(c, "subject")),
                t -> t.checked("status <> 'DONE' OR subject <> ''")
                        .indexed(
                                IndexModel.of("tickets_title", "project_id, lower(subject)"),
                                t.indexes().get(1))
                        .searched(new TextSearch("ticket", "subject", "body", "", "project_id", "")));
        return new Model(
                tickets.tables(),
                List.of(new ViewModel(
                        "open_tickets", "SELECT t.id, t.subject FROM tickets t WHERE t.status = 'OPEN'")));
    }

    private static Model renameTable(String from, String to) {
        List<TableModel> tables = new ArrayList<>();
        for (TableModel table : BASE.tables()) {
            TableModel referring = table.with(table.columns().stream()
                    .map(column -> column.references() != null
                                    && column.references().table().equals(from)
                            ? column.referring(to, column.references().onDelete())
                            : column)
                    .toList());
            tables.add(
                    table.name().equals(from)
                            ? new TableModel(
                                    to,
                                    referring.columns(),
                                    table.primaryKey(),
                                    table.checks(),
                                    table.indexes(),
                                    table.search(),
                                    table.count(),
                                    from,
                                    null)
                            : referring);
        }
        return new Model(tables, BASE.views());
    }

    /** The body of a ticket goes to a table of its own. */
    private static Model split() {
        Model without = table(
                "tickets",
                without("body"),
                t -> t.searched(new TextSearch("ticket", "", "title", "", "project_id", "")));
        List<TableModel> tables = new ArrayList<>(without.tables());
        tables.add(TableModel.of(
                        "bodies",
                        ColumnModel.of("id", BIGINT).referring("tickets", OnDelete.CASCADE),
                        ColumnModel.of("body", TEXT))
                .filledWith("SELECT id, body FROM tickets WHERE body IS NOT NULL"));
        return new Model(tables, without.views());
    }
}
