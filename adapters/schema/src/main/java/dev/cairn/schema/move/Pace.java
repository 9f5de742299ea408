package dev.cairn.schema.move;

import dev.cairn.application.database.DatabaseMove.Progress;
import dev.cairn.application.database.DatabaseMove.Step;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Counts the progress of a step, from one thread or two, and reports it. */
final class Pace {
    private static final long TOLD_ROWS = 1_000;

    /** The shortest time from which a rate is computed. */
    private static final long RATE_MILLIS = 1_000;

    private final Consumer<Progress> told;
    private Step step = Step.COPYING;
    private long begunAt;
    private long atBegin;
    private long done;
    private long total;

    Pace(Consumer<Progress> told) {
        this.told = told;
    }

    /** Counts the rows of one part of a step. */
    final class Listener {
        private final String what;
        private long untold;

        private Listener(String what) {
            this.what = what;
        }

        void done(long more) {
            add(what, more);
        }

        void one() {
            untold++;
            if (untold == TOLD_ROWS) {
                flush();
            }
        }

        void flush() {
            add(what, untold);
            untold = 0;
        }
    }

    synchronized void begin(Step next, long already, long all) {
        step = next;
        begunAt = System.nanoTime();
        atBegin = already;
        done = already;
        total = all;
    }

    Listener on(String what) {
        return new Listener(what);
    }

    private synchronized void add(String what, long more) {
        done += more;
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunAt);
        long perSecond = millis < RATE_MILLIS ? 0 : (done - atBegin) * TimeUnit.SECONDS.toMillis(1) / millis;
        told.accept(new Progress(step, what, done, total, perSecond));
    }
}
