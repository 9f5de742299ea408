package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container's server says on its standard output: objects, a line each, by which a failed request is found. */
class JsonLogTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    @Test
    void aFailureIsLoggedAsOneLineUnderTheIdThatTheCallerWasAnswered() throws Exception {
        try (ChildServer server = ChildServer.start(data)) {
            server.api().made("/projects", "{\"key\":\"LOG\",\"name\":\"Log\"}");
            server.api().made("/projects/LOG/tickets", "{\"title\":\"T\"}");
            assertThat(server.terminate()).isTrue();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("cairn.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA ignore_check_constraints = ON");
            statement.executeUpdate("UPDATE tickets SET title = ''");
        }
        Process process = ChildServer.cairn(
                List.of("serve", "--json", "--port", "0", "--data-dir", data.toString()),
                Map.of("CAIRN_LOG_FORMAT", "json"));
        try (BufferedReader out = process.inputReader(UTF_8)) {
            JsonNode facts = JSON.readTree(out.readLine()).path("result");
            URI url = URI.create(facts.path("url").asText());
            HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1/tickets/LOG-1"))
                    .header(
                            "Authorization",
                            "Bearer " + Files.readString(data.resolve("token")).strip())
                    .header("X-Request-Id", "from-the-proxy-1")
                    .build();
            JsonNode problem;
            try (HttpClient http = HttpClient.newHttpClient()) {
                problem = JSON.readTree(
                        http.send(request, BodyHandlers.ofString()).body());
            }
            assertThat(problem.path("code").asText()).isEqualTo("damaged");
            assertThat(problem.path("requestId").asText()).isEqualTo("from-the-proxy-1");
            JsonNode logged = JSON.readTree(out.readLine());
            assertThat(logged.path("requestId").asText()).isEqualTo("from-the-proxy-1");
            assertThat(logged.path("level").asText()).isEqualTo("ERROR");
            assertThat(logged.path("stack").asText()).contains("\tat dev.cairn.");
        } finally {
            process.destroyForcibly();
        }
    }
}
