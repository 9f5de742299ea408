package dev.cairn;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.work.SteadyClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * How a {@link Cairn} is opened. No environment variable or system property is read.
 *
 * @param clock the time of everything; the system's, kept from running backwards, unless a test brings its own
 * @param sweepEvery how often expired leases are taken back in the background; zero for never, else at least 1 ms
 * @param secrets with which key secrets are sealed, and what {@code secretEnv} of a provider of models may name
 * @param runsJobs whether agents answer, and other work in the background is done, in this process; if not, it waits for one that does
 * @param watches whether folders that have an index are watched and indexed again when something in them changes, as a server does
 */
public record CairnOptions(
        DatabaseOptions database,
        Clock clock,
        Duration sweepEvery,
        SecretOptions secrets,
        boolean runsJobs,
        boolean watches) {
    public static final Duration SWEEP_EVERY_DEFAULT = Duration.ofSeconds(30);

    private static final Duration SWEEP_EVERY_LEAST = Duration.ofMillis(1);

    public CairnOptions {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(secrets, "secrets");
        if (!sweepEvery.isZero() && sweepEvery.compareTo(SWEEP_EVERY_LEAST) < 0) {
            throw new IllegalArgumentException("sweepEvery is zero, or at least 1 ms");
        }
    }

    /** Keeps secrets as usual. */
    public CairnOptions(DatabaseOptions database, Clock clock, Duration sweepEvery) {
        this(database, clock, sweepEvery, SecretOptions.of(database), true, false);
    }

    /** Keeps the database in this file; it is created, with the folders above it, when it is not there. */
    public static CairnOptions at(Path file) {
        return of(new DatabaseOptions.Sqlite(file));
    }

    public static CairnOptions of(DatabaseOptions database) {
        SteadyClock clock = SteadyClock.ofMachine(Clock.systemUTC(), System::nanoTime);
        return new CairnOptions(database, clock, SWEEP_EVERY_DEFAULT);
    }

    public CairnOptions withClock(Clock newClock) {
        return new CairnOptions(database, newClock, sweepEvery, secrets, runsJobs, watches);
    }

    public CairnOptions withSweepEvery(Duration interval) {
        return new CairnOptions(database, clock, interval, secrets, runsJobs, watches);
    }

    public CairnOptions withSecrets(SecretOptions others) {
        return new CairnOptions(database, clock, sweepEvery, others, runsJobs, watches);
    }

    public CairnOptions withJobs(boolean wanted) {
        return new CairnOptions(database, clock, sweepEvery, secrets, wanted, watches);
    }

    /** Watches the projects' folders or not; changes are found by background runs, so it takes {@link #withJobs jobs}, too. */
    public CairnOptions withWatches(boolean wanted) {
        return new CairnOptions(database, clock, sweepEvery, secrets, runsJobs, wanted);
    }
}
