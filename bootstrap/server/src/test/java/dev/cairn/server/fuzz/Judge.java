package dev.cairn.server.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.server.openapi.ToolList;
import dev.cairn.server.openapi.Traffic;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an answer, whatever was asked. */
final class Judge {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final List<String> PROBLEM = List.of("type", "title", "detail", "instance", "code", "requestId");
    private static final int INTERNAL = -32603;
    /** None of these is among what is sent, so none can be an echo. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\tat |[a-z]Exception|\\.java:\\d|jackson|micronaut|dev\\.cairn\\.|java\\.(util|io|sql|time)|"
                    + "SELECT .* FROM|INSERT INTO|UPDATE \\w+ SET|SQLITE|sqlite|postgres|PSQL|cairn\\.db|/proc/|/home/|NullPointer");

    private final List<String> secrets;
    private final Described described;

    /** @param secrets what must stand in no answer */
    Judge(Described described, List<String> secrets) {
        this.described = described;
        this.secrets = secrets;
    }

    /** What is wrong; empty when nothing is. */
    Optional<String> fault(Shot shot, Heard heard) {
        if (heard.status() < 200 || heard.status() >= 500) {
            return Optional.of("answered " + heard.status() + ": " + excerpt(new String(heard.body(), UTF_8)));
        }
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(heard.body())).toString();
        } catch (CharacterCodingException e) {
            return Optional.of("the answer is no UTF-8");
        }
        Optional<String> leak = leak(heard.headers() + text);
        if (leak.isPresent()) {
            return leak;
        }
        JsonNode json = null;
        if (heard.type().contains("json")
                && !heard.type().contains("ndjson")
                && !shot.method().equals("HEAD")) {
            try {
                json = JSON.readTree(text);
            } catch (JsonProcessingException e) {
                return Optional.of("the answer is no JSON: " + excerpt(text));
            }
            if (!isWellFormed(json.toString())) {
                return Optional.of("the answer has half a character: " + excerpt(text));
            }
        }
        return shot.isMcp() ? mcp(shot, heard, json) : http(shot, heard, text, json);
    }

    private Optional<String> leak(String all) {
        String text = all.replace("https://cairn.dev/problems", "");
        Matcher inside = INSIDE.matcher(text);
        if (inside.find()) {
            return Optional.of("the answer shows its inside: \"%s\" in %s"
                    .formatted(inside.group(), excerpt(text.substring(Math.max(0, inside.start() - 80)))));
        }
        return secrets.stream()
                .filter(text::contains)
                .findFirst()
                .map(secret -> "the answer has a secret: " + excerpt(text));
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Optional<String> http(Shot shot, Heard heard, String text, @Nullable JsonNode json) {
        boolean shown = json != null && !shot.method().equals("HEAD");
        if (heard.status() >= 400 && !shot.method().equals("HEAD")) {
            if (json == null || !heard.type().startsWith("application/problem+json")) {
                return Optional.of("a refusal that is no problem: %d %s %s"
                        .formatted(heard.status(), heard.type(), excerpt(text)));
            }
            for (String field : PROBLEM) {
                if (json.path(field).asText().isEmpty()) {
                    return Optional.of("a problem without %s: %s".formatted(field, excerpt(text)));
                }
            }
            if (json.path("status").asInt() != heard.status()) {
                return Optional.of("a problem of another status: " + excerpt(text));
            }
        }
        try {
            Traffic.check(
                    shot.method(), shot.target(), shot.body(), heard.status(), heard.headers(), shown ? text : "");
            return Optional.empty();
        } catch (AssertionError misfit) {
            return Optional.of(String.valueOf(misfit.getMessage()));
        }
    }

    private Optional<String> mcp(Shot shot, Heard heard, @Nullable JsonNode json) {
        if (json == null) {
            boolean silent = heard.status() == 202 && heard.body().length == 0;
            return silent ? Optional.empty() : Optional.of("no message: %d".formatted(heard.status()));
        }
        if (json.has("type") && json.has("requestId")) {
            return Optional.empty(); // The door before it has refused.
        }
        for (JsonNode each : json.isArray() ? json : List.of(json)) {
            if (!each.path("jsonrpc").asText().equals("2.0") || each.has("result") == each.has("error")) {
                return Optional.of("no answer of the protocol: " + excerpt(each.toString()));
            }
            if (each.path("error").path("code").asInt() == INTERNAL) {
                return Optional.of("an internal error: " + excerpt(each.toString()));
            }
            Optional<String> result = result(shot, each.path("result"));
            if (result.isPresent()) {
                return result;
            }
        }
        return Optional.empty();
    }

    private Optional<String> result(Shot shot, JsonNode result) {
        if (!result.has("content")) {
            return Optional.empty();
        }
        JsonNode text;
        try {
            text = JSON.readTree(result.path("content").path(0).path("text").asText());
        } catch (JsonProcessingException e) {
            return Optional.of("a result that is no JSON: " + excerpt(result.toString()));
        }
        if (result.path("isError").asBoolean()) {
            String code = text.path("code").asText();
            boolean named = code.matches("[a-z_]+") && !code.equals("internal") && !code.startsWith("server_");
            return named ? Optional.empty() : Optional.of("an error without a code: " + excerpt(text.toString()));
        }
        for (JsonNode tool : described.tools()) {
            if (shot.name().equals("tool " + tool.path("name").asText())) {
                List<String> misfits = ToolList.misfits(tool.path("outputSchema"), result.path("structuredContent"));
                if (!misfits.isEmpty() || !result.path("structuredContent").equals(text)) {
                    return Optional.of(
                            "not what tools/list says: %s %s".formatted(misfits, excerpt(result.toString())));
                }
            }
        }
        return Optional.empty();
    }

    private static String excerpt(String text) {
        return text.length() > 1_500 ? text.substring(0, 1_500) + "…" : text;
    }
}
