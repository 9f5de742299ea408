package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into a database file that nobody has open. */
final class DatabaseCheck {
    private DatabaseCheck() {}

    /** {@code integrity_check} and {@code foreign_key_check} find nothing, and the tables keep the rules of the product. */
    static void assertSound(Path file, String what) throws SQLException {
        assertThat(column(file, "PRAGMA integrity_check")).as(what).containsExactly("ok");
        assertThat(column(file, "PRAGMA foreign_key_check")).as(what).isEmpty();
        assertThat(Cairn.administration(CairnOptions.at(file)).verify().contradictions())
                .as(what)
                .isEmpty();
    }

    static List<String> column(Path file, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
