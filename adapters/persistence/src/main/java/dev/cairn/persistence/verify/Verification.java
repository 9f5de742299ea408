package dev.cairn.persistence.verify;

import dev.cairn.application.database.DatabaseAdministration.Contradiction;
import dev.cairn.application.database.DatabaseAdministration.Verified;
import dev.cairn.application.database.StorageException;
import dev.cairn.domain.kernel.Id;
import dev.cairn.schema.Engine;
import dev.cairn.schema.migration.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks the tables of one database whether they keep the rules of the product: the one function that says so, for people
 * ({@code cairn db verify}) and for every test. It reads one snapshot and changes nothing; others may write meanwhile.
 */
public final class Verification {
    /** The most rows of each invariant that are named. */
    private static final int ROWS_MAX = 100;

    private static final List<Invariant> ON_BOTH_ENGINES = Stream.of(
                    QueueInvariants.ALL,
                    WorkInvariants.ALL,
                    ProjectInvariants.ALL,
                    TalkInvariants.ALL,
                    AgentInvariants.ALL)
            .flatMap(List::stream)
            .toList();

    private Verification() {}

    /**
     * Finds the rows that contradict the invariants, in a database of the newest schema.
     *
     * @throws StorageException when they cannot be read
     */
    public static Verified of(Target target) {
        try (Connection connection = target.open()) {
            begin(connection, target.engine());
            return in(connection, target.engine());
        } catch (SQLException e) {
            throw new StorageException("The tables cannot be verified: " + e.getMessage(), e);
        }
    }

    /** Verifies the tables as the connection's transaction sees them. */
    public static Verified in(Connection connection, Engine engine) throws SQLException {
        List<Invariant> invariants = invariants(engine);
        List<Contradiction> found = new ArrayList<>();
        for (Invariant invariant : invariants) {
            found.addAll(broken(connection, invariant));
        }
        return new Verified(invariants.size(), found);
    }

    private static List<Invariant> invariants(Engine engine) {
        return switch (engine) {
            case SQLITE ->
                Stream.concat(ON_BOTH_ENGINES.stream(), Stream.of(ProjectInvariants.COUNTS))
                        .toList();
            case POSTGRESQL -> ON_BOTH_ENGINES;
        };
    }

    /** Begins one snapshot for all questions; deferred on SQLite, so that it does not wait for the writer's place. */
    private static void begin(Connection connection, Engine engine) throws SQLException {
        switch (engine) {
            case SQLITE -> run(connection, "BEGIN DEFERRED");
            case POSTGRESQL -> run(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Contradiction> broken(Connection connection, Invariant invariant) throws SQLException {
        return switch (invariant) {
            case Invariant.NoRows _ -> named(invariant, pairs(connection, invariant.sql(), ROWS_MAX));
            case Invariant.NoCycle _ -> named(invariant, Cycles.among(pairs(connection, invariant.sql(), 0), ROWS_MAX));
        };
    }

    private static List<Contradiction> named(Invariant invariant, List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> new Contradiction(
                        invariant.name(),
                        invariant.rule(),
                        invariant.kind(),
                        text(pair.id()),
                        invariant.words().formatted(pair.other() == 0 ? "none" : text(pair.other()))))
                .toList();
    }

    private static String text(long id) {
        return new Id<>(id).toString();
    }

    private static List<Pair> pairs(Connection connection, String sql, int max) throws SQLException {
        List<Pair> pairs = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(max);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    pairs.add(new Pair(rows.getLong("id"), rows.getLong("other")));
                }
            }
        }
        return pairs;
    }

    /** A row and another that it has to do with; 0 when there is none. */
    record Pair(long id, long other) {}
}
