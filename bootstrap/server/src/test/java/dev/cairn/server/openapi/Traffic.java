package dev.cairn.server.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.domain.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** Every request that a test sends, and its answer, against the description as it is committed. */
public final class Traffic {
    public static final Path COMMITTED = Path.of("..", "..", "docs", "api", "openapi.yml");

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern FIELD = Pattern.compile("\\w+");
    private static final Set<String> ANSWERED = new ConcurrentSkipListSet<>();

    private Traffic() {}

    /** Read when it is first asked for, so that a test may write it before. */
    private static final class Lazily {
        static final Fit FIT = new Fit(read());
    }

    private static Map<String, Object> read() {
        try (InputStream file = Files.newInputStream(COMMITTED)) {
            return new Yaml().load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fails when the answer is not what the description says, or when it took a body that does not fit.
     *
     * @param path as it was asked for, without the query
     * @param headers of the answer; names in lower case
     */
    public static void check(
            String method, String path, byte @Nullable [] body, int status, Map<String, String> headers, String text) {
        String route = Lazily.FIT.route(method, path);
        if (route == null) {
            return;
        }
        String type = headers.getOrDefault("content-type", "");
        JsonNode answer = type.contains("json") && !type.contains("ndjson") ? parse(text) : null;
        List<String> misfits = Lazily.FIT.misfits(route, method, status, headers.keySet(), answer);
        if (status < 300) {
            ANSWERED.add(method + " " + route);
            JsonNode sent = body == null ? null : parse(new String(body, UTF_8));
            misfits = sent == null ? misfits : both(misfits, Lazily.FIT.misfits(route, method, sent));
        }
        if (status == 400 && answer != null) {
            JsonNode sent = body == null ? null : parse(new String(body, UTF_8));
            if (sent != null
                    && !path.matches(".*/imports(/systems)?")
                    && !path.endsWith("/prompts/import")
                    && !path.matches(
                            ".*/v1/(conversations|providers)(/.*)?") // What is required depends on the kind, or the
                    // type.
                    && isOfShape(answer, sent)
                    && Lazily.FIT.misfits(route, method, sent).isEmpty()) {
                misfits = both(misfits, List.of("the body that was refused fits: " + sent));
            }
            if (sent != null && isUnknownThoughDescribed(answer, route, method)) {
                misfits = both(misfits, List.of("a field that is described was called unknown: " + sent));
            }
        }
        if (!misfits.isEmpty()) {
            throw new AssertionError("%s %s, answered %d: docs/api/openapi.yml does not say so: %s%n%s"
                    .formatted(method, path, status, misfits, Text.excerpt(text)));
        }
    }

    /** Whether a body was refused for a field of its own that is null, or not there. */
    private static boolean isOfShape(JsonNode problem, JsonNode body) {
        JsonNode first = problem.path("errors").path(0);
        String field = first.path("pointer").asText().replaceFirst("/", "");
        return switch (first.path("code").asText()) {
            case "required" ->
                body.isObject() && !body.has(field) && FIELD.matcher(field).matches();
            case "null_not_allowed" -> body.path(field).isNull();
            default -> false;
        };
    }

    private static boolean isUnknownThoughDescribed(JsonNode problem, String route, String method) {
        JsonNode first = problem.path("errors").path(0);
        String field = first.path("pointer").asText().replaceFirst("/", "");
        return first.path("message").asText().startsWith("Unknown field '" + field + "'")
                && Lazily.FIT.hasField(route, method, field);
    }

    /** The operations that nobody has called with success yet in this process. */
    public static Set<String> unanswered() {
        return Lazily.FIT.routes().stream()
                .filter(route -> !ANSWERED.contains(route))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static @Nullable JsonNode parse(String text) {
        try {
            return text.isBlank() ? null : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
