package dev.cairn.schema.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S3: the largest parent, made anew with 100,000 rows and 300,000 below it; killed at ten points ({@code -Dcairn.kills}) it is the old one or the new one. */
@Tag("slow")
class LargeRebuildTest {
    private static final int TICKETS = 100_000;
    private static final int KILLS = Integer.getInteger("cairn.kills", 10);
    private static final int DELAY_MAX_MILLIS = 400;

    @TempDir
    Path folder;

    @Test
    void aLargeParentIsRebuiltAndKeepsItsChildrenWheneverItIsKilled() throws Exception {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        System.err.println("seed " + seed + ": again with -Dcairn.seed=" + seed);
        Random random = new Random(seed);
        TestDatabase database = TestDatabase.create(folder.resolve("large.db"), TICKETS);
        Map<String, Long> before = database.counts();
        assertThat(before).containsEntry("comments", (long) TICKETS).containsEntry("tasks", (long) TICKETS);
        int statements = TestDatabase.rebuild().all().getLast().statements().size();

        int left = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            TestDatabase copy = new TestDatabase(folder.resolve("killed.db"));
            Files.copy(database.file(), copy.file());
            boolean finished = rebuild(copy, 1 + kill * statements / KILLS, random.nextInt(DELAY_MAX_MILLIS));
            assertThat(copy.counts()).isEqualTo(before);
            int version = Backups.check(copy.file());
            left += version == TestDatabase.NEWEST ? 1 : 0;
            assertThat(version)
                    .isEqualTo(new Migrator(copy.target(), TestDatabase.rebuild())
                            .applied()
                            .size());
            assertThat(finished && version == TestDatabase.NEWEST).isFalse();
            Files.delete(copy.file());
            Files.deleteIfExists(folder.resolve("killed.db-journal"));
        }
        System.err.printf("%d kills: %d times the old database, %d times the new one%n", KILLS, left, KILLS - left);

        long bytes = Files.size(database.file());
        long started = System.nanoTime();
        new Migrator(database.target(), TestDatabase.rebuild()).migrate();
        System.err.printf(
                "%,d tickets rebuilt in %,d ms, the file grew from %,d to %,d bytes%n",
                TICKETS,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
                bytes,
                Files.size(database.file()));
        assertThat(database.counts()).isEqualTo(before);
        assertThat(Backups.check(database.file())).isEqualTo(TestDatabase.NEWEST + 1);
    }

    /** Kills the process some time after it has come to a statement; whether it was done before. */
    private static boolean rebuild(TestDatabase database, int statement, int millis)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RebuildProcess.class.getName(),
                        database.file().toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String last = "";
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < statement; i++) {
                last = lines.readLine();
                assertThat(last).isNotNull();
            }
            process.waitFor(millis, TimeUnit.MILLISECONDS);
            process.toHandle().destroyForcibly();
            process.waitFor();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        }
        return "done".equals(last);
    }
}
