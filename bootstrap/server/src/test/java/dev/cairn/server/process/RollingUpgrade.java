package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final ChildServer.Build next;

    /** Tried with both versions side by side. */
    interface SideBySide {
        void check(Api old, Api young, String queue) throws IOException, InterruptedException;
    }

    /** @param folder is made anew */
    RollingUpgrade(String url, Path folder, ChildServer.Build next) {
        this.database = new DatabaseOptions.Postgres(url, "postgres", "postgres");
        this.folder = folder;
        this.next = next;
    }

    void run(Random random, SideBySide check) throws Exception {
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
                upgrade(fleet, queue, check);
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

    private void upgrade(Fleet fleet, String queue, SideBySide check) throws IOException, InterruptedException {
        Fleet.pause(LOAD_MILLIS);
        fleet.replace(0, next);
        check.check(fleet.at(1).api(), fleet.at(0).api(), queue);
        Fleet.pause(LOAD_MILLIS);
        fleet.kill(1);
        fleet.startAgain(1);
        Fleet.pause(LOAD_MILLIS);
        fleet.replace(1, next);
        Fleet.pause(LOAD_MILLIS);
    }
}
