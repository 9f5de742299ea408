package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P1: what was acknowledged survives kill -9. */
class CrashTest {
    private static final int CLIENTS = 4;
    private static final int WRITES_MAX = 200;

    @TempDir
    Path data;

    @Test
    void acknowledgedTicketsSurviveThreeKills() throws Exception {
        survives(3);
    }

    @Test
    @Tag("slow")
    void acknowledgedTicketsSurviveTwentyKills() throws Exception {
        survives(20);
    }

    private void survives(int rounds) throws Exception {
        long seed = System.nanoTime();
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < rounds; round++) {
            try (ChildServer server = ChildServer.start(data)) {
                Api api = new Api(server.url());
                if (round == 0) {
                    api.made("/projects", "{\"key\":\"CR\",\"name\":\"Crash\"}");
                }
                writeUntilKilled(server, api, acknowledged, 1 + random.nextInt(WRITES_MAX));
            }
        }
        try (ChildServer server = ChildServer.start(data)) {
            Api api = new Api(server.url());
            for (String id : acknowledged) {
                assertThat(api.get("/tickets/" + id).status())
                        .as("ticket %s, seed %d", id, seed)
                        .isEqualTo(200);
            }
            assertThat(server.terminate()).isTrue();
        }
        assertThat(acknowledged).isNotEmpty();
        assertThat(check("PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(check("PRAGMA foreign_key_check")).isEmpty();
    }

    /** Several clients write; the server is killed in the middle, after about this many answers. */
    private static void writeUntilKilled(ChildServer server, Api api, Queue<String> acknowledged, int answers)
            throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(answers);
        Thread[] clients = new Thread[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            clients[i] = Thread.ofPlatform().start(() -> write(api, acknowledged, enough));
        }
        assertThat(enough.await(60, TimeUnit.SECONDS)).as("writes go on").isTrue();
        server.kill();
        for (Thread client : clients) {
            client.join();
        }
    }

    private static void write(Api api, Queue<String> acknowledged, CountDownLatch enough) {
        try {
            while (true) {
                acknowledged.add(api.made("/projects/CR/tickets", "{\"title\":\"t\",\"tasks\":[{\"content\":\"c\"}]}")
                        .path("id")
                        .asText());
                enough.countDown();
            }
        } catch (IOException | InterruptedException killed) {
            assertThat(killed).isNotNull();
        }
    }

    private String check(String pragma) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("cairn.db"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(pragma)) {
            return result.next() ? result.getString(1) : "";
        }
    }
}
