package dev.cairn.server.openapi;

import static dev.cairn.server.openapi.Schemas.ordered;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.domain.error.ErrorCode;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The whole description: each route below the API's base is an operation. */
public final class OpenApi {
    private final Schemas schemas;

    private OpenApi(JsonMapper mapper) {
        this.schemas = new Schemas(mapper);
    }

    public static Map<String, Object> describe(List<UriRouteInfo<?, ?>> routes, JsonMapper mapper) {
        return new OpenApi(mapper).document(routes);
    }

    /** As it is committed. */
    public static String text(Map<String, Object> document) {
        return Yaml.of(document);
    }

    private Map<String, Object> document(List<UriRouteInfo<?, ?>> routes) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        TreeSet<String> tags = new TreeSet<>();
        routes.stream()
                .filter(route -> !List.of("HEAD", "OPTIONS").contains(route.getHttpMethodName()))
                .filter(route -> path(route).startsWith("/api/") || path(route).startsWith("/health/"))
                .sorted(Comparator.comparing(OpenApi::path).thenComparing(UriRouteInfo::getHttpMethodName))
                .forEach(route -> {
                    Operation operation = new Operation(schemas, (MethodBasedRouteInfo<?, ?>) route, path(route));
                    tags.add(operation.tag());
                    paths.computeIfAbsent(path(route), _ -> new LinkedHashMap<>())
                            .put(route.getHttpMethodName().toLowerCase(Locale.ROOT), operation.describe());
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
                        "Projects, tickets and work queues for people and agents.",
                        "license",
                        ordered("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers",
                List.of(ordered("url", "http://127.0.0.1:4747", "description", "The local server")),
                "security",
                List.of(ordered("token", List.of())),
                "tags",
                tags.stream().map(tag -> ordered("name", tag)).toList(),
                "paths",
                paths,
                "components",
                ordered(
                        "securitySchemes",
                        ordered("token", ordered("type", "http", "scheme", "bearer")),
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

    private static Map<String, Object> problemResponse() {
        return ordered(
                "description",
                "It was refused, or failed: a problem (RFC 9457) with a stable code",
                "content",
                ordered(
                        "application/problem+json",
                        ordered("schema", ordered("$ref", "#/components/schemas/Problem"))));
    }

    private static Map<String, Object> problem() {
        String codes = String.join(
                ", ",
                new TreeSet<>(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::wire).toList()));
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
                        ordered("type", "string", "description", "One of " + codes + ", or a code of the door"),
                        "errors",
                        ordered("type", "array", "items", violation),
                        "requestId",
                        text,
                        "hint",
                        text));
    }
}
