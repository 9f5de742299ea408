package dev.cairn.history;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseAdministration.Contradiction;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.domain.user.Caller;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A database on which histories are played, one after the other, each in a project of its own. */
final class Stage implements AutoCloseable {
    private final CairnOptions options;
    private final PlayedClock clock = new PlayedClock();
    private final Cairn cairn;
    private final Caller caller;
    private final Tables tables;
    private int played;

    Stage(Path file) throws SQLException {
        options = CairnOptions.of(new DatabaseOptions.Sqlite(file, true))
                .withClock(clock)
                .withSweepEvery(Duration.ZERO);
        cairn = Cairn.open(options);
        caller = cairn.owner();
        tables = new Tables(file);
    }

    /**
     * What is wrong after a history, and what was played.
     *
     * @param steps in words
     */
    record Failure(String what, List<String> steps) {}

    /** Plays a history, and compares model and tables at its end. */
    @Nullable
    Failure play(History history) throws SQLException {
        return play(history, false);
    }

    /** As {@link #play}, where tables and invariants are looked at after every step, and nothing is left. */
    @Nullable
    Failure playSlowly(History history) throws SQLException {
        return play(history, true);
    }

    private @Nullable Failure play(History history, boolean slowly) throws SQLException {
        Product product = new Product(
                cairn,
                caller,
                clock,
                "H" + Integer.toString(++played, 36).toUpperCase(java.util.Locale.ROOT),
                history.limits());
        Rules rules = new Rules(clock.instant().toEpochMilli(), history.limits());
        List<String> told = new ArrayList<>();
        String wrong = null;
        for (int i = 0; i < history.steps().size() && wrong == null; i++) {
            Step step = history.steps().get(i);
            if (!rules.possible(step)) {
                continue;
            }
            String words = Words.of(step, rules.world);
            Outcome outcome = product.play(step, rules);
            Prediction prediction = rules.play(step);
            told.add("%s -> %s".formatted(words, outcome));
            if (!rules.agrees(step, prediction, outcome)) {
                wrong = "The last step should have been " + prediction;
            } else if (slowly) {
                wrong = differences(product, rules.world);
                wrong = wrong == null ? contradictions() : wrong;
            }
        }
        if (wrong == null) {
            wrong = differences(product, rules.world);
        }
        if (slowly || wrong != null) {
            product.purge();
        }
        return wrong == null ? null : new Failure(wrong, told);
    }

    private @Nullable String differences(Product product, World world) throws SQLException {
        Map<String, String> found = tables.read(product);
        Map<String, String> expected = Tables.expected(world);
        if (found.equals(expected)) {
            return null;
        }
        TreeSet<String> names = new TreeSet<>(found.keySet());
        names.addAll(expected.keySet());
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            String is = found.getOrDefault(name, "nothing");
            String should = expected.getOrDefault(name, "nothing");
            if (!is.equals(should)) {
                lines.add("%s is %s, and should be %s".formatted(name, is, should));
            }
        }
        return String.join("\n", lines);
    }

    /** What the tables contradict, of all that was played here; nothing when they are sound. */
    @Nullable
    String contradictions() {
        List<Contradiction> found = Cairn.administration(options).verify().contradictions();
        return found.isEmpty()
                ? null
                : String.join(
                        "\n",
                        found.stream()
                                .map(each -> "%s: %s %s %s"
                                        .formatted(each.invariant(), each.kind(), each.id(), each.words()))
                                .toList());
    }

    @Override
    public void close() throws SQLException {
        tables.close();
        cairn.close();
    }
}
