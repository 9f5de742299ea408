package dev.cairn.history;

import static org.assertj.core.api.Assertions.fail;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.EvenJitter;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.history.Stage.Failure;
import dev.cairn.history.Stage.Play;
import dev.cairn.http.HttpLimits;
import dev.cairn.http.HttpSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P17: a history comes out the same through the library, over HTTP, and by the tools of agents: each follows the model, each
 * step is answered the same, what is shown after it is the same, and so is what is exported at its end. A history that shows
 * otherwise is cut down and printed; {@code -Dcairn.seed=… -Dcairn.doors=1} plays it again.
 */
final class ThreeDoorsTest {
    private static final List<String> DOORS = List.of("library", "HTTP", "MCP");

    @TempDir
    private Path folder;

    @Test
    void aHistoryComesOutTheSameThroughAllDoors() throws SQLException {
        play(12);
    }

    @Test
    @Tag("slow")
    void manyHistoriesComeOutTheSameThroughAllDoors() throws SQLException {
        play(200);
    }

    private void play(int usual) throws SQLException {
        int rounds = Integer.getInteger("cairn.doors", usual);
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        System.err.println("seed " + seed + ": again with -Dcairn.seed=" + seed);
        try (Stage library = new Stage(folder.resolve("library.db"), opened(LibraryDoor::new));
                Stage http = new Stage(folder.resolve("http.db"), opened(HttpDoor::new));
                Stage mcp = new Stage(folder.resolve("mcp.db"), opened(McpDoor::new))) {
            List<Stage> stages = List.of(library, http, mcp);
            for (int i = 0; i < rounds; i++) {
                History history = History.of(seed + i);
                Failure failure = play(stages, history);
                if (failure != null) {
                    fail(Shrinking.told(history, failure, seed + i, shorter -> play(stages, shorter)));
                }
            }
            for (int i = 0; i < DOORS.size(); i++) {
                String wrong = stages.get(i).contradictions();
                if (wrong != null) {
                    fail(DOORS.get(i) + ": " + wrong);
                }
            }
        }
    }

    private static Function<CairnOptions, Door> opened(Function<Cairn, Door> door) {
        return options -> door.apply(Cairn.open(
                options,
                Map.of(EvenJitter.PROPERTY, true),
                HttpSettings.inside(0, false, HttpLimits.DEFAULT),
                TokenHash.of(HttpDoor.TOKEN)));
    }

    private static @Nullable Failure play(List<Stage> stages, History history) throws SQLException {
        List<Play> plays = new ArrayList<>();
        for (Stage stage : stages) {
            plays.add(stage.begin(history));
        }
        Play first = plays.getFirst();
        String wrong = null;
        for (Step step : history.steps()) {
            if (wrong == null && first.possible(step)) {
                wrong = next(plays, step);
            }
        }
        for (int i = 0; i < plays.size() && wrong == null; i++) {
            String differs = plays.get(i).differences();
            wrong = differs == null ? null : DOORS.get(i) + ": " + differs;
        }
        for (int i = 1; i < plays.size() && wrong == null; i++) {
            wrong = apart(
                    i, lines(first.product.export()), lines(plays.get(i).product.export()));
        }
        List<String> told = List.copyOf(first.told());
        plays.forEach(Play::end);
        return wrong == null ? null : new Failure(wrong, told);
    }

    private static @Nullable String next(List<Play> plays, Step step) {
        for (int i = 0; i < plays.size(); i++) {
            String wrong = plays.get(i).next(step);
            if (wrong != null) {
                return "%s: %s, it was %s".formatted(DOORS.get(i), wrong, plays.get(i).last);
            }
        }
        Play first = plays.getFirst();
        Map<String, String> seen = first.product.seen(step.a());
        for (int i = 1; i < plays.size(); i++) {
            Outcome outcome = Objects.requireNonNull(plays.get(i).last);
            boolean refused = outcome.refusal() != null && DOORS.get(i).equals("MCP");
            if (!refused && !outcome.equals(first.last)) {
                return "%s: the last step was %s, in the library %s".formatted(DOORS.get(i), outcome, first.last);
            }
            String differs = apart(i, seen, plays.get(i).product.seen(step.a()));
            if (differs != null) {
                return differs;
            }
        }
        return null;
    }

    private static Map<String, String> lines(String export) {
        Map<String, String> lines = new TreeMap<>();
        export.lines().forEach(line -> lines.put("line " + lines.size(), line));
        return lines;
    }

    private static @Nullable String apart(int door, Map<String, String> expected, Map<String, String> found) {
        TreeMap<String, String> all = new TreeMap<>(expected);
        all.putAll(found);
        for (String name : all.keySet()) {
            String is = found.getOrDefault(name, "nothing");
            String should = expected.getOrDefault(name, "nothing");
            if (!is.equals(should)) {
                return "%s: %s is%n  %s%nin the library%n  %s".formatted(DOORS.get(door), name, is, should);
            }
        }
        return null;
    }
}
