package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P13: a damaged database is read as far as it goes or refused in words; the JVM neither crashes nor hangs. */
class DamageTest {
    private static final int PER_PROCESS = 50;
    private static final int SECONDS_PER_PROCESS = 120;

    @TempDir
    Path folder;

    @Test
    void aDamagedDatabaseNeverCrashesTheJvm() throws Exception {
        damaged(50);
    }

    @Test
    @Tag("slow")
    void hundredsOfDamagedDatabasesNeverCrashTheJvm() throws Exception {
        damaged(Integer.getInteger("cairn.images", 300));
    }

    private void damaged(int images) throws Exception {
        Random random = new Random(Seed.next());
        Path unclean = Files.createDirectory(folder.resolve("unclean"));
        String queue = run(List.of(
                        DamagedReader.class.getName(),
                        "make",
                        unclean.resolve("cairn.db").toString()))
                .getFirst();
        byte[] uncleanDatabase = Files.readAllBytes(unclean.resolve("cairn.db"));
        byte[] wal = Files.readAllBytes(unclean.resolve("cairn.db-wal"));
        Cairn.open(unclean.resolve("cairn.db")).close();
        byte[] database = Files.readAllBytes(unclean.resolve("cairn.db"));
        assertThat(wal).isNotEmpty();
        Map<String, Integer> answers = new TreeMap<>();
        for (int from = 0; from < images; from += PER_PROCESS) {
            List<String> command = new ArrayList<>(List.of(DamagedReader.class.getName(), queue));
            for (int image = from; image < Math.min(from + PER_PROCESS, images); image++) {
                Path one = Files.createDirectory(folder.resolve("image" + image));
                Damage damage = List.of(Damage.values()).get(random.nextInt(Damage.values().length));
                switch (random.nextInt(4)) {
                    case 0 -> write(one, damage.done(uncleanDatabase, random), wal);
                    case 1 -> write(one, uncleanDatabase, damage.done(wal, random));
                    default -> write(one, damage.done(database, random), new byte[0]);
                }
                command.add(one.toString());
            }
            for (String line : run(command)) {
                for (String answer : line.substring(line.indexOf(' ') + 1).split(" ", -1)) {
                    answers.merge(answer, 1, Integer::sum);
                }
            }
        }
        System.err.println(images + " images: " + answers);
        assertThat(answers).containsKeys("ok", "refused");
        assertThat(answers.keySet()).as("clear answers").noneMatch(answer -> answer.startsWith("UNCLEAR"));
    }

    private static void write(Path image, byte[] database, byte[] wal) throws IOException {
        Files.write(image.resolve("cairn.db"), database);
        if (wal.length > 0) {
            Files.write(image.resolve("cairn.db-wal"), wal);
        }
    }

    /** What a process printed that ended by itself, in time and in order. */
    private List<String> run(List<String> command) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        Process process = ChildServer.java(command);
        Thread reader = Thread.ofVirtual().start(() -> keep(process, errors));
        List<String> lines = new ArrayList<>();
        Thread watchdog = Thread.ofVirtual().start(() -> endAfter(process));
        process.inputReader(StandardCharsets.UTF_8).lines().forEach(lines::add);
        int exit = process.waitFor();
        reader.join();
        watchdog.join();
        String said = Files.readString(errors);
        assertThat(exit).as("%s\n%s", lines, said).isZero();
        assertThat(lines).hasSize(Math.max(1, command.size() - 2 - (command.contains("make") ? 1 : 0)));
        if (lines.toString().contains("UNCLEAR")) {
            System.err.println(said);
        }
        return lines;
    }

    private static void keep(Process process, Path errors) {
        try {
            Files.write(errors, process.getErrorStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void endAfter(Process process) {
        try {
            if (!process.waitFor(SECONDS_PER_PROCESS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
