package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.database.DatabaseOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Two servers of this version on one PostgreSQL, replaced by those of the next one after the other while clients write (G6). */
final class RollingUpgrade {
    private static final int CLIENTS = 4;
    private static final long LOAD_MILLIS = 2_000;

    private final DatabaseOptions.Postgres database;
    private final Path folder;
    private final GuidedSources next;

    RollingUpgrade(String url, Path folder, GuidedSources next) {
        this.database = new DatabaseOptions.Postgres(url, "postgres", "postgres");
        this.folder = folder;
        this.next = next;
    }

    void run(Random random) throws Exception {
        Map<String, String> environment = Map.of(
                "CAIRN_DATABASE_URL", database.url(),
                "CAIRN_DATABASE_USER", database.user(),
                "CAIRN_DATABASE_PASSWORD", database.password());
        FaultClient.Ledger ledger = new FaultClient.Ledger();
        AtomicBoolean over = new AtomicBoolean();
        try (Fleet fleet = new Fleet(List.of(folder.resolve("one"), folder.resolve("two")), environment);
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            String queue = FaultClient.queue(fleet.any(random), CLIENTS);
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                FaultClient client =
                        new FaultClient(fleet, new Random(random.nextLong()), "rolling-" + i, queue, ledger);
                running.add(threads.submit((Callable<Boolean>) () -> client.writeUntil(over::get)));
            }
            try {
                upgrade(fleet, queue);
            } finally {
                over.set(true);
            }
            for (Future<Boolean> one : running) {
                assertThat(one.get()).isTrue();
            }
            fleet.end();
        }
        System.err.printf(
                "%d acknowledged while servers were replaced%n",
                ledger.acknowledged().get());
        assertThat(ledger.wrong()).isEmpty();
        assertThat(new Acknowledged().compared(ledger, database)).isEqualTo(new Acknowledged.Compared(0, 0));
        Acknowledged.assertSound(database);
    }

    private void upgrade(Fleet fleet, String queue) throws IOException, InterruptedException {
        Fleet.pause(LOAD_MILLIS);
        fleet.replace(0, next::start);
        assertLivesBeside(fleet.at(1).api(), fleet.at(0).api(), queue);
        Fleet.pause(LOAD_MILLIS);
        fleet.kill(1);
        fleet.startAgain(1);
        Fleet.pause(LOAD_MILLIS);
        fleet.replace(1, next::start);
        Fleet.pause(LOAD_MILLIS);
    }

    /** What only the new one knows outlives a change by the old one. */
    private static void assertLivesBeside(Api old, Api young, String queue) throws IOException, InterruptedException {
        String path = "/queues/" + queue;
        assertThat(young.send("PATCH", path, "{\"colour\":\"red\"}").status()).isEqualTo(200);
        assertThat(old.send("PATCH", path, "{\"colour\":\"blue\"}").status()).isEqualTo(400);
        assertThat(old.send("PATCH", path, "{\"description\":\"changed\"}").status())
                .isEqualTo(200);
        JsonNode changed = young.get(path).body();
        assertThat(changed.path("colour").asText()).isEqualTo("red");
        assertThat(changed.path("description").asText()).isEqualTo("changed");
    }
}
