package dev.cairn.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.interchange.ForeignSystem;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.ImportedItem;
import dev.cairn.application.interchange.SystemFormat;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * I9: walks through every column of every table, and one in each that no version has: what it holds is carried, in metadata, or its column or
 * table is named.
 */
@Isolated
class SystemLossTest {
    /** What has to hold something definite for the rest to be found; the tests of the formats look at these. */
    private static final Set<String> STRUCTURE = Set.of(
            "id",
            "project_id",
            "ticket_id",
            "chat_id",
            "queue_id",
            "item_id",
            "item_type",
            "prompt_id",
            "memory_id",
            "agent_id",
            "user_id",
            "owner_id",
            "author_id",
            "assignee_id",
            "created_by",
            "participant_id",
            "direct_message_id",
            "source_id",
            "source_type",
            "issue_id",
            "provider_id",
            "status",
            "queue_status",
            "priority",
            "type",
            "role",
            "provider",
            "base_url",
            "key",
            "secret_ref",
            "api_key",
            "password_hash",
            "done",
            "order_index",
            "estimated_hours",
            "is_active",
            "is_default",
            "max_parallel_items",
            "file_id",
            "username",
            "created_at",
            "updated_at",
            "queued_at",
            "started_at",
            "completed_at",
            "due_date",
            "deleted_at",
            "deactivated_at",
            "archived_at",
            "left_at");
    /** What holds JSON. */
    private static final Set<String> LISTS = Set.of(
            "suggested_file_ids",
            "suggested_agent_ids",
            "suggested_prompt_ids",
            "tags",
            "labels",
            "custom_headers",
            "permissions",
            "data");

    private static final Set<String> OBJECTS = Set.of("metadata", "model_config");

    @TempDir
    Path folder;

    static Stream<Arguments> systems() {
        return Stream.of(
                Arguments.of(
                        SystemSample.promptliano(Path.of(System.getProperty("java.io.tmpdir"))), "promptliano.sql"),
                Arguments.of(SystemSample.projectWiz(), "projectwiz.sql"));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void nothingIsLostWithoutAWord(SystemFormat format, String sql) throws SQLException {
        Path file = SystemSample.file(
                folder, sql, "CREATE TABLE novel (id INTEGER, words TEXT)", "INSERT INTO novel VALUES (1, 'x')");
        Map<String, String> marks = marked(file);
        StringBuilder delivered = new StringBuilder();
        List<ImportProblem> problems;
        try (ForeignSystem system = SystemSample.open(format, file)) {
            problems = new ArrayList<>(system.problems());
            delivered.append(system.projects()).append(system.providers()).append(system.people());
            system.projects().forEach(project -> {
                Collected all = SystemSample.read(system, project);
                delivered.append(LossCheck.all(all));
                problems.addAll(all.problems);
            });
        }
        String named = problems.stream()
                .map(problem -> problem.place() + " " + problem.message() + "\n")
                .reduce("", String::concat);
        List<String> lost = new ArrayList<>();
        marks.forEach((column, mark) -> {
            String table = column.substring(0, column.indexOf('.'));
            boolean told = delivered.toString().contains(mark)
                    || named.contains(column + ":")
                    || named.contains("The table " + table + " has no place");
            if (!told) {
                lost.add(column);
            }
        });
        assertThat(marks).hasSizeGreaterThan(50).containsKey("novel.words");
        assertThat(lost).isEmpty();
    }

    /** I9: work that waits in one of the two places waits here, whatever the other says, and that they differ is said. */
    @ParameterizedTest
    @CsvSource({"failed, queued, false, counts", "queued, failed, false, was left out", "failed, timeout, true, ''"})
    void whatWaitsCountsBeforeWhatHadFailed(String ofTicket, String ofItem, boolean failed, String said) {
        Path file = SystemSample.file(
                folder,
                "promptliano.sql",
                "UPDATE tickets SET queue_status = '%s' WHERE id = 1".formatted(ofTicket),
                "DELETE FROM queue_items",
                "INSERT INTO queue_items (id, queue_id, item_type, item_id, status, created_at, updated_at)"
                        + " VALUES (9, 1, 'ticket', 1, '%s', 1767409200000, 1767409200000)".formatted(ofItem));
        SystemFormat format = SystemSample.promptliano(folder);
        try (ForeignSystem system = SystemSample.open(format, file)) {
            Collected all = SystemSample.read(system, system.projects().getFirst());
            assertThat(all.others)
                    .filteredOn(ImportedItem.class::isInstance)
                    .map(ImportedItem.class::cast)
                    .filteredOn(item -> item.task() == null)
                    .singleElement()
                    .satisfies(item -> assertThat(item.failed()).isEqualTo(failed));
            List<String> problems = all.problems.stream()
                    .filter(problem -> problem.code().equals("duplicate"))
                    .map(ImportProblem::message)
                    .toList();
            assertThat(problems).hasSize(said.isEmpty() ? 0 : 1).allMatch(message -> message.endsWith(said));
        }
    }

    /** Puts something that nothing else says into every column, and answers what, by table and column. */
    private static Map<String, String> marked(Path file) throws SQLException {
        Map<String, String> marks = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<String[]> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT t.name, c.name, c.type FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'")) {
                while (rows.next()) {
                    columns.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
                }
            }
            for (String table :
                    columns.stream().map(column -> column[0]).distinct().toList()) {
                statement.executeUpdate("ALTER TABLE %s ADD COLUMN novelty TEXT".formatted(table));
                columns.add(new String[] {table, "novelty", "TEXT"});
            }
            int number = 70_000;
            for (String[] column : columns) {
                if (STRUCTURE.contains(column[1])) {
                    continue;
                }
                String mark = column[2].equals("TEXT")
                        ? "canary_%s_%s".formatted(column[0], column[1])
                        : String.valueOf(++number);
                String value = LISTS.contains(column[1])
                        ? "[\"" + mark + "\"]"
                        : OBJECTS.contains(column[1]) ? "{\"other\":\"" + mark + "\"}" : mark;
                boolean onlyOne = column[0].equals("projects") || column[1].equals("name") || column[1].equals("title");
                statement.executeUpdate("UPDATE %s SET %s = '%s'%s"
                        .formatted(
                                column[0],
                                column[1],
                                column[1].equals("dependencies") ? "[" + mark + "]" : value,
                                onlyOne ? " WHERE rowid = (SELECT min(rowid) FROM %s)".formatted(column[0]) : ""));
                marks.put(column[0] + "." + column[1], mark);
            }
            connection.commit();
        }
        return marks;
    }
}
