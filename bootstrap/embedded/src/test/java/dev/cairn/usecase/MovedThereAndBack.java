package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseMove.Moved;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.persistence.activity.RestoredLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Moves a file to PostgreSQL and from there to another file, ends each move several times at a random point, and compares the
 * files, in whichever tables there are.
 */
final class MovedThereAndBack {
    private static final int STOPS = 2;
    /** So often something is told of a small database. */
    private static final int POINTS = 160;
    /** All tables but the history, and what SQLite makes for itself and for what is searched. */
    private static final String TABLES = """
            SELECT name FROM pragma_table_list WHERE schema = '%1$s' AND type = 'table'
               AND name NOT LIKE 'sqlite!_%%' ESCAPE '!' AND name NOT IN ('flyway_schema_history', 'cairn_move') ORDER BY name""";

    private MovedThereAndBack() {}

    /** Ends a move as a kill does: whatever was begun is not ended. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    static void check(DatabaseOptions.Sqlite first, Path directory, long seed) throws IOException, SQLException {
        Random random = new Random(seed);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + first.file());
                Statement statement = connection.createStatement()) {
            statement.execute(RestoredLog.named());
        }
        Path before = Files.copy(first.file(), directory.resolve("before.db"));
        DatabaseOptions there = FreshPostgres.database();
        Path back = directory.resolve("back.db");

        moved(first, there, random);
        moved(there, new DatabaseOptions.Sqlite(back), random);

        String played = "seed %d".formatted(seed);
        assertSame(before, first.file(), played);
        assertSame(before, back, played);
        requireSound(back);
    }

    private static Moved moved(DatabaseOptions from, DatabaseOptions to, Random random) {
        for (int i = 0; i < STOPS; i++) {
            int[] left = {random.nextInt(POINTS)};
            try {
                return Cairn.move(CairnOptions.of(from)).move(to, _ -> {
                    if (left[0]-- == 0) {
                        throw new Killed();
                    }
                });
            } catch (Killed e) {
                assertThat(left[0]).isNegative();
            } catch (RuntimeException e) {
                assertThat(e).hasRootCauseInstanceOf(Killed.class);
            }
        }
        return Cairn.move(CairnOptions.of(from)).move(to, _ -> {});
    }

    private static void requireSound(Path file) throws SQLException {
        assertThat(Cairn.administration(CairnOptions.at(file)).check().isSound())
                .isTrue();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)");
        }
    }

    /** Each table of one file has the rows of the other, and no more. */
    static void assertSame(Path one, Path other, String played) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + one);
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + other + "' AS other");
            List<String> tables = column(statement, TABLES.formatted("main"));
            assertThat(column(statement, TABLES.formatted("other"))).isEqualTo(tables);
            for (String table : tables) {
                String columns = String.join(
                        ", ",
                        column(
                                statement,
                                "SELECT name FROM pragma_table_info('%s', 'main') ORDER BY name".formatted(table)));
                // What is counted may have been there once: a row of 0 says no more than none.
                String counted = table.equals("project_counts") ? " WHERE n > 0" : "";
                String here = "SELECT %s FROM main.%s%s".formatted(columns, table, counted);
                String there = "SELECT %s FROM other.%s%s".formatted(columns, table, counted);
                assertThat(column(statement, here + " EXCEPT " + there + " LIMIT 1"))
                        .as("gone from %s, %s", table, played)
                        .isEmpty();
                assertThat(column(statement, there + " EXCEPT " + here + " LIMIT 1"))
                        .as("new in %s, %s", table, played)
                        .isEmpty();
                assertThat(column(statement, "SELECT count(*) FROM other." + table + counted))
                        .as("rows of %s, %s", table, played)
                        .isEqualTo(column(statement, "SELECT count(*) FROM main." + table + counted));
            }
        }
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
