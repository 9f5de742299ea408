package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What every problem must and must not say. */
final class Problem {
    private static final List<String> SECRETS = List.of(
            "Exception",
            "jackson",
            "io.micronaut",
            "dev.cairn",
            "java.",
            "SELECT",
            "SQLITE",
            "sqlite",
            "cairn.db",
            "\tat ");

    private Problem() {}

    static void check(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.header("Content-Type").orElse("none")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        for (String field : List.of("type", "title", "detail", "instance", "code", "requestId")) {
            assertThat(problem.path(field).asText()).as(field).isNotEmpty();
        }
        assertThat(problem.path("type").asText())
                .isEqualTo("https://cairn.dev/problems/" + problem.path("code").asText());
        assertThat(problem.path("errors").isArray()).isTrue();
        assertThat(problem.path("requestId").asText())
                .isEqualTo(answer.header("X-Request-Id").orElse(""));
        String text = answer.text().replace("https://cairn.dev/problems", "");
        assertThat(text).doesNotContain(SECRETS);
    }
}
