package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus is answered: figures that are right, in its format, and no more of them the more is stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MetricsHttpTest {
    private static final Pattern SAMPLE =
            Pattern.compile("([a-z_]+)(\\{[a-z]+=\"[^\"\\\\]*\"(?:,[a-z]+=\"[^\"\\\\]*\")*})? (-?[0-9.E]+)");
    private static final Pattern HEAD =
            Pattern.compile("# HELP ([a-z_]+) [^\n]+\n# TYPE ([a-z_]+) (counter|gauge|histogram)\n");
    private static final Pattern PART = Pattern.compile("_(bucket|sum|count)$");
    private static final Pattern DOCUMENTED =
            Pattern.compile("(?m)^\\| `(cairn_[a-z_]+)` \\| ([a-z]+) \\|[^|]*\\| (PostgreSQL)?");

    @TempDir
    private static Path directory;

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String scraped() {
        Answer answer =
                server.get("/metrics", "Accept", "application/openmetrics-text;q=0.5,text/plain;q=0.3,*/*;q=0.1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        return answer.text();
    }

    /** The values by name and labels, after each line has been held against the format. */
    private Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        scraped().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            String labels = sample.group(2) == null ? "" : sample.group(2);
            assertThat(values.put(sample.group(1) + labels, Double.valueOf(sample.group(3))))
                    .as("%s is there once", line)
                    .isNull();
        });
        return values;
    }

    private String project(String key) {
        server.post("/projects", "{\"key\":\"%s\",\"name\":\"%s\"}".formatted(key, key));
        return "/projects/" + key;
    }

    private Answer claimed(String project) {
        Answer answer = server.post(project + "/claims", "{\"agent\":\"me\"}");
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    private void ended(Answer claim, String how) {
        String id = claim.json().at("/id").asText();
        String token = claim.json().at("/fencingToken").asText();
        assertThat(server.post("/claims/%s/%s".formatted(id, how), "{\"fencingToken\":%s}".formatted(token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void figuresSayWhatWasDone() {
        String project = project("DONE");
        Map<String, Double> before = values();
        for (int i = 0; i < 4; i++) {
            server.post(project + "/tickets", "{\"title\":\"Work %d\"}".formatted(i));
        }
        ended(claimed(project), "complete");
        ended(claimed(project), "release");
        claimed(project);
        server.get("/projects/NONE");
        Map<String, Double> after = values();
        Map<String, Double> grown = new TreeMap<>();
        after.forEach((name, value) -> grown.put(name, value - before.getOrDefault(name, 0.0)));
        assertThat(grown)
                .containsEntry("cairn_claims_total", 3.0)
                .containsEntry("cairn_claims_ended_total{outcome=\"completed\"}", 1.0)
                .containsEntry("cairn_claims_ended_total{outcome=\"released\"}", 1.0)
                .containsEntry("cairn_claims_ended_total{outcome=\"lost\"}", 0.0)
                .containsEntry("cairn_leases{state=\"live\"}", 1.0)
                .containsEntry("cairn_queue_items{state=\"claimed\"}", 1.0)
                .containsEntry(
                        "cairn_http_requests_total{method=\"POST\",route=\"/api/v1/projects/{project}/tickets\",status=\"2xx\"}",
                        4.0)
                .containsEntry(
                        "cairn_http_requests_total{method=\"GET\",route=\"/api/v1/projects/{project}\",status=\"4xx\"}",
                        1.0)
                .containsEntry(
                        "cairn_http_request_duration_seconds_count{method=\"POST\",route=\"/api/v1/projects/{project}/tickets\"}",
                        4.0);
        assertThat(grown.get("cairn_database_writes_total")).isBetween(9.0, 20.0);
        assertThat(grown.get("cairn_database_write_wait_seconds_count"))
                .isEqualTo(grown.get("cairn_database_writes_total"));
        assertThat(grown.get("cairn_event_newest")).isGreaterThanOrEqualTo(9.0);
        assertThat(after)
                .containsEntry("cairn_http_requests_in_flight", 1.0)
                .containsEntry("cairn_database_write_failures_total", 0.0)
                .containsEntry("cairn_event_streams", 0.0);
        assertThat(after.get("cairn_database_wal_bytes")).isPositive();
        assertThat(after.get("cairn_database_connections{state=\"busy\"}")).isEqualTo(1.0);
    }

    @Test
    void whoIsRefusedAndWhatReachesNoRouteIsCountedToo() {
        Map<String, Double> before = values();
        server.anonymous("GET", "/projects", null);
        server.get("/nothing/of/ours");
        server.raw("get /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Map<String, Double> after = values();
        String none = "cairn_http_requests_total{method=\"GET\",route=\"none\",status=\"4xx\"}";
        assertThat(grown(none, before, after)).isEqualTo(2.0);
        assertThat(grown("cairn_http_connections_cut_total", before, after)).isEqualTo(1.0);
    }

    private static double grown(String sample, Map<String, Double> before, Map<String, Double> after) {
        return after.getOrDefault(sample, 0.0) - before.getOrDefault(sample, 0.0);
    }

    @Test
    void everyFigureHasItsHeadOnceAndBucketsGrowToTheCount() {
        values();
        String text = scraped();
        Map<String, String> kinds =
                HEAD.matcher(text).results().collect(Collectors.toMap(head -> head.group(1), head -> head.group(3)));
        assertThat(text.lines().filter(line -> line.startsWith("#")).count()).isEqualTo(2L * kinds.size());
        Map<String, Double> values = values();
        values.keySet().forEach(sample -> {
            String name = sample.replaceAll("\\{.*", "");
            String figure = PART.matcher(name).replaceAll("");
            assertThat(kinds.containsKey(name) ? kinds.get(name) : kinds.get(figure))
                    .as(sample)
                    .isNotNull();
        });
        kinds.forEach((name, kind) -> {
            if (kind.equals("histogram")) {
                assertBucketsGrow(name, values);
            }
        });
    }

    private static void assertBucketsGrow(String name, Map<String, Double> values) {
        Map<String, Double> last = new TreeMap<>();
        values.forEach((sample, value) -> {
            if (sample.startsWith(name + "_bucket")) {
                String labels = sample.replaceAll(",?le=\"[^\"]*\",?", "").replace(name + "_bucket", "");
                assertThat(value).as(sample).isGreaterThanOrEqualTo(last.getOrDefault(labels, 0.0));
                last.put(labels, value);
            }
        });
        assertThat(last).as(name).isNotEmpty();
    }

    @Test
    void thereAreNoMoreFiguresTheMoreIsStoredAndNoneNamesAnybody() {
        String project = project("MANY");
        server.post(project + "/tickets", "{\"title\":\"One\"}");
        server.get("/tickets/MANY-1");
        server.delete("/tickets/MANY-1");
        scraped();
        int before = values().size();
        for (int i = 0; i < 20; i++) {
            server.post(project + "/tickets", "{\"title\":\"More %d\"}".formatted(i));
            server.get("/tickets/MANY-" + (i + 2));
            server.delete("/tickets/MANY-" + (i + 2));
            server.send("BREW" + i, "/tickets/MANY-1", null);
            server.send("BREW" + i, "/pot/" + i, null);
        }
        assertThat(values().size())
                .isBetween(before, before + 22); // the class of status and the buckets of two without a method
        assertThat(scraped()).doesNotContain("MANY", "BREW", "/pot");
    }

    @Test
    void theGuideNamesAllFiguresAndNoOthers() throws IOException {
        String guide = Files.readString(Path.of("../../docs/guides/watching.md"));
        Map<String, String> documented = DOCUMENTED
                .matcher(guide)
                .results()
                .filter(row -> row.group(3) == null)
                .collect(Collectors.toMap((MatchResult row) -> row.group(1), row -> row.group(2)));
        Map<String, String> told = HEAD.matcher(scraped())
                .results()
                .collect(Collectors.toMap(head -> head.group(1), head -> head.group(3)));
        assertThat(told).isEqualTo(documented);
    }

    @Test
    void onlyATokenOfAnAdminReadsThemAndItNeedsNoOtherScope() {
        assertThat(server.anonymous("GET", "/metrics", null).status()).isEqualTo(401);
        for (String scopes : List.of("\"read\"", "\"write\"")) {
            Answer token = server.post(
                    "/tokens", "{\"name\":\"watcher %s\",\"scopes\":[%s]}".formatted(scopes.charAt(1), scopes));
            Answer answer = server.get("/metrics", "Authorization", "Bearer " + token.field("token"));
            assertThat(answer.status()).as(scopes).isEqualTo(scopes.contains("read") ? 200 : 403);
        }
        assertThat(Stream.of(server.send("POST", "/metrics", new byte[0])).map(Answer::status))
                .containsExactly(405);
    }
}
