package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P6: while the disk is full, writes are refused and leave nothing, reads go on, and the same process writes again once
 * there is space.
 */
class FullDiskTest {
    private static final int CLIENTS = 8;
    private static final int TRIES_MAX = 500;
    private static final String TEXT = "x".repeat(2_000);

    @TempDir
    Path folder;

    private final Queue<String> stored = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    @Test
    void writesAreRefusedAndReadsGoOnUntilThereIsSpaceAgain() throws Exception {
        fillAndFree(1, 10);
    }

    @Test
    @Tag("slow")
    void aDiskThatFillsUpAgainAndAgainLosesNothing() throws Exception {
        fillAndFree(20, 40);
    }

    @Test
    void aNewDatabaseIsNotHalfMade() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path full = Files.createFile(folder.resolve("full"));
        StorageShim shim = StorageShim.compile(folder);
        List<String> make = List.of(
                DamagedReader.class.getName(), "make", data.resolve("cairn.db").toString());
        Process process = ChildServer.java(make, shim.filling(data, full));
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isNotZero();
        assertThat(said).contains("cairn.db cannot be made").contains("SQLITE_FULL");
        assertThat(data).isDirectoryNotContaining(file -> file.toString().contains("cairn.db"));
        Files.delete(full);
        Process again = ChildServer.java(make, shim.filling(data, full));
        assertThat(again.waitFor()).isZero();
    }

    /** P6 for a backup, and with it for every migration: the backup comes first. */
    @Test
    void aBackupIsRefusedAndTheDatabaseStaysAsItIs() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path database = data.resolve("cairn.db");
        Path full = folder.resolve("full");
        StorageShim shim = StorageShim.compile(folder);
        assertThat(ChildServer.java(List.of(DamagedReader.class.getName(), "make", database.toString()))
                        .waitFor())
                .isZero();
        List<String> backup = List.of("--data-dir", data.toString(), "db", "backup", "--json");
        Files.createFile(full);
        Process process = ChildServer.cairn(backup, shim.filling(data, full));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said).contains("No backup could be made").contains("Nothing was changed");
        assertThat(data.resolve("backups")).isEmptyDirectory();
        Files.delete(full);
        assertThat(ChildServer.cairn(backup, shim.filling(data, full)).waitFor())
                .isZero();
        DatabaseCheck.assertSound(database, "afterwards");
    }

    private void fillAndFree(int rounds, int writes) throws Exception {
        Path data = folder.resolve("data");
        Path full = folder.resolve("full");
        StorageShim shim = StorageShim.compile(folder);
        try (ChildServer server = ChildServer.start(data, shim.filling(data, full))) {
            Api api = server.api();
            api.made("/projects", "{\"key\":\"FD\",\"name\":\"Full disk\"}");
            for (int round = 0; round < rounds; round++) {
                String name = "r" + round;
                assertThat(statuses(api, name + "-before", writes, false)).containsOnly(201);
                Files.createFile(full);
                assertThat(statuses(api, name + "-full", writes, true))
                        .contains(507)
                        .isSubsetOf(List.of(201, 507));
                assertReadsGoOn(api);
                assertAnImportIsRefused(api, name);
                Api.Answer keyed = api.post("/projects/FD/tickets", ticket(name + "-keyed"), name);
                Files.delete(full);
                assertThat(api.post("/projects/FD/tickets", ticket(name + "-keyed"), name)
                                .status())
                        .as("after %s, with the same key", keyed)
                        .isEqualTo(201);
                stored.add(name + "-keyed");
                assertThat(statuses(api, name + "-after", writes, false)).containsOnly(201);
                JsonNode imported = api.postLines("/imports?project=FD&format=beads", beads(name))
                        .body();
                assertThat(imported.path("created").asInt()
                                + imported.path("updated").asInt()
                                + imported.path("unchanged").asInt())
                        .isEqualTo(50);
            }
            assertThat(server.terminate()).isTrue();
        }
        Path file = data.resolve("cairn.db");
        DatabaseCheck.assertSound(file, "afterwards");
        List<String> titles = DatabaseCheck.column(file, "SELECT title FROM tickets WHERE title NOT LIKE 'imported%'");
        assertThat(titles).containsExactlyInAnyOrderElementsOf(stored).doesNotContainAnyElementsOf(refused);
    }

    private static void assertReadsGoOn(Api api) throws Exception {
        assertThat(api.get("/projects/FD/tickets").status()).isEqualTo(200);
        assertThat(api.get("/projects/FD/overview").status()).isEqualTo(200);
        assertThat(api.get("/search?q=before").status()).isEqualTo(200);
    }

    /** The first may still find room in the WAL. */
    private static void assertAnImportIsRefused(Api api, String name) throws Exception {
        Api.Answer answer = api.postLines("/imports?project=FD&format=beads", beads(name));
        for (int i = 0; answer.status() == 200 && i < TRIES_MAX; i++) {
            answer = api.postLines("/imports?project=FD&format=beads", beads(name + "-" + i));
        }
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(507);
        assertThat(answer.body().path("code").asText()).isEqualTo("disk_full");
    }

    /** Clients that write side by side: what they were answered. The WAL may have room for some while the disk is full. */
    private List<Integer> statuses(Api api, String name, int writes, boolean untilRefused) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        List<Callable<List<Integer>>> clients = IntStream.range(0, CLIENTS)
                .<Callable<List<Integer>>>mapToObj(
                        client -> () -> write(api, name + "-" + client + "-", writes, untilRefused))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<List<Integer>> client : threads.invokeAll(clients)) {
                statuses.addAll(client.get());
            }
        }
        return statuses;
    }

    private List<Integer> write(Api api, String name, int writes, boolean untilRefused) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < writes || (untilRefused && !statuses.contains(507) && i < TRIES_MAX); i++) {
            Api.Answer answer = api.post("/projects/FD/tickets", ticket(name + i));
            statuses.add(answer.status());
            (answer.status() == 201 ? stored : refused).add(name + i);
            if (answer.status() != 201) {
                assertThat(answer.body().path("code").asText())
                        .as("%s", answer.body())
                        .isEqualTo("disk_full");
            }
        }
        return statuses;
    }

    private static String ticket(String title) {
        return "{\"title\":\"%s\",\"overview\":\"%s\"}".formatted(title, TEXT);
    }

    private static String beads(String name) {
        return IntStream.range(0, 50)
                .mapToObj(i -> """
                        {"id":"%1$s-%2$d","title":"imported %1$s %2$d","description":"%3$s","status":"open","priority":1,\
                        "issue_type":"task","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00Z"}
                        """.formatted(name, i, TEXT))
                .collect(Collectors.joining());
    }
}
