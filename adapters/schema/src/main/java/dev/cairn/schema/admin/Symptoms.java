package dev.cairn.schema.admin;

import dev.cairn.application.database.DatabaseAdministration.Symptom;
import dev.cairn.application.database.DatabaseAdministration.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of an examination. */
final class Symptoms {
    private final List<Symptom> found = new ArrayList<>();

    /** Examines one thing; a failure is its finding. */
    interface Look {
        void at() throws SQLException;
    }

    void ok(String name, String words) {
        found.add(new Symptom(name, Verdict.OK, words, null));
    }

    void warn(String name, String words, String remedy) {
        found.add(new Symptom(name, Verdict.WARNING, words, remedy));
    }

    void error(String name, String words, String remedy) {
        found.add(new Symptom(name, Verdict.ERROR, words, remedy));
    }

    /** @param remedy what to do when the engine refuses it */
    void look(String name, String remedy, Look look) {
        try {
            look.at();
        } catch (SQLException e) {
            error(name, "the engine refuses it: " + firstLine(e), remedy);
        }
    }

    List<Symptom> all() {
        return List.copyOf(found);
    }

    static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
