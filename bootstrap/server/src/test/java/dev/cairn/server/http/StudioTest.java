package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that people look at, as the server hands it out. What it does, browsers try in adapters/studio/web/test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StudioTest {
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    @TempDir
    private static Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
        client.close();
    }

    /** As a browser does that has no session. */
    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(server.port(), path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The link that a first start says leads to it; the token is in its fragment, which no browser sends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/p/WEB/board",
                "/p/WEB/talk/1",
                "/t/WEB-1",
                "/agents",
                "/people",
                "/queues",
                "/search?q=a",
                "/system"
            })
    void everyAddressOfThePageAnswersItToAnybody(String path) {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.body()).contains("<div id=\"root\">");
    }

    @Test
    void whatThePageLoadsIsHereAndNowhereElse() {
        List<String> parts = LOADED.matcher(get("/").body())
                .results()
                .map((MatchResult part) -> part.group(1))
                .toList();
        assertThat(parts).hasSizeGreaterThan(3).allSatisfy(part -> {
            assertThat(part).startsWith("/studio/");
            assertThat(get(part).statusCode()).as(part).isEqualTo(200);
        });
        assertThat(get("/studio/index.js").headers().firstValue("Content-Type"))
                .hasValue("text/javascript; charset=utf-8");
    }

    @Test
    void aBrowserThatHasAPartIsToldSo() {
        HttpResponse<String> first = get("/studio/index.js");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = get("/studio/index.js", "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(get("/studio/index.js", "If-None-Match", "\"other\"").body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/studio/none.js", "/studio/StudioController.class", "/studio/..%2Fstudio%2Findex.js", "/studio/"
            })
    void whatIsNoPartOfThePageIsNotFound(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    /** No address of the page hides that the API has no such route, nor answers for one that wants a token. */
    @Test
    void otherAddressesAreWhatTheyWere() {
        assertThat(server.get("/no/such/path").field("code")).isEqualTo("no_such_route");
        assertThat(get("/api/v1/projects").statusCode()).isEqualTo(401);
        assertThat(get("/other").statusCode()).isEqualTo(401);
    }
}
