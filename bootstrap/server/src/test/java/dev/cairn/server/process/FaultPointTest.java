package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.project.CreateProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P1 and P7: a process that is killed at any of its operations on the disk, from the very first on, leaves no database or a
 * good one, and the next process goes on with it.
 */
class FaultPointTest {
    private static final int KILLED = 137;
    private static final int OPERATIONS_MAX = 400;

    @TempDir
    Path folder;

    @Test
    void aKillAtAnyOperationLeavesNothingOrAGoodDatabase() throws Exception {
        killAndGoOn(4);
    }

    @Test
    @Tag("slow")
    void killsAtManyOperationsLeaveNothingOrAGoodDatabase() throws Exception {
        killAndGoOn(Integer.getInteger("cairn.kills", 25));
    }

    private void killAndGoOn(int kills) throws Exception {
        Random random = new Random(Seed.next());
        StorageShim shim = StorageShim.compile(folder);
        Set<String> left = new TreeSet<>();
        for (int i = 0; i < kills; i++) {
            int operations = i == 0 ? random.nextInt(20) : random.nextInt(OPERATIONS_MAX);
            Path data = Files.createDirectory(folder.resolve("data" + i));
            Path file = data.resolve("cairn.db");
            Process process = ChildServer.java(
                    List.of(DamagedReader.class.getName(), "make", file.toString()), shim.killing(data, operations));
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as("killed after %d operations: %s", operations, said)
                    .isIn(KILLED, 0);
            left.add(Files.exists(file) ? "a database" : "nothing");
            goOn(file, "killed after %d operations".formatted(operations));
        }
        System.err.println(kills + " kills left " + left);
        assertThat(left).contains("nothing");
    }

    private static void goOn(Path file, String what) throws Exception {
        try (Cairn cairn = Cairn.open(CairnOptions.at(file).withSweepEvery(Duration.ZERO))) {
            cairn.projects().create(cairn.owner(), CreateProject.of("NEXT", "The next one"));
        }
        DatabaseCheck.assertSound(file, what);
        assertThat(names(file)).as(what).containsExactly("cairn.db", "cairn.lock");
        List<String> tickets = DatabaseCheck.column(file, "SELECT count(*) FROM tickets");
        assertThat(tickets.getFirst()).as(what).isIn("0", "150");
    }

    private static Set<String> names(Path file) throws IOException {
        Set<String> names = new TreeSet<>();
        try (var files = Files.newDirectoryStream(file.resolveSibling(""))) {
            files.forEach(one -> names.add(String.valueOf(one.getFileName())));
        }
        return names;
    }
}
