package dev.cairn.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.http.HttpSettings;
import dev.cairn.json.StrictJson;
import dev.cairn.server.openapi.OpenApi;
import dev.cairn.server.openapi.Traffic;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The description of the API is what its routes, the mapper and the records say, and what they say is what they do. */
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class OpenApiTest {
    /** What only this machine's token may, and what takes more than one step; other tests do. */
    private static final List<String> ELSEWHERE = List.of(
            "POST /api/v1/agents/{agent}/activate",
            "POST /api/v1/artifacts/{artifact}/restore",
            "POST /api/v1/auth/browser-session",
            "POST /api/v1/auth/browser-session/link",
            "POST /api/v1/providers/{provider}/activate");

    /** Whose making says once what nobody reads again, or may make nothing. */
    private static final List<String> SAYS_MORE = List.of("/api/v1/claims/{claim}", "/api/v1/tokens/{token}");

    @TempDir
    private static Path directory;

    private static MatrixServer server;
    private static String described;

    @BeforeAll
    static void start() throws IOException {
        server = MatrixServer.start(directory);
        described = OpenApi.text(OpenApi.describe(
                server.uriRoutes().toList(), server.bean(StrictJson.class).mapper(), Permissions::of));
        if ("write".equals(System.getProperty("cairn.openapi"))) {
            Files.createDirectories(Traffic.COMMITTED.getParent());
            Files.writeString(Traffic.COMMITTED, described);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** {@code -Dcairn.openapi=write} writes it anew. */
    @Test
    void theCommittedDescriptionIsWhatTheRoutesSay() {
        assertThat(Traffic.COMMITTED)
                .as("after a change of the API: bin/test OpenApiTest -Dcairn.openapi=write")
                .hasContent(described);
        assertThat(described).doesNotContain("format: byte").doesNotContain("int64");
    }

    /** C1: what tests send and are answered is held against the description; here every route answers once at least. */
    @Test
    void everyOperationThatIsDescribedAnswers() {
        Stream.concat(AccessMatrixTest.inProjects(), AccessMatrixTest.everywhere())
                .forEach(entry -> {
                    World world = server.own().with(Map.of("fresh", server.fresh()));
                    server.prepare(world, entry.needs());
                    HttpResponse<String> answer = server.send(Who.OWNER, entry.call(), world);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(entry.status());
                });
        for (PeopleMatrix.Row row : PeopleMatrix.rows()) {
            if (row.status(Person.ADMIN) < 300) {
                People people = server.people();
                server.send(people.token(Person.ADMIN), row.call(), world(people, row.whose()));
            }
        }
        PeopleMatrix.OPEN.forEach(open -> server.send((String) null, open.call(), world(server.people(), Whose.OWN)));
        World any = server.own();
        server.send(Who.OWNER, AccessMatrix.COUNTS.call(), any);
        // Other classes may have asked meanwhile.
        assertThat(ELSEWHERE).containsAll(Traffic.unanswered());
    }

    /** Of each number the ends of its range and what is beyond them, of each order its fields. */
    @Test
    void whatAListTakesIsWhatIsDescribed() {
        JsonNode paths = paths();
        Stream.concat(AccessMatrixTest.inProjects(), AccessMatrixTest.everywhere())
                .filter(entry -> entry.call().isRead())
                .forEach(entry -> {
                    World world = server.own();
                    server.prepare(world, entry.needs());
                    Call call = entry.call();
                    paths.path(HttpSettings.BASE + call.template())
                            .path("get")
                            .path("parameters")
                            .forEach(parameter -> {
                                if (parameter.path("in").asText().equals("query")
                                        && !call.query()
                                                .contains(parameter.path("name").asText() + "=")) {
                                    takes(call, world, parameter.path("name").asText(), parameter.path("schema"));
                                }
                            });
                });
    }

    private static void takes(Call call, World world, String name, JsonNode schema) {
        if (schema.has("maximum")) {
            int min = schema.get("minimum").asInt();
            int max = schema.get("maximum").asInt();
            if (!name.equals("wait")) {
                for (int each : new int[] {min, max}) {
                    assertThat(sent(call, world, name, each).statusCode())
                            .as("%s=%d of %s", name, each, call)
                            .isEqualTo(200);
                }
            }
            for (int each : new int[] {min - 1, max + 1}) {
                assertThat(sent(call, world, name, each).statusCode())
                        .as("%s=%d of %s", name, each, call)
                        .isEqualTo(400);
            }
        } else if (schema.has("pattern") && !call.query().contains("after=")) { // which has an order of its own
            String fields = schema.get("description").textValue().replaceFirst(".*: ", "");
            for (String field : fields.split(", ", -1)) {
                assertThat(sent(call, world, name, "-" + field).statusCode())
                        .as("%s=-%s of %s", name, field, call)
                        .isEqualTo(200);
            }
            assertThat(sent(call, world, name, "nope").body()).contains("allowed, each once: " + fields + "\"");
            assertThat(sent(call, world, name, schema.get("default").textValue())
                            .body())
                    .as(call.toString())
                    .isEqualTo(server.send(Who.OWNER, call, world).body());
        }
    }

    private static HttpResponse<String> sent(Call call, World world, String name, Object value) {
        String query = call.query() + (call.query().isEmpty() ? "?" : "&") + name + "=" + value;
        return server.send(
                Who.OWNER, new Call(call.method(), call.template(), query, call.names(), call.body()), world);
    }

    /** {@link Traffic} looks at what is answered. */
    @Test
    void aBodyMayBeLeftAwayWhereItIsDescribedSo() {
        Stream.concat(AccessMatrixTest.inProjects(), AccessMatrixTest.everywhere())
                .filter(entry -> entry.call().body() != null)
                .forEach(entry -> {
                    World world = server.own().with(Map.of("fresh", server.fresh()));
                    server.prepare(world, entry.needs());
                    assertThat(server.send(Who.OWNER, as(entry.call().method(), entry.call(), null), world)
                                    .statusCode())
                            .as(entry.toString())
                            .isLessThan(500);
                });
    }

    /** R10: what is absent stays, and a version that is stale is refused all the same. */
    @Test
    void anEmptyPatchChangesNothing() {
        Stream.concat(AccessMatrixTest.inProjects(), AccessMatrixTest.everywhere())
                .filter(entry -> entry.call().method().equals("PATCH"))
                .forEach(entry -> {
                    World world = server.own();
                    server.prepare(world, entry.needs());
                    Call patch = as("PATCH", entry.call(), "{}");
                    Optional<String> etag = server.send(Who.OWNER, as("GET", entry.call(), null), world)
                            .headers()
                            .firstValue("ETag");
                    HttpResponse<String> answer = server.send(Who.OWNER, patch, world);
                    assertThat(answer.statusCode())
                            .as(patch + " " + answer.body())
                            .isEqualTo(200);
                    assertThat(answer.headers().firstValue("ETag")).isEqualTo(etag);
                    if (etag.isPresent()) {
                        assertThat(server.send(Who.OWNER, patch, world, "If-Match", "\"999\"")
                                        .statusCode())
                                .as(patch.toString())
                                .isEqualTo(412);
                    }
                });
    }

    /** A key is looked at or refused. */
    @Test
    void whateverIsPostedTwiceWithOneKeyIsDoneOnceOrRefused() {
        Stream.concat(AccessMatrixTest.inProjects(), AccessMatrixTest.everywhere())
                .filter(entry -> entry.call().method().equals("POST"))
                .forEach(entry -> {
                    World world = server.own().with(Map.of("fresh", server.fresh()));
                    server.prepare(world, entry.needs());
                    String[] key = {"Idempotency-Key", "twice-" + server.fresh()};
                    HttpResponse<String> first = server.send(Who.OWNER, entry.call(), world, key);
                    HttpResponse<String> second = server.send(Who.OWNER, entry.call(), world, key);
                    if (first.statusCode() == 400) {
                        assertThat(first.body()).as(entry.toString()).contains("/Idempotency-Key");
                    } else {
                        assertThat(first.statusCode())
                                .as(entry + " " + first.body())
                                .isEqualTo(entry.status());
                    }
                    if (first.statusCode() < 300) {
                        assertThat(second.headers().firstValue("Idempotency-Replayed"))
                                .as(entry.toString())
                                .isPresent();
                        assertThat(second.body()).as(entry.toString()).isEqualTo(first.body());
                    }
                });
    }

    /** Else nobody could ask for a project of that key. */
    @Test
    void noWordThatStandsBesideAProjectsKeyCanBeOne() {
        String projects = HttpSettings.BASE + "/projects/";
        assertThat(server.uriRoutes()
                        .map(route -> route.getUriMatchTemplate().toPathString())
                        .filter(path -> path.startsWith(projects))
                        .map(path -> ProjectKey.capitals(
                                path.substring(projects.length()).split("/", -1)[0]))
                        .filter(ProjectKey::isKey)
                        .filter(word -> !ProjectKey.isReserved(word)))
                .isEmpty();
    }

    private static Call as(String method, Call call, @Nullable String body) {
        return new Call(method, call.template(), call.query(), call.names(), body);
    }

    /** What was made or changed is what a client would read next. */
    @Test
    void whatIsNewOrChangedIsAnsweredAsItIsRead() {
        JsonNode paths = paths();
        paths.fieldNames().forEachRemaining(path -> {
            JsonNode read = answered(paths.path(path).path("get"), "200");
            JsonNode changed = paths.path(path).path("patch");
            if (!read.isMissingNode() && !changed.isMissingNode()) {
                assertThat(answered(changed, "200")).as("PATCH " + path).isEqualTo(read);
            }
            JsonNode made = path.endsWith("}")
                    ? paths.path(path.substring(0, path.lastIndexOf('/'))).path("post")
                    : changed;
            if (!read.isMissingNode() && made.path("responses").has("201") && !SAYS_MORE.contains(path)) {
                assertThat(answered(made, "201")).as("POST for " + path).isEqualTo(read);
            }
        });
    }

    private static JsonNode paths() {
        return new ObjectMapper()
                .<JsonNode>valueToTree(new Yaml().load(described))
                .path("paths");
    }

    private static JsonNode answered(JsonNode operation, String status) {
        return operation
                .path("responses")
                .path(status)
                .path("content")
                .path("application/json")
                .path("schema");
    }

    private static World world(People people, Whose whose) {
        return people.world(Person.ADMIN, whose, server.guess(), "user" + server.fresh());
    }
}
