package dev.cairn.server.openapi;

import static dev.cairn.server.openapi.Schemas.ordered;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.WireCode;
import dev.cairn.http.problem.HttpCode;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The whole description: each route below the API's base is an operation. */
public final class OpenApi {
    private static final String DESCRIPTION = """
            Projects, tickets and work queues for people and agents.

            - `x-access` says who may call: `role` is the smallest role in the project, `scope` what a token must be for, `callers` the kinds of callers where no project decides.
            - `x-idempotent`: an `Idempotency-Key` may be sent, and the same request is then answered the same again. `x-confidential`: none may be sent.
            - Where the server reads from a replica, a `GET` of a list may send a `Log-Position`, the greatest one that was answered or `0`: the replica then answers if it is as far.
            - Refusals name their codes. Any request may also be answered as `default` says.
            """.strip();

    private static final Map<String, Object> HEADERS = ordered(
            "Content-Disposition", "The name of the file",
            "ETag", "The version, for `If-Match` and `If-None-Match`",
            "Idempotency-Replayed", "`true` when an earlier answer is given again",
            "Link", "The next page, with `rel=\"next\"`",
            "Location", "Where it is found from now on",
            "Log-Position",
                    "The number of the change in the log, for `Log-Position` of later reads; only where there is a replica",
            "Retry-After", "After how many seconds it may work",
            "Set-Cookie", "The session of a browser",
            "WWW-Authenticate", "How to show who you are",
            "X-Accel-Buffering", "`no`: what stands between passes each event on at once",
            "X-Request-Id", "Under which the request is logged; the one that was sent, if it was fit");

    private final Schemas schemas;

    private final Titles titles = new Titles();
    private final Function<String, Map<String, Object>> access;

    private OpenApi(JsonMapper mapper, Function<String, Map<String, Object>> access) {
        this.schemas = new Schemas(mapper);
        this.access = access;
    }

    /** @param access what the caller of a route needs, as in {@code GET /api/v1/projects}; nothing where anybody may call it */
    public static Map<String, Object> describe(
            List<UriRouteInfo<?, ?>> routes, JsonMapper mapper, Function<String, Map<String, Object>> access) {
        return new OpenApi(mapper, access).document(routes);
    }

    /** As it is committed. */
    public static String text(Map<String, Object> document) {
        return Yaml.of(document);
    }

    private Map<String, Object> document(List<UriRouteInfo<?, ?>> routes) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        routes.stream()
                .filter(route -> !List.of("HEAD", "OPTIONS").contains(route.getHttpMethodName()))
                .filter(route -> path(route).startsWith("/api/")
                        || path(route).startsWith("/health/")
                        || path(route).equals("/metrics"))
                .sorted(Comparator.comparing(OpenApi::path).thenComparing(UriRouteInfo::getHttpMethodName))
                .forEach(route -> {
                    String name = route.getHttpMethodName() + " " + path(route);
                    Operation operation = new Operation(schemas, (MethodBasedRouteInfo<?, ?>) route, path(route));
                    paths.computeIfAbsent(path(route), _ -> new LinkedHashMap<>())
                            .put(
                                    route.getHttpMethodName().toLowerCase(Locale.ROOT),
                                    operation.describe(titles.of(name), access.apply(name)));
                });
        return ordered(
                "openapi",
                "3.1.1",
                "info",
                ordered(
                        "title",
                        "Cairn",
                        "version",
                        "1",
                        "description",
                        DESCRIPTION,
                        "license",
                        ordered("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers",
                List.of(
                        ordered("url", "/", "description", "The server that this comes from"),
                        ordered("url", "http://127.0.0.1:4747", "description", "The server of this machine")),
                "security",
                List.of(ordered("token", List.of()), ordered("session", List.of())),
                "tags",
                titles.tags().entrySet().stream()
                        .map(tag -> ordered("name", tag.getKey(), "description", tag.getValue()))
                        .toList(),
                "paths",
                paths,
                "components",
                ordered(
                        "securitySchemes",
                        ordered(
                                "token",
                                ordered("type", "http", "scheme", "bearer"),
                                "session",
                                ordered("type", "apiKey", "in", "cookie", "name", "cairn_session_4747")),
                        "headers",
                        headers(),
                        "responses",
                        ordered("Problem", problemResponse()),
                        "schemas",
                        schemas()));
    }

    static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    private Map<String, Object> schemas() {
        Map<String, Object> all = new TreeMap<>(schemas.components());
        all.put("Problem", problem());
        return all;
    }

    private static Map<String, Object> headers() {
        Map<String, Object> headers = new LinkedHashMap<>();
        HEADERS.forEach(
                (name, text) -> headers.put(name, ordered("description", text, "schema", ordered("type", "string"))));
        return headers;
    }

    /** By any request, whatever its route. */
    private static Map<String, Object> problemResponse() {
        Map<String, Object> headers = new LinkedHashMap<>();
        Stream.of("Retry-After", "WWW-Authenticate", "X-Request-Id")
                .forEach(name -> headers.put(name, ordered("$ref", "#/components/headers/" + name)));
        return ordered(
                "description",
                "A problem (RFC 9457) with a stable code; in answer to any request: "
                        + String.join(", ", Refusals.names(DoorCodes.ANYWHERE)),
                "headers",
                headers,
                "content",
                ordered(
                        "application/problem+json",
                        ordered("schema", ordered("$ref", "#/components/schemas/Problem"))));
    }

    private static List<String> codes() {
        return Refusals.names(Stream.of(ErrorCode.values(), HttpCode.values())
                .<WireCode>flatMap(Arrays::stream)
                .toList());
    }

    private static Map<String, Object> problem() {
        Map<String, Object> text = ordered("type", "string");
        Map<String, Object> violation = ordered(
                "type",
                "object",
                "required",
                List.of("pointer", "code", "message"),
                "properties",
                ordered("pointer", text, "code", text, "message", text));
        return ordered(
                "type",
                "object",
                "required",
                List.of("type", "title", "status", "detail", "instance", "code", "errors", "requestId"),
                "properties",
                ordered(
                        "type",
                        ordered("type", "string", "format", "uri"),
                        "title",
                        text,
                        "status",
                        ordered("type", "integer"),
                        "detail",
                        text,
                        "instance",
                        text,
                        "code",
                        ordered("type", "string", "enum", codes()),
                        "errors",
                        ordered("type", "array", "items", violation),
                        "requestId",
                        text,
                        "hint",
                        text),
                "additionalProperties",
                true);
    }
}
