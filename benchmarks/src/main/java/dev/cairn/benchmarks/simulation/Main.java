package dev.cairn.benchmarks.simulation;

import dev.cairn.application.database.DatabaseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Runs a simulation and prints what came of it. Arguments: agents, queues, simulated minutes, minutes that a piece of work takes, minutes of a lease, seed; then for PostgreSQL a JDBC URL of an empty database, user,
 * password and the number of servers. Without these it runs on a SQLite file that does not wait for the disk.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Plan plan = Plan.of(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                minutes(arguments[2]),
                minutes(arguments[3]),
                minutes(arguments[4]),
                Long.parseLong(arguments[5]));
        boolean postgres = arguments.length > 6;
        Path folder = Files.createTempDirectory("cairn-simulation");
        Path file = folder.resolve("cairn.db");
        DatabaseOptions database = postgres
                ? new DatabaseOptions.Postgres(arguments[6], arguments[7], arguments[8])
                : new DatabaseOptions.Sqlite(file, true);
        System.out.println(plan);
        try (Simulation simulation = new Simulation(plan, database, postgres ? Integer.parseInt(arguments[9]) : 1)) {
            Simulation.Outcome outcome = simulation.run();
            System.out.print(outcome.tally());
            System.out.printf(
                    "%,d tickets; lost %d, doubled %d, overtaken %d, beyond maxParallel %d, contradictions %s; %,.1f s of real time for %,d simulated minutes%n",
                    outcome.created(),
                    outcome.lost(),
                    outcome.doubled(),
                    outcome.overtaken(),
                    outcome.overLimit(),
                    outcome.contradictions(),
                    outcome.real().toMillis() / 1e3,
                    plan.length().toMinutes());
            if (!postgres) {
                System.out.printf("the database has %,d MB: %s%n", Files.size(file) / 1_000_000, file);
            }
        }
    }

    private static Duration minutes(String text) {
        return Duration.ofMinutes(Integer.parseInt(text));
    }
}
