package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P1 and P3: what was acknowledged survives kill -9, and what was not is there once at most: repeated with the same
 * Idempotency-Key it is there exactly once. {@code -Dcairn.kills} says how often the long form kills.
 */
class CrashTest {
    private static final int CLIENTS = 16;
    private static final int ANSWERS_MAX = 300;
    private static final int SAMPLE = 100;

    @TempDir
    Path data;

    /** Ids of acknowledged tickets by title. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void acknowledgedTicketsSurviveKills() throws Exception {
        survives(3);
    }

    @Test
    @Tag("slow")
    void acknowledgedTicketsSurviveManyKills() throws Exception {
        survives(Integer.getInteger("cairn.kills", 40));
    }

    private void survives(int rounds) throws Exception {
        Random random = new Random(Seed.next());
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Client("c" + i + "-", new Random(random.nextLong())));
        }
        int repeated = 0;
        for (int round = 0; round < rounds; round++) {
            try (ChildServer server = ChildServer.start(data)) {
                Api api = server.api();
                if (round == 0) {
                    api.made("/projects", "{\"key\":\"CR\",\"name\":\"Crash\"}");
                }
                for (Client client : clients) {
                    repeated += client.repeat(api) ? 1 : 0;
                }
                writeUntilKilled(server, api, clients, 1 + random.nextInt(ANSWERS_MAX));
            }
        }
        try (ChildServer server = ChildServer.start(data)) {
            Api api = server.api();
            for (Client client : clients) {
                repeated += client.repeat(api) ? 1 : 0;
            }
            List<String> some = acknowledged.keySet().stream().limit(SAMPLE).toList();
            for (String title : some) {
                Api.Answer answer = api.get("/tickets/" + acknowledged.get(title));
                assertThat(answer.body().path("title").asText()).isEqualTo(title);
            }
            assertThat(server.terminate()).isTrue();
        }
        System.err.println("%d kills, %d acknowledged, %d of them when repeated after a kill"
                .formatted(rounds, acknowledged.size(), repeated));
        assertHistory();
    }

    /** Several clients write; the server is killed in the middle, after about this many answers. */
    private static void writeUntilKilled(ChildServer server, Api api, List<Client> clients, int answers)
            throws Exception {
        CountDownLatch enough = new CountDownLatch(answers);
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (Client client : clients) {
                running.add(threads.submit((Callable<Boolean>) () -> client.writeUntilKilled(api, enough)));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).as("writes go on").isTrue();
            server.kill();
            for (Future<?> client : running) {
                client.get();
            }
        }
    }

    /** Every acknowledged ticket is there under its id, nothing is there twice, and what is derived is right. */
    private void assertHistory() throws Exception {
        Path file = data.resolve("cairn.db");
        DatabaseCheck.assertSound(file, "after the last kill");
        assertThat(DatabaseCheck.column(file, "SELECT title FROM tickets"))
                .containsExactlyInAnyOrderElementsOf(acknowledged.keySet());
        assertThat(DatabaseCheck.column(file, "SELECT count(*) FROM tasks"))
                .containsExactly(String.valueOf(acknowledged.size()));
        assertThat(DatabaseCheck.column(file, "SELECT max(number) FROM tickets"))
                .as("no number is left out or given twice")
                .containsExactly(String.valueOf(acknowledged.size()));
        assertThat(DatabaseCheck.column(file, "SELECT n FROM project_counts WHERE kind = 'OPEN'"))
                .as("the kept count")
                .containsExactly(String.valueOf(acknowledged.size()));
        assertThat(DatabaseCheck.column(file, "SELECT count(*) FROM activity WHERE type = 'ticket.created'"))
                .containsExactly(String.valueOf(acknowledged.size()));
    }

    /** Writes one ticket after the other, each under a key of its own. */
    private final class Client {
        private final String name;
        private final Random random;
        private int written;
        private @Nullable String unanswered;

        Client(String name, Random random) {
            this.name = name;
            this.random = random;
        }

        boolean writeUntilKilled(Api api, CountDownLatch enough) throws InterruptedException {
            try {
                while (true) {
                    write(api, name + written++);
                    enough.countDown();
                }
            } catch (IOException killed) {
                return true;
            }
        }

        /** @return whether there was something to repeat */
        boolean repeat(Api api) throws IOException, InterruptedException {
            String title = unanswered;
            if (title == null) {
                return false;
            }
            write(api, title);
            if (random.nextBoolean()) {
                write(api, title);
            }
            return true;
        }

        private void write(Api api, String title) throws IOException, InterruptedException {
            unanswered = title;
            Api.Answer answer = api.post(
                    "/projects/CR/tickets",
                    "{\"title\":\"%s\",\"tasks\":[{\"content\":\"c\"}]}".formatted(title),
                    title);
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
            String id = answer.body().path("id").asText();
            assertThat(acknowledged.getOrDefault(title, id))
                    .as("the first answer")
                    .isEqualTo(id);
            acknowledged.put(title, id);
            unanswered = null;
        }
    }
}
