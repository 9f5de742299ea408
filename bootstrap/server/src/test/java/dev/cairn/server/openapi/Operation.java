package dev.cairn.server.openapi;

import static dev.cairn.server.openapi.Schemas.ordered;

import com.fasterxml.jackson.databind.JavaType;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.door.Answer;
import dev.cairn.http.door.Confidential;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.Includes;
import dev.cairn.http.door.Longest;
import dev.cairn.http.door.MayBeEmpty;
import dev.cairn.http.door.Parts;
import dev.cairn.http.door.QueryBinder;
import dev.cairn.http.door.Versioned;
import dev.cairn.http.door.Whole;
import dev.cairn.http.door.WithCookie;
import dev.cairn.http.ticket.LinkWord;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.web.router.MethodBasedRouteInfo;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
            "NewUser", List.of("dev.cairn.application.user.UserFields", "dev.cairn.http.user.Registration"));

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

    /** The thing that the controller is about. */
    String tag() {
        return route.getTargetMethod()
                .getDeclaringType()
                .getSimpleName()
                .replaceFirst("^\\$", "")
                .replaceFirst("(List)?Controller.*$", "");
    }

    /** Stable as long as the method's name is; the same method below a project has a name of its own. */
    private String id() {
        String verb = route.getTargetMethod().getMethodName();
        String noun = tag() + (verb.equals("list") ? "s" : "");
        String id = verb.toLowerCase(Locale.ROOT).contains(tag().toLowerCase(Locale.ROOT)) ? verb : verb + noun;
        boolean second = path.contains("/projects/{project}")
                && Arrays.stream(arguments).anyMatch(a -> a.getName().equals("project") && a.isNullable());
        return Names.of(id) + (second ? "InProject" : "");
    }

    Map<String, Object> describe() {
        Map<String, Object> operation = ordered("operationId", id(), "summary", summary(), "tags", List.of(tag()));
        List<Object> parameters = parameters();
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        body().ifPresent(body -> operation.put("requestBody", body));
        operation.put("responses", responses());
        boolean known = Arrays.stream(arguments).anyMatch(a -> a.getType() == Caller.class && !a.isNullable());
        if (!known && !path.contains("browser-session")) {
            operation.put("security", List.of());
        }
        operation.put("x-idempotent", has(Idempotent.class));
        operation.put("x-confidential", has(Confidential.class));
        return operation;
    }

    private String summary() {
        String words = id().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
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
                query(argument, parameters);
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
        if (route.getReturnType().getType() == Versioned.class && path.endsWith("}") && isRead()) {
            parameters.add(parameter("header", "If-None-Match", false, ordered("type", "string")));
        }
        return parameters;
    }

    private boolean isRead() {
        return route.getTargetMethod().getMethodName().equals("get");
    }

    private Map<String, Object> variable(String name) {
        Class<?> type = Arrays.stream(arguments)
                .filter(argument -> argument.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(path + " has no argument " + name))
                .getType();
        if (type == Whole.class) {
            return ordered("type", "integer", "minimum", 0);
        }
        return type == LinkWord.class ? schemas.linkKind() : ordered("type", "string");
    }

    private static Map<String, Object> parameter(String in, String name, boolean required, Map<String, Object> schema) {
        return ordered("name", name, "in", in, "required", required, "schema", schema);
    }

    private void query(Argument<?> record, List<Object> parameters) {
        BeanIntrospection<?> introspection = BeanIntrospector.SHARED.getIntrospection(record.getType());
        for (Argument<?> component : introspection.getConstructorArguments()) {
            if (BeanIntrospector.SHARED.findIntrospection(component.getType()).isPresent()) {
                query(component, parameters);
                continue;
            }
            Map<String, Object> parameter =
                    parameter("query", QueryBinder.name(component), false, component(component));
            if (component.getType() == List.class) {
                parameter.put("style", "form");
                parameter.put("explode", false);
            }
            parameters.add(parameter);
        }
    }

    private Map<String, Object> component(Argument<?> component) {
        Class<?> type = component.getType();
        if (type == Archived.class) {
            return ordered("type", "string", "enum", List.of("false", "true", "any"), "default", "false");
        }
        if (type == Includes.class) {
            return ordered(
                    "type",
                    "string",
                    "description",
                    "Separated by commas: "
                            + String.join(
                                    ", ", component.getAnnotationMetadata().stringValues(Parts.class)));
        }
        if (type == List.class) {
            return ordered(
                    "type",
                    "array",
                    "items",
                    schemas.written(
                            schemas.type(component.getFirstTypeVariable().orElseThrow())));
        }
        if (type == boolean.class || type == Boolean.class) {
            return ordered("type", "boolean");
        }
        if (type == Integer.class) {
            return ordered("type", "integer", "minimum", 0);
        }
        Map<String, Object> text = ordered("type", "string");
        component.getAnnotationMetadata().intValue(Longest.class).ifPresent(max -> text.put("maxLength", max));
        return text;
    }

    private Optional<Map<String, Object>> body() {
        return Arrays.stream(arguments)
                .filter(argument -> argument.isAnnotationPresent(Body.class))
                .findFirst()
                .map(this::body);
    }

    private Map<String, Object> body(Argument<?> body) {
        Map<String, Object> content = new LinkedHashMap<>();
        Map<String, Object> schema = body.getType() == InputStream.class ? ordered() : bodySchema(body.getType());
        String[] types = route.getTargetMethod().stringValues(Consumes.class);
        for (String type : types.length == 0 ? new String[] {"application/json"} : types) {
            content.put(type, ordered("schema", schema));
        }
        return ordered("required", !body.isAnnotationPresent(MayBeEmpty.class), "content", content);
    }

    private Map<String, Object> bodySchema(Class<?> type) {
        List<String> choices = CHOICES.get(type.getSimpleName());
        if (choices == null) {
            return schemas.read(type);
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

    private Map<String, Object> responses() {
        Map<String, Object> responses = new LinkedHashMap<>();
        Argument<?> answer = route.getReturnType().asArgument();
        Class<?> type = answer.getType();
        if (type == void.class || isNothing(answer)) {
            responses.put("204", ordered("description", "It is done"));
        } else if (type == Answer.class) {
            Map<String, Object> content = json(first(answer));
            responses.put("200", ordered("description", "There is nothing, or nothing to keep", "content", content));
            responses.put("201", ordered("description", "It was made", "content", content));
        } else if (type == Created.class || type == WithCookie.class) {
            responses.put(
                    "201",
                    ordered(
                            "description",
                            "It was made",
                            "headers",
                            headers(type == Created.class ? List.of("Location", "ETag") : List.of("Set-Cookie")),
                            "content",
                            json(first(answer))));
        } else if (type == Versioned.class) {
            responses.put(
                    "200",
                    ordered(
                            "description",
                            "It, in the version of the ETag",
                            "headers",
                            headers(List.of("ETag")),
                            "content",
                            json(first(answer))));
        } else {
            responses.put("200", ordered("description", "As asked", "content", content(answer)));
        }
        responses.put("default", ordered("$ref", "#/components/responses/Problem"));
        return responses;
    }

    private static boolean isNothing(Argument<?> answer) {
        return answer.getType() == HttpResponse.class && first(answer).getType() == Void.class;
    }

    private Map<String, Object> content(Argument<?> answer) {
        Argument<?> body = answer.getType() == HttpResponse.class ? first(answer) : answer;
        Map<String, Object> text = ordered("schema", ordered("type", "string"));
        String[] streams = route.getTargetMethod().stringValues(Produces.class);
        return body.getType() == StreamedFile.class
                ? ordered("application/x-ndjson", text)
                : streams.length > 0 && streams[0].equals(MediaType.TEXT_EVENT_STREAM)
                        ? ordered(MediaType.TEXT_EVENT_STREAM, text)
                        : json(body);
    }

    private static Argument<?> first(Argument<?> answer) {
        return answer.getFirstTypeVariable().orElseThrow();
    }

    private Map<String, Object> json(Argument<?> body) {
        JavaType type = schemas.type(body);
        return ordered("application/json", ordered("schema", schemas.written(type)));
    }

    private static Map<String, Object> headers(List<String> names) {
        Map<String, Object> headers = new LinkedHashMap<>();
        names.forEach(name -> headers.put(name, ordered("schema", ordered("type", "string"))));
        return headers;
    }
}
