package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.activity.LogIdentity;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.TicketContent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * G7: the mover is killed, as by {@code kill -9}, at random steps of each way, and what comes back is what went. {@code -Dcairn.tickets}
 * says how many, with five tasks each, {@code -Dcairn.moverKills} how often.
 */
@Tag("postgres")
class KilledMoveTest {
    private static final int TICKETS = Integer.getInteger("cairn.tickets", 500);
    private static final int TASKS_EACH = 5;
    private static final int CREATED_AT_ONCE = 100;
    private static final int KILLS = Integer.getInteger("cairn.moverKills", 1);
    /** A step is told of for each of so many rows, and for each table. */
    private static final int TOLD_ROWS = 1_000;

    private static final int TABLES = 20;

    private final long seed = Long.getLong("cairn.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path directory;

    @Test
    void aMoverThatIsKilledIsStartedAgainAndBringsEverythingOnce() throws Exception {
        Path file = directory.resolve("cairn.db");
        fill(file);
        Path before = Files.copy(file, directory.resolve("before.db"));
        DatabaseOptions here = new DatabaseOptions.Sqlite(file);
        DatabaseOptions there = FreshPostgres.database();
        Path back = directory.resolve("back.db");

        moved(here, there);
        moved(there, new DatabaseOptions.Sqlite(back));

        MovedThereAndBack.assertSame(before, file, "seed %d".formatted(seed));
        MovedThereAndBack.assertSame(before, back, "seed %d".formatted(seed));
    }

    private static void fill(Path file) {
        try (Cairn cairn = Cairn.open(CairnOptions.of(new DatabaseOptions.Sqlite(file, true)))) {
            cairn.get(LogIdentity.class).know();
            cairn.projects().create(cairn.owner(), CreateProject.of("CRN", "Cairn"));
            List<TaskDraft> tasks = Collections.nCopies(TASKS_EACH, TaskDraft.of("a step of it"));
            CreateTicket ticket = new CreateTicket(TicketContent.titled("a ticket"), tasks);
            for (int made = 0; made < TICKETS; made += CREATED_AT_ONCE) {
                cairn.tickets()
                        .createAll(
                                cairn.owner(), ProjectRef.parse("CRN"), Collections.nCopies(CREATED_AT_ONCE, ticket));
            }
        }
    }

    private void moved(DatabaseOptions from, DatabaseOptions to) throws IOException, InterruptedException {
        int told = TABLES + TICKETS * (TASKS_EACH + 2) / TOLD_ROWS;
        for (int i = 0; i < KILLS; i++) {
            Process mover = start(from, to);
            killAfter(mover, 1 + random.nextInt(told / KILLS));
            assertThat(mover.waitFor()).as("killed, seed %d", seed).isNotZero();
        }
        Process mover = start(from, to);
        String said = new String(mover.getInputStream().readAllBytes(), UTF_8);
        assertThat(mover.waitFor()).as("%s seed %d", said, seed).isZero();
        assertThat(said).contains(MoveProcess.DONE);
    }

    private static void killAfter(Process mover, int steps) throws IOException {
        BufferedReader out = mover.inputReader(UTF_8);
        for (int i = 0; i < steps; i++) {
            assertThat(out.readLine()).doesNotContain(MoveProcess.DONE);
        }
        mover.destroyForcibly();
    }

    private static Process start(DatabaseOptions from, DatabaseOptions to) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                MoveProcess.class.getName(),
                MoveProcess.name(from),
                MoveProcess.name(to));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
