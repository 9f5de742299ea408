package dev.cairn.server.openapi;

import static dev.cairn.server.openapi.Schemas.ordered;

import dev.cairn.domain.kernel.Expected;
import dev.cairn.http.door.Confidential;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.MayBeEmpty;
import dev.cairn.http.door.Parameters;
import dev.cairn.http.door.Versioned;
import dev.cairn.http.door.Whole;
import dev.cairn.http.ticket.LinkWord;
import dev.cairn.json.Partial;
import dev.cairn.server.openapi.Titles.Title;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One route, as its method's signature and annotations describe it. */
final class Operation {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");
    /** Bodies of which one field says what the others are. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "Enqueued", List.of("dev.cairn.application.queue.EnqueueItem"),
            "NewUser", List.of("dev.cairn.domain.user.UserContent", "dev.cairn.http.user.Registration"));

    /** What something new must have, though an edit of it may leave it out. */
    private static final Map<String, String> NEEDED = Map.of(
            "NewAgent", "role",
            "Remembered", "content",
            "NewProject", "name",
            "NewPrompt", "title",
            "NewTicket", "title",
            "TaskDraft", "content",
            "QueueContent", "name");

    private final Schemas schemas;
    private final MethodBasedRouteInfo<?, ?> route;
    private final String path;
    private final Argument<?>[] arguments;

    Operation(Schemas schemas, MethodBasedRouteInfo<?, ?> route, String path) {
        this.schemas = schemas;
        this.route = route;
        this.path = path;
        this.arguments = route.getTargetMethod().getArguments();
    }

    Map<String, Object> describe(Title title, Map<String, Object> access) {
        Map<String, Object> operation =
                ordered("operationId", title.id(), "summary", title.summary(), "tags", List.of(title.tag()));
        List<Object> parameters = parameters();
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        body().ifPresent(body -> operation.put("requestBody", body));
        operation.put(
                "responses", new Responses(schemas, route, path, isConditionalRead(), access.isEmpty()).describe());
        if (access.isEmpty()) {
            operation.put("security", List.of());
        } else {
            operation.put("x-access", access);
        }
        operation.put("x-idempotent", has(Idempotent.class));
        operation.put("x-confidential", has(Confidential.class));
        return operation;
    }

    private boolean has(Class<? extends java.lang.annotation.Annotation> annotation) {
        return route.getTargetMethod().isAnnotationPresent(annotation);
    }

    private List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            parameters.add(parameter("path", variables.group(1), true, variable(variables.group(1))));
        }
        for (Argument<?> argument : arguments) {
            if (argument.isAnnotationPresent(RequestBean.class)) {
                new Query(schemas, route).addTo(parameters, argument);
            } else if (argument.getType() == Expected.class) {
                parameters.add(parameter("header", "If-Match", false, ordered("type", "string")));
            } else if (argument.getAnnotationMetadata()
                    .stringValue(Header.class)
                    .filter("Last-Event-ID"::equals)
                    .isPresent()) {
                parameters.add(parameter("header", "Last-Event-ID", false, ordered("type", "string")));
            }
        }
        if (has(Idempotent.class)) {
            parameters.add(parameter(
                    "header", "Idempotency-Key", false, ordered("type", "string", "minLength", 1, "maxLength", 200)));
        }
        if (isConditionalRead()) {
            parameters.add(parameter("header", "If-None-Match", false, ordered("type", "string")));
        }
        return parameters;
    }

    private boolean isConditionalRead() {
        return route.getReturnType().getType() == Versioned.class && DoorCodes.isRead(route);
    }

    private Map<String, Object> variable(String name) {
        Class<?> type = Arrays.stream(arguments)
                .filter(argument -> argument.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(path + " has no argument " + name))
                .getType();
        if (type == Whole.class) {
            return ordered("type", "integer", "minimum", 0, "maximum", Parameters.WHOLE_MAX);
        }
        return type == LinkWord.class ? schemas.linkKind() : ordered("type", "string");
    }

    static Map<String, Object> parameter(String in, String name, boolean required, Map<String, Object> schema) {
        return ordered("name", name, "in", in, "required", required, "schema", schema);
    }

    private Optional<Map<String, Object>> body() {
        return Arrays.stream(arguments)
                .filter(argument -> argument.isAnnotationPresent(Body.class))
                .findFirst()
                .map(this::body);
    }

    private Map<String, Object> body(Argument<?> body) {
        Map<String, Object> content = new LinkedHashMap<>();
        Map<String, Object> schema = body.getType() == InputStream.class
                ? ordered()
                : body.getType() == Partial.class
                        ? edit(body.getFirstTypeVariable().orElseThrow().getType())
                        : bodySchema(body.getType());
        String[] types = route.getTargetMethod().stringValues(Consumes.class);
        for (String type : types.length == 0 ? new String[] {"application/json"} : types) {
            content.put(type, ordered("schema", schema));
        }
        boolean file = body.getType() == InputStream.class; // which may be empty
        boolean required = !file && (!body.isAnnotationPresent(MayBeEmpty.class) || schemas.needs(schema));
        return ordered("required", required, "content", content);
    }

    private Map<String, Object> edit(Class<?> type) {
        return needing(type, schemas.partial(type));
    }

    private Map<String, Object> needing(Class<?> type, Map<String, Object> schema) {
        String needed = NEEDED.get(type.getSimpleName());
        return needed != null && "POST".equals(((UriRouteInfo<?, ?>) route).getHttpMethodName())
                ? ordered("allOf", List.of(schema, ordered("required", List.of(needed))))
                : schema;
    }

    private Map<String, Object> bodySchema(Class<?> type) {
        List<String> choices = CHOICES.get(type.getSimpleName());
        if (choices == null) {
            return needing(type, schemas.read(type));
        }
        return type.getSimpleName().equals("Enqueued")
                ? oneOrSeveral(schemas.read(named(choices.getFirst())))
                : ordered(
                        "oneOf",
                        List.of(
                                schemas.kind("agent", named(choices.getFirst())),
                                schemas.kind("human", named(choices.getLast()))));
    }

    private static Class<?> named(String type) {
        try {
            return Class.forName(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> oneOrSeveral(Object one) {
        Map<String, Object> several = ordered(
                "type",
                "object",
                "required",
                List.of("items"),
                "properties",
                ordered("items", ordered("type", "array", "items", one)),
                "additionalProperties",
                false);
        return ordered("oneOf", List.of(one, several));
    }
}
