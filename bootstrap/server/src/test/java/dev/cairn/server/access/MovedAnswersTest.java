package dev.cairn.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.testkit.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * G7: after a move, the old server and a new one on the new database answer every question the same, to one who may
 * ask it and to one who may not.
 */
@Tag("postgres")
class MovedAnswersTest {
    /** Of the process, not of the data. */
    private static final Set<String> OF_THE_SERVER =
            Set.of("GET /metrics", "GET /health/liveness", "GET /health/readiness", "GET /backups");

    /** The log of another database is another one (E8), so that whoever followed it sees that. */
    private static final Set<String> NAMING_THE_LOG = Set.of("GET /events", "GET /events/poll");

    /** Each engine ranks in its own way; words of files are there again once their folder was indexed. */
    private static final Set<String> RANKED = Set.of("GET /search", "GET /tickets/{ticket}/relevant-files");

    /** That a memory was read counts where it may be written; an age is one of now. */
    private static final String OF_THE_REQUEST = "\"requestId\":\"[^\"]*\"|\"oldestReadyAgeMillis\":[0-9]+"
            + "|\"accessCount\":[0-9]+|\"lastAccessedAt\":(null|\"[^\"]*\")";

    private static final String LOG_NAME = "[0-9A-Z]{13}(?:\\.[0-9.]+)?(?=[:\"-])";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void everyRouteAnswersTheSame() throws IOException {
        try (MatrixServer here = MatrixServer.start(directory);
                EmbeddedPostgres postgres = TestPostgres.builder().start()) {
            World world = world(here);
            DatabaseOptions to =
                    new DatabaseOptions.Postgres(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            Cairn.move(CairnOptions.at(directory.resolve("cairn.db"))).move(to, _ -> {});

            try (MatrixServer there = here.elsewhere(to)) {
                Map<String, Call> calls = calls();
                SoftAssertions.assertSoftly(softly -> calls.values().forEach(call -> {
                    for (Who who : List.of(Who.OWNER, Who.STRANGER)) {
                        softly.assertThat(answer(there, who, call, world))
                                .as("%s as %s", call, who)
                                .isEqualTo(answer(here, who, call, world));
                    }
                }));
                Set<String> asked = calls.values().stream().map(Call::route).collect(Collectors.toSet());
                assertThat(here.routes().stream().filter(route -> route.startsWith("GET ")))
                        .allSatisfy(route -> assertThat(asked.contains(route) || OF_THE_SERVER.contains(route))
                                .as(route)
                                .isTrue());
            }
        }
    }

    private static Map<String, Call> calls() {
        Map<String, Call> calls = new TreeMap<>();
        Stream.of(
                        PeopleMatrix.OPEN.stream().map(PeopleMatrix.Opened::call),
                        PeopleMatrix.rows().stream().map(PeopleMatrix.Row::call),
                        Stream.of(AccessMatrix.COUNTS.call()),
                        AccessMatrix.EVERYWHERE.stream().map(Entry::call),
                        AccessMatrix.inProjects().map(Entry::call))
                .flatMap(each -> each)
                .filter(Call::isRead)
                .filter(call -> !OF_THE_SERVER.contains(call.route()))
                .forEach(call -> calls.put(call.toString(), call));
        return calls;
    }

    /** One of everything, and the names of what stands in no project. */
    private static World world(MatrixServer server) throws IOException {
        World world = server.own();
        Map<String, String> more = new TreeMap<>();
        more.put("provider", first(server, world, "GET /providers"));
        more.put("token", first(server, world, "GET /tokens"));
        more.put("session", world.name("user"));
        return world.with(more);
    }

    private static String first(MatrixServer server, World world, String list) throws IOException {
        HttpResponse<String> answer = server.send(Who.OWNER, Call.of(list, null), world);
        return JSON.readTree(answer.body()).at("/items/0/id").asText("none");
    }

    /** What is said, but for what a request or a server has of its own. */
    private static String answer(MatrixServer server, Who who, Call call, World world) {
        HttpResponse<String> answer = server.send(who, call, world);
        Set<String> headers = new TreeSet<>();
        for (String name : Set.of("Content-Type", "ETag", "Link", "Cache-Control")) {
            headers.add(name + ": " + answer.headers().allValues(name));
        }
        String body = answer.body().replaceAll(OF_THE_REQUEST, "");
        if (NAMING_THE_LOG.contains(call.route())) {
            body = body.replaceAll(LOG_NAME, "LOG");
        } else if (RANKED.contains(call.route()) && answer.statusCode() == 200) {
            body = unranked(body);
        }
        return answer.statusCode() + " " + headers + "\n" + body;
    }

    private static String unranked(String body) {
        try {
            Set<String> hits = new TreeSet<>();
            for (JsonNode hit : JSON.readTree(body).path("items")) {
                if (!hit.path("kind").asText().equals("file")) {
                    hits.add(((ObjectNode) hit).without(List.of("score", "why")).toString());
                }
            }
            return hits.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
