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
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
    /** With which a value is refused for itself. */
    private static final Set<String> OF_VALUES = Set.of("format", "range", "unknown_value");

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
     * Fails when the answer is not what the description says, or when it took parameters or a body that do not fit.
     *
     * @param target as it was asked for: the path, and the query
     * @param headers of the answer; names in lower case
     */
    public static void check(
            String method,
            String target,
            byte @Nullable [] body,
            int status,
            Map<String, String> headers,
            String text) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String route = Lazily.FIT.route(method, path);
        if (route == null) {
            return;
        }
        String type = headers.getOrDefault("content-type", "");
        JsonNode answer = type.contains("json") && !type.contains("ndjson") ? parse(text) : null;
        List<String> misfits = Lazily.FIT.misfits(route, method, status, headers.keySet(), answer);
        if (status < 300) {
            ANSWERED.add(method + " " + route);
            misfits = both(misfits, Lazily.FIT.misfits(route, method, parameters(target, mark)));
            if (body == null && !Lazily.FIT.mayBeWithoutBody(route, method)) {
                misfits = both(misfits, List.of("there must be a body"));
            }
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
            String place =
                    answer.path("errors").path(0).path("pointer").asText().replaceFirst("/", "");
            String code = answer.path("errors").path(0).path("code").asText();
            if (body == null
                    && code.equals("required")
                    && Lazily.FIT.mayBeWithoutBody(route, method)
                    && Lazily.FIT.hasField(route, method, place)) {
                misfits = both(misfits, List.of("a body may be left away"));
            }
            String value = parameters(target, mark).get(place);
            if (value != null && OF_VALUES.contains(code) && Lazily.FIT.takes(route, method, place, value)) {
                misfits = both(misfits, List.of("%s=%s is taken".formatted(place, value)));
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

    /** As the server reads them; none of a query that it cannot read. */
    private static Map<String, String> parameters(String target, int mark) {
        Map<String, String> parameters = new HashMap<>();
        try {
            for (String each :
                    mark < 0 ? new String[0] : target.substring(mark + 1).split("&", -1)) {
                String[] pair = each.split("=", 2);
                if (!each.isEmpty()) {
                    parameters.put(
                            URLDecoder.decode(pair[0], UTF_8),
                            pair.length == 1 ? "" : URLDecoder.decode(pair[1], UTF_8));
                }
            }
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
        return parameters;
    }

    /** What a client asks of an address. */
    public static String target(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
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
