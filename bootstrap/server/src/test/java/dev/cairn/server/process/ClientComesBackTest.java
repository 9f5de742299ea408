package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.client.Bodies.ProjectTypesAfterQuery;
import dev.cairn.client.CairnClient;
import dev.cairn.client.EventStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** E2, C4: a follower of the Java client, whose server is killed and started again, misses nothing and sees nothing twice. */
class ClientComesBackTest {
    private static final int RESTARTS = 2;
    private static final int TICKETS = 15;

    @TempDir
    Path data;

    @Test
    @Timeout(180)
    void whoFollowsGoesOnBehindTheLastEventAndFromTheBeginningOnWhenItHasSeenNoneYet() throws Exception {
        ChildServer server = ChildServer.start(data);
        int port = server.url().getPort();
        try (CairnClient client = CairnClient.connect(server.url(), server.token());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.api().made("/projects", "{\"key\":\"EV\",\"name\":\"Events\"}");
            long since = newest(server.api());
            EventStream fresh = client.followEvents(new ProjectTypesAfterQuery().project("EV"), null);
            assertThat(fresh.next().name()).isEqualTo("hello");
            EventStream busy = client.followEvents(new ProjectTypesAfterQuery().project("EV"), String.valueOf(since));
            Future<List<Long>> seen = threads.submit(() -> untilTheEnd(busy));
            for (int restart = 0; restart < RESTARTS; restart++) {
                server.kill();
                server = ChildServer.start(data, port);
                tickets(server.api(), TICKETS);
            }
            server.api().made("/projects/EV/tickets", "{\"title\":\"The end\"}");
            server.api().made("/projects/EV/queues", "{\"name\":\"the-end\"}");
            List<Long> log = log(server.api(), since);
            assertThat(log).hasSize(TICKETS * RESTARTS + 2);
            assertThat(seen.get(1, TimeUnit.MINUTES)).isEqualTo(log);
            assertThat(untilTheEnd(fresh)).isEqualTo(log);
        } finally {
            server.close();
        }
    }

    /** Until a queue is made. */
    private static List<Long> untilTheEnd(EventStream events) {
        List<Long> seen = new ArrayList<>();
        boolean over = false;
        try (events) {
            while (!over && events.hasNext()) {
                EventStream.Event event = events.next();
                assertThat(event.name()).isNotEqualTo("resync");
                if (!event.id().isEmpty()) {
                    seen.add(Long.valueOf(event.id()));
                }
                over = event.name().equals("queue.created");
            }
        }
        return seen;
    }

    private static void tickets(Api api, int many) throws Exception {
        for (int i = 0; i < many; i++) {
            api.made("/projects/EV/tickets", "{\"title\":\"T%d\"}".formatted(i));
        }
    }

    private static long newest(Api api) throws Exception {
        return log(api, 0).getLast();
    }

    /** The numbers of what happened in the project. */
    private static List<Long> log(Api api, long after) throws Exception {
        JsonNode part =
                api.get("/activity?project=EV&limit=200&after=" + after).body().path("items");
        List<Long> numbers = new ArrayList<>();
        part.forEach(entry -> numbers.add(entry.path("seq").asLong()));
        return numbers;
    }
}
