package dev.cairn.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.database.DatabaseOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulation in small, so that the figures of {@code docs/SCALE.md} can be made again. */
class SimulationTest {
    @TempDir
    Path folder;

    @Test
    void nothingIsLostOrDoubledWhenAgentsDieAndComeBackTooLate() {
        Duration minutes = Duration.ofMinutes(Integer.getInteger("cairn.minutes", 60));
        Plan plan = new Plan(40, 4, minutes, 0.7, Duration.ofMinutes(10), Duration.ofMinutes(5), 0.1, 0.1, 0.05, 7);
        try (Simulation simulation =
                new Simulation(plan, new DatabaseOptions.Sqlite(folder.resolve("c.db"), true), 1)) {
            Simulation.Outcome outcome = simulation.run();
            String what = plan + "\n" + outcome;
            assertThat(outcome.lost()).as(what).isZero();
            assertThat(outcome.doubled()).as(what).isZero();
            assertThat(outcome.overtaken()).as(what).isZero();
            assertThat(outcome.overLimit()).as(what).isZero();
            assertThat(outcome.contradictions()).as(what).isEmpty();
            assertThat(outcome.tally().completions()).as(what).isGreaterThan(50);
            assertThat(outcome.tally().sweeps()).as(what).isPositive();
            assertThat(outcome.tally().refusals()).as(what).isPositive();
        }
    }
}
