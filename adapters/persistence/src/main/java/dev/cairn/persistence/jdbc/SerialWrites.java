package dev.cairn.persistence.jdbc;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.persistence.jdbc.InFlight.Ending;
import dev.cairn.persistence.jdbc.PostgresErrors.Kind;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs writes on PostgreSQL so that they come out as if there had been one after the other (G0): each is SERIALIZABLE, and
 * one that lost against another runs again. So does one whose connection was lost before its COMMIT, since nothing of it is
 * stored.
 */
final class SerialWrites {
    /** A write that always loses is {@code busy} after this long. */
    private static final long LOSING_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** The try at which a constraint counts: earlier ones may have met a row stored since their snapshot was taken. */
    private static final int CONSTRAINT_TRIES = 3;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int DOUBLINGS_MAX = 6;

    private static final Duration STANDSTILL = Duration.ofMillis(100);

    private final Turn.Lanes lanes = new Turn.Lanes();
    private final InFlight inFlight = new InFlight(DatabaseOptions.Postgres.POOL_SIZE, STANDSTILL);
    private final WriteCounters counters;

    SerialWrites(WriteCounters counters) {
        this.counters = counters;
    }

    /** Runs the whole transaction once. */
    interface Attempt<T extends @Nullable Object> {
        T run(Turn turn, Patience patience);
    }

    /** @param first with what patience it is tried at first */
    <T extends @Nullable Object> T write(Patience first, Attempt<T> attempt) {
        Patience patience = first;
        Turn turn = new Turn(lanes);
        long started = System.nanoTime();
        int failures = 0;
        while (true) {
            boolean lost = false;
            try {
                turn.await(started + LOSING_NANOS);
                T result = attempt(attempt, turn, patience);
                counters.done(failures);
                return result;
            } catch (Turn.Taken e) {
                counters.waited();
            } catch (RuntimeException e) {
                failures++;
                if (!again(e, failures, started, patience)) {
                    throw e;
                }
                if (PostgresErrors.kindOf(e) == Kind.TOO_SLOW) {
                    patience = Patience.LONG; // The server has answered: it lives, and needs more time.
                }
                turn.lost();
                lost = true;
            } finally {
                turn.end();
            }
            if (lost) {
                pause(failures);
            }
        }
    }

    int writesAtOnce() {
        return inFlight.limit();
    }

    /**
     * Runs an attempt in a place of {@link InFlight}; it holds its lanes already, so that no one with a place waits for a lane.
     */
    private <T extends @Nullable Object> T attempt(Attempt<T> attempt, Turn turn, Patience patience) {
        if (patience == Patience.LONG) {
            return attempt.run(turn, patience); // It would keep a place for as long as a thousand others need one.
        }
        inFlight.enter();
        Ending ending = Ending.OTHER;
        try {
            T result = attempt.run(turn, patience);
            ending = Ending.COMMITTED;
            return result;
        } catch (RuntimeException e) {
            if (PostgresErrors.kindOf(e) == Kind.LOST_RACE) {
                ending = Ending.LOST;
            }
            throw e;
        } finally {
            inFlight.leave(ending);
        }
    }

    private boolean again(RuntimeException failure, int failures, long started, Patience patience) {
        boolean again = switch (PostgresErrors.kindOf(failure)) {
            case LOST_RACE -> System.nanoTime() - started < LOSING_NANOS;
            case LOST_CONNECTION -> PostgresErrors.worthAnotherConnection(failure, started);
            case CONSTRAINT -> failures < CONSTRAINT_TRIES;
            case TOO_SLOW -> patience == Patience.USUAL;
            case OTHER -> false;
        };
        if (again) {
            counters.again();
        } else if (failure instanceof Unavailable) {
            counters.refused();
        }
        return again;
    }

    /** Waits for a random time, so that colliding writes do not collide again. */
    private static void pause(int failures) {
        long most = PAUSE_NANOS << Math.min(failures, DOUBLINGS_MAX);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }
}
