package dev.cairn.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Calls any operation of the API, also those for which the client has no method of its own. */
public final class Calls implements AutoCloseable {
    final Transport transport;
    private final @Nullable Long version;
    private final @Nullable String key;

    Calls(URI server, String token) {
        this(new Transport(server, token, Transport.SILENCE_MAX), null, null);
    }

    Calls(Transport transport, @Nullable Long version, @Nullable String key) {
        this.transport = transport;
        this.version = version;
        this.key = key;
    }

    public Calls ifVersion(long expected) {
        return new Calls(transport, expected, key);
    }

    Calls once(String chosen) {
        return new Calls(transport, version, chosen);
    }

    public URI server() {
        return transport.server();
    }

    /**
     * The answer as it came; a missing node where there is none.
     *
     * @param body a {@link FileBody}, or what is sent as JSON
     * @param path what the variables of its path are, in their order
     * @throws ProblemException when it is refused
     * @throws UnreachableException when no answer comes
     */
    public JsonNode json(Operation operation, @Nullable Fields<?> query, @Nullable Object body, String... path) {
        try (InputStream answer = open(operation, query, body, path)) {
            return Json.MAPPER.readTree(answer);
        } catch (JsonProcessingException e) {
            throw transport.noCairn("no JSON", e);
        } catch (IOException e) {
            throw transport.lost(e);
        }
    }

    /** Opens the bytes of the answer, of any size; the caller closes them. */
    public InputStream open(Operation operation, @Nullable Fields<?> query, @Nullable Object body, String... path) {
        return transport.send(operation, target(operation, query, path), sent(body), version, key, null);
    }

    /** Opens a stream of server-sent events behind the last known one; null for all events. */
    public EventStream stream(
            Operation operation, @Nullable Fields<?> query, @Nullable String lastEventId, String... path) {
        boolean placed = lastEventId != null || (query != null && query.values().get("after") != null);
        return new EventStream(transport, operation, target(operation, query, path), lastEventId, placed);
    }

    <T> T one(Operation operation, Class<T> type, @Nullable Fields<?> query, @Nullable Object body, String... path) {
        return Json.read(json(operation, query, body, path), type);
    }

    <T> Map<String, T> map(
            Operation operation, Class<T> type, @Nullable Fields<?> query, @Nullable Object body, String... path) {
        Map<String, T> values = new LinkedHashMap<>();
        json(operation, query, body, path)
                .properties()
                .forEach(each -> values.put(each.getKey(), Json.read(each.getValue(), type)));
        return values;
    }

    <T> Stream<T> all(
            Operation operation, Class<T> type, @Nullable Fields<?> query, @Nullable Object body, String... path) {
        return items(operation, query, body, path).map(item -> Json.read(item, type));
    }

    /** Streams the items of all pages, each requested when it is reached; {@code limit} is the size of one page. */
    public Stream<JsonNode> items(
            Operation operation, @Nullable Fields<?> query, @Nullable Object body, String... path) {
        Pages pages = new Pages(cursor -> json(operation, at(query, cursor), body, path));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false);
    }

    @Override
    public void close() {
        transport.close();
    }

    private static @Nullable Fields<?> at(@Nullable Fields<?> query, @Nullable String cursor) {
        Map<String, @Nullable Object> values = query == null ? Map.of() : query.values();
        return cursor == null ? query : Fields.of(values).set("cursor", cursor);
    }

    private static String target(Operation operation, @Nullable Fields<?> query, String... path) {
        String target = operation.path;
        for (String variable : path) {
            target = target.replaceFirst("\\{[a-zA-Z]+}", encoded(variable));
        }
        StringJoiner parameters = new StringJoiner("&", "?", "").setEmptyValue("");
        if (query != null) {
            query.values().forEach((name, value) -> {
                if (value != null) {
                    parameters.add(name + "=" + encoded(text(value)));
                }
            });
        }
        return target + parameters;
    }

    private static String text(Object value) {
        return switch (value) {
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case Collection<?> all -> all.stream().map(Calls::text).collect(Collectors.joining(","));
            case Instant time -> time.toString();
            default -> value.toString();
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static @Nullable FileBody sent(@Nullable Object body) {
        try {
            return body == null || body instanceof FileBody
                    ? (FileBody) body
                    : FileBody.ofJson(Json.MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
