package dev.cairn.history;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseAdministration.Contradiction;
import dev.cairn.application.database.DatabaseOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A database on which histories are played, one after the other, each in a project of its own. */
final class Stage implements AutoCloseable {
    private final CairnOptions options;
    private final PlayedClock clock = new PlayedClock();
    private final Door door;
    private final Tables tables;
    private int played;

    /** Opens a database on which histories are played in the library. */
    Stage(Path file) throws SQLException {
        this(file, options -> new LibraryDoor(Cairn.open(options)));
    }

    Stage(Path file, Function<CairnOptions, Door> opening) throws SQLException {
        options = CairnOptions.of(new DatabaseOptions.Sqlite(file, true))
                .withClock(clock)
                .withSweepEvery(Duration.ZERO);
        door = opening.apply(options);
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
        Play play = begin(history);
        String wrong = null;
        for (int i = 0; i < history.steps().size() && wrong == null; i++) {
            boolean done = play.possible(history.steps().get(i));
            wrong = done ? play.next(history.steps().get(i)) : null;
            if (done && wrong == null && slowly) {
                wrong = play.differences();
                wrong = wrong == null ? contradictions() : wrong;
            }
        }
        if (wrong == null) {
            wrong = play.differences();
        }
        if (slowly || wrong != null) {
            play.end();
        }
        return wrong == null ? null : new Failure(wrong, play.told);
    }

    /** A history that is being played here. */
    final class Play {
        final Product product;
        private final Rules rules;
        private final List<String> told = new ArrayList<>();

        @Nullable
        Outcome last;

        private Play(Product product, Rules rules) {
            this.product = product;
            this.rules = rules;
        }

        boolean possible(Step step) {
            return rules.possible(step);
        }

        /** Plays a step; answers what is wrong with it by the model. */
        @Nullable
        String next(Step step) {
            String words = Words.of(step, rules.world);
            Outcome outcome = product.play(step, rules);
            last = outcome;
            Prediction prediction = rules.play(step);
            told.add("%s -> %s".formatted(words, outcome));
            return rules.agrees(step, prediction, outcome) ? null : "The last step should have been " + prediction;
        }

        List<String> told() {
            return told;
        }

        @Nullable
        String differences() throws SQLException {
            return Stage.this.differences(product, rules.world);
        }

        void end() {
            product.purge();
        }
    }

    Play begin(History history) {
        String key = "H" + Integer.toString(++played, 36).toUpperCase(Locale.ROOT);
        return new Play(
                new Product(door, clock, key, history.limits()),
                new Rules(clock.instant().toEpochMilli(), history.limits()));
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
        door.close();
    }
}
