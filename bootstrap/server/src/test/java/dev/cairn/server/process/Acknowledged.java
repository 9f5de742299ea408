package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.domain.kernel.Id;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what clients were told with what a PostgreSQL holds. */
final class Acknowledged {
    private static final String HELD_TWICE = """
            SELECT c.item_id FROM queue_claims c JOIN queue_claims later
                ON later.item_id = c.item_id AND later.fencing_token > c.fencing_token
             WHERE c.ended_at IS NULL OR c.ended_at > later.claimed_at OR c.outcome = 'COMPLETED'""";

    /** All that anybody was told of: each was asked for until it was acknowledged, so there is no other. */
    private final Set<String> claims = new HashSet<>();

    /** How often what should be there once is not, and how often it is more than once. */
    record Compared(int lost, int doubled) {}

    /** Compares what was acknowledged since the last time. */
    Compared compared(FaultClient.Ledger ledger, DatabaseOptions.Postgres database) throws SQLException {
        Counts counts = new Counts();
        counts.of(ledger.tickets().keySet(), column(database, "SELECT title FROM tickets"));
        counts.of(ledger.comments(), column(database, "SELECT content FROM comments"));
        counts.of(ledger.texts().values(), column(database, "SELECT overview FROM tickets"));
        counts.of(numbers(ledger.queued()), column(database, "SELECT ticket_id FROM queue_items"));
        counts.of(numbers(ledger.claims().keySet()), column(database, "SELECT id FROM queue_claims"));
        counts.of(
                numbers(ledger.completed().stream().map(ledger.claims()::get).toList()),
                column(database, "SELECT item_id FROM queue_claims WHERE outcome = 'COMPLETED'"));
        claims.addAll(numbers(ledger.claims().keySet()));
        counts.doubled += (int) column(database, "SELECT id FROM queue_claims").stream()
                .filter(id -> !claims.contains(id))
                .count();
        return new Compared(counts.lost, counts.doubled);
    }

    /** No item was held twice at a time, and the tables keep the rules of the product. */
    static void assertSound(DatabaseOptions.Postgres database) throws SQLException {
        assertThat(column(database, HELD_TWICE)).isEmpty();
        assertThat(Cairn.administration(CairnOptions.of(database)).verify().contradictions())
                .isEmpty();
    }

    static List<String> column(DatabaseOptions.Postgres database, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static List<String> numbers(Collection<String> ids) {
        return ids.stream().map(id -> String.valueOf(Id.parse(id).value())).toList();
    }

    private static final class Counts {
        private int lost;
        private int doubled;

        void of(Collection<String> acknowledged, List<String> stored) {
            Map<String, Integer> found = new HashMap<>();
            stored.forEach(value -> found.merge(value, 1, Integer::sum));
            for (String value : acknowledged) {
                int times = found.getOrDefault(value, 0);
                lost += times == 0 ? 1 : 0;
                doubled += times > 1 ? 1 : 0;
            }
        }
    }
}
