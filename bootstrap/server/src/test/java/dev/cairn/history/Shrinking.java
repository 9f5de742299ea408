package dev.cairn.history;

import dev.cairn.history.Stage.Failure;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Cuts a history that fails down to what it needs. */
final class Shrinking {
    private Shrinking() {}

    interface Playing {
        @Nullable
        Failure play(History history) throws SQLException;
    }

    /** What fails, and by which steps. */
    static String told(History history, Failure failure, long seed, Playing playing) throws SQLException {
        History smallest = history;
        Failure last = failure;
        for (int length = history.steps().size() / 2; length > 0; length /= 2) {
            for (int from = 0; from + length <= smallest.steps().size(); ) {
                History shorter = smallest.without(from, from + length);
                Failure still = playing.play(shorter);
                if (still == null) {
                    from += length;
                } else {
                    smallest = shorter;
                    last = still;
                }
            }
        }
        return "%s%n  %s%nagain with -Dcairn.seed=%d -Dcairn.histories=1"
                .formatted(last.what(), String.join("\n  ", last.steps()), seed);
    }
}
