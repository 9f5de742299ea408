package dev.cairn.history;

import static org.assertj.core.api.Assertions.fail;

import dev.cairn.history.Stage.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever people and agents do with tickets and queues, the product does what the rules say, and its tables never contradict
 * themselves (P4, R27–R32, Q1–Q21). A history that shows otherwise is cut down to what is needed and printed;
 * {@code -Dcairn.seed=… -Dcairn.histories=1} plays it again.
 */
class RandomHistoryTest {
    private static final int THREADS = 2;
    /** After so many histories the tables are asked whether they are sound. */
    private static final int BATCH = 200;
    /** So many histories share a database. */
    private static final int PER_STAGE = 1_250;

    @TempDir
    Path folder;

    @Test
    void historiesFollowTheRules() throws Exception {
        follow(Integer.getInteger("cairn.histories", 2_500));
    }

    @Test
    @Tag("slow")
    void manyHistoriesFollowTheRules() throws Exception {
        follow(Integer.getInteger("cairn.histories", 1_000_000));
    }

    private void follow(int rounds) throws Exception {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        System.err.println("seed " + seed + ": again with -Dcairn.seed=" + seed);
        List<Long> starts = new ArrayList<>();
        for (long start = 0; start < rounds; start += PER_STAGE) {
            starts.add(start);
        }
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<@Nullable String>> running = new ArrayList<>();
            for (long start : starts) {
                int count = (int) Math.min(PER_STAGE, rounds - start);
                Callable<@Nullable String> stage = () -> stop.get() ? null : stage(seed + start, count, stop);
                running.add(threads.submit(stage));
            }
            for (Future<@Nullable String> one : running) {
                String wrong = one.get();
                if (wrong != null) {
                    fail(wrong);
                }
            }
        }
    }

    /** Answers what is wrong with the first history that fails. */
    private @Nullable String stage(long first, int count, AtomicBoolean stop) throws Exception {
        Path file = folder.resolve("histories-" + first + ".db");
        try (Stage stage = new Stage(file)) {
            for (int i = 0; i < count && !stop.get(); i++) {
                boolean wrong = stage.play(History.of(first + i)) != null;
                boolean ask = wrong || (i + 1) % BATCH == 0 || i + 1 == count;
                if (wrong || (ask && stage.contradictions() != null)) {
                    stop.set(true);
                    return told(first + i - (wrong ? 0 : i % BATCH), wrong ? 1 : i % BATCH + 1);
                }
            }
        }
        Files.delete(file);
        return null;
    }

    /** Plays these histories slowly and cuts down the first that fails. */
    private String told(long first, int count) throws Exception {
        try (Stage stage = new Stage(folder.resolve("slowly-" + first + ".db"))) {
            for (int i = 0; i < count; i++) {
                History history = History.of(first + i);
                Failure failure = stage.playSlowly(history);
                if (failure != null) {
                    return Shrinking.told(history, failure, first + i, stage::playSlowly);
                }
            }
        }
        return "The histories from seed %d to %d contradict the rules only together"
                .formatted(first, first + count - 1);
    }
}
