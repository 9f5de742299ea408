package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.Cairn;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.ticket.TicketRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many agents on one queue: each ticket once, never too many at a time, and a dead one's work comes back. */
class DrainTest {
    private static final int LEASE_SECONDS = 5;

    @TempDir
    Path data;

    @Test
    void fourProcessesDrainAQueueOverHttp() throws Exception {
        drainOverHttp(4, 100, 3);
    }

    @Test
    @Tag("slow")
    void eightProcessesDrainAThousandTicketsOverHttp() throws Exception {
        drainOverHttp(8, 1_000, 5);
    }

    @Test
    void eightThreadsDrainAQueueThroughTheLibrary() throws Exception {
        drainThroughTheLibrary(8, 200, 5);
    }

    @Test
    @Tag("slow")
    void eightThreadsDrainAThousandTicketsThroughTheLibrary() throws Exception {
        drainThroughTheLibrary(8, 1_000, 5);
    }

    private void drainOverHttp(int agents, int tickets, int maxParallel) throws Exception {
        List<String> claims = new ArrayList<>();
        try (ChildServer server = ChildServer.start(data)) {
            Api api = server.api();
            String queue = fill(api, tickets, maxParallel);
            Process dying = agent(server, queue, 0, 3);
            claims.addAll(said(dying));
            assertThat(dying.waitFor()).as("the agent that dies").isNotZero();
            List<Process> others = new ArrayList<>();
            for (int i = 1; i < agents; i++) {
                others.add(agent(server, queue, i, 0));
            }
            for (Process other : others) {
                claims.addAll(said(other));
                assertThat(other.waitFor()).isZero();
            }
            JsonNode overview = api.get("/projects/DR/overview").body();
            assertThat(overview.path("tickets").path("completed").asInt()).isEqualTo(tickets);
            assertThat(server.terminate()).isTrue();
        }
        List<String> taken =
                claims.stream().filter(line -> !line.endsWith(" 1")).toList();
        assertThat(taken)
                .as("the dead agent's item, handed out again")
                .hasSize(1)
                .allMatch(line -> line.endsWith(" 2"));
        assertThat(claims).hasSize(tickets + 1).doesNotHaveDuplicates();
        assertNeverMoreThan(maxParallel);
    }

    private static Process agent(ChildServer server, String queue, int number, int diesAt) throws IOException {
        return ChildServer.java(List.of(
                Agent.class.getName(),
                server.url().toString(),
                queue,
                "agent-" + number,
                String.valueOf(diesAt),
                server.token()));
    }

    private static List<String> said(Process agent) {
        return agent.inputReader(StandardCharsets.UTF_8).lines().toList();
    }

    private static String fill(Api api, int tickets, int maxParallel) throws Exception {
        api.made("/projects", "{\"key\":\"DR\",\"name\":\"Drain\"}");
        String batch = IntStream.range(0, tickets)
                .mapToObj(i -> "{\"title\":\"t%d\"}".formatted(i))
                .collect(Collectors.joining(","));
        JsonNode created = api.made("/projects/DR/tickets/batch", "{\"items\":[%s]}".formatted(batch));
        String queue = api.made(
                        "/projects/DR/queues",
                        "{\"name\":\"q\",\"maxParallel\":%d,\"leaseSeconds\":%d}".formatted(maxParallel, LEASE_SECONDS))
                .path("id")
                .asText();
        List<String> items = new ArrayList<>();
        created.path("items")
                .forEach(ticket -> items.add(
                        "{\"ticketId\":\"%s\"}".formatted(ticket.path("id").asText())));
        api.made("/queues/%s/items".formatted(queue), "{\"items\":[%s]}".formatted(String.join(",", items)));
        return queue;
    }

    private void drainThroughTheLibrary(int threads, int tickets, int maxParallel) throws Exception {
        List<String> claims = Collections.synchronizedList(new ArrayList<>());
        try (Cairn cairn = Cairn.open(data.resolve("cairn.db"));
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            var me = cairn.owner();
            var project = ProjectRef.of(
                    cairn.projects().create(me, CreateProject.of("DR", "Drain")).id());
            var queue = cairn.queues()
                    .create(me, project, QueueContent.named("q").withMaxParallel(maxParallel))
                    .id();
            var created =
                    cairn.tickets().createAll(me, project, Collections.nCopies(tickets, CreateTicket.titled("t")));
            cairn.items()
                    .enqueue(
                            me,
                            queue,
                            created.stream()
                                    .map(t -> EnqueueItem.ticket(
                                            TicketRef.of(t.ticket().id())))
                                    .toList());
            Callable<Boolean> agent = () -> {
                while (claims.size() < tickets) {
                    if (cairn.claims().claim(me, queue, ClaimRequest.DEFAULT) instanceof Claimed work) {
                        claims.add(work.ticket().ticket().key().toString());
                        cairn.claims()
                                .complete(
                                        me,
                                        work.claim().id(),
                                        ClaimUpdate.of(work.claim().fencingToken()));
                    }
                }
                return true;
            };
            for (Future<Boolean> done : pool.invokeAll(Collections.nCopies(threads, agent))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(claims).hasSize(tickets).doesNotHaveDuplicates();
        assertNeverMoreThan(maxParallel);
    }

    /** From the history of claims: at no moment were more leases alive; and the tables are sound. */
    private void assertNeverMoreThan(int maxParallel) throws Exception {
        DatabaseCheck.assertSound(data.resolve("cairn.db"), "drained");
        String sql = """
                SELECT max(alive) FROM (
                    SELECT (SELECT count(*) FROM queue_claims b
                            WHERE b.claimed_at <= a.claimed_at
                              AND min(coalesce(b.ended_at, 9e15), b.heartbeat_at + b.lease_seconds * 1000) > a.claimed_at) AS alive
                    FROM queue_claims a)""";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("cairn.db"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            assertThat(result.getInt(1)).isBetween(1, maxParallel);
        }
    }
}
