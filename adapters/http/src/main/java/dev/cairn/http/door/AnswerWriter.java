package dev.cairn.http.door;

import dev.cairn.json.StrictJson;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Serializes the answers of routes by the one mapper. */
@Singleton
record AnswerWriter(StrictJson json) {
    private static final byte[] NOTHING = {};
    private static final String[] NONE = {};
    private static final String CURSOR = "cursor";

    /** @param value what the route's method gave back; null of one that gives nothing */
    Written write(HttpRequest<?> request, @Nullable Object value) {
        return switch (value) {
            case null -> new Written(204, Map.of(), NOTHING);
            case Answer<?> answer -> new Written(answer.status(), answer.headers(), json.write(answer.body()));
            case Paged page -> new Written(200, links(request, page.nextCursor()), json.write(page));
            default -> new Written(200, Map.of(), json.write(value));
        };
    }

    /** Links the next page, with all parameters of this one. */
    private static Map<String, String> links(HttpRequest<?> request, @Nullable String cursor) {
        if (cursor == null) {
            return Map.of();
        }
        StringBuilder next = new StringBuilder("<").append(request.getUri().getRawPath());
        next.append('?');
        String query = request.getUri().getRawQuery();
        for (String parameter : query == null ? NONE : query.split("&")) {
            if (!parameter.isEmpty() && !name(parameter).equals(CURSOR)) {
                next.append(parameter).append('&');
            }
        }
        return Map.of(
                "Link",
                next.append(CURSOR)
                        .append('=')
                        .append(URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                        .append(">; rel=\"next\"")
                        .toString());
    }

    /** Returns a parameter's decoded name, as the server reads it. */
    private static String name(String parameter) {
        int end = parameter.indexOf('=');
        String name = end < 0 ? parameter : parameter.substring(0, end);
        return name.indexOf('%') < 0 ? name : URLDecoder.decode(name, StandardCharsets.UTF_8);
    }
}
