package dev.cairn.server.openapi;

import static dev.cairn.server.openapi.Schemas.ordered;

import dev.cairn.domain.error.WireCode;
import dev.cairn.http.door.Accepted;
import dev.cairn.http.door.Answer;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Paged;
import dev.cairn.http.door.Versioned;
import dev.cairn.http.door.WithCookie;
import dev.cairn.server.architecture.ErrorGuide;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.web.router.MethodBasedRouteInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What one route answers: its answers, and for each status of a refusal the codes that may come with it. */
final class Responses {
    private static final Map<String, ErrorGuide.Row> GUIDE = ErrorGuide.read();
    private static final int BAD_REQUEST = 400;
    private static final int PRECONDITION_FAILED = 412;
    private static final Map<String, Object> PROBLEM = ordered("$ref", "#/components/responses/Problem");

    private final Schemas schemas;
    private final MethodBasedRouteInfo<?, ?> route;
    private final String path;
    private final Argument<?> answer;
    private final boolean conditionalRead;
    private final DoorCodes door;

    Responses(Schemas schemas, MethodBasedRouteInfo<?, ?> route, String path, boolean conditionalRead, boolean open) {
        this.schemas = schemas;
        this.route = route;
        this.path = path;
        this.answer = route.getReturnType().asArgument();
        this.conditionalRead = conditionalRead;
        this.door = new DoorCodes(route, path, open);
    }

    static boolean isOfInput(WireCode code) {
        return statuses(code.wire()).equals(Set.of(BAD_REQUEST));
    }

    private static Set<Integer> statuses(String code) {
        return Objects.requireNonNull(GUIDE.get(code), code).statuses();
    }

    Map<String, Object> describe() {
        Refusals reached = Refusals.of(route.getTargetMethod().getTargetMethod());
        door.addTo(reached);
        Map<String, Object> responses = new LinkedHashMap<>();
        successes(responses, reached);
        refusals(reached.codes()).forEach((status, codes) -> {
            Map<String, Object> problem = new LinkedHashMap<>(PROBLEM);
            problem.put("description", String.join(", ", codes));
            responses.put(String.valueOf(status), problem);
        });
        responses.put("default", PROBLEM);
        return responses;
    }

    /** By status; what any request may be refused with stands in {@code default} and not here. */
    private Map<Integer, Set<String>> refusals(Set<WireCode> codes) {
        Map<Integer, Set<String>> byStatus = new TreeMap<>();
        codes.stream()
                .filter(code -> !DoorCodes.ANYWHERE.contains(code))
                .map(WireCode::wire)
                .forEach(code -> statuses(code).stream()
                        .filter(status -> status != PRECONDITION_FAILED || door.isConditionalChange())
                        .forEach(status -> byStatus.computeIfAbsent(status, _ -> new TreeSet<>())
                                .add(code)));
        return byStatus;
    }

    private void successes(Map<String, Object> responses, Refusals reached) {
        Class<?> type = answer.getType();
        boolean creates = reached.make(Created.class);
        if (type == void.class) {
            responses.put("204", response("It is done", List.of(), Map.of()));
        } else if (isNothing()) {
            responses.put("204", response("It is done", List.of("Set-Cookie"), Map.of()));
        } else if (type == Answer.class) {
            Map<String, Object> content = json(first());
            List<String> cookie = creates ? List.of() : List.of("Set-Cookie");
            responses.put(
                    "200", response(creates ? "There is nothing, or nothing to keep" : "As asked", cookie, content));
            if (creates) {
                responses.put("201", response("It was made", ofMade(reached), content));
            }
        } else if (type == Created.class) {
            responses.put("201", response("It was made", ofMade(reached), json(first())));
        } else if (type == Accepted.class) {
            responses.put("202", response("It was begun, and goes on", List.of("Location"), json(first())));
        } else if (type == WithCookie.class) {
            responses.put("201", response("It was made", List.of("Set-Cookie"), json(first())));
        } else if (type == Versioned.class) {
            responses.put("200", response("It, in the version of the ETag", List.of("ETag"), json(first())));
            if (conditionalRead) {
                responses.put("304", response("You have this version", List.of("ETag"), Map.of()));
            }
        } else {
            responses.put("200", response("As asked", headers(reached), content()));
        }
    }

    private static List<String> ofMade(Refusals reached) {
        boolean versioned = reached.reaches(Created.class, "at", 3);
        return versioned
                ? List.of("Location", "ETag")
                : reached.reaches(Created.class, "at", 2) ? List.of("Location") : List.of();
    }

    private List<String> headers(Refusals reached) {
        if (isFile()) {
            return List.of("Content-Disposition");
        }
        if (isStream()) {
            return List.of("X-Accel-Buffering");
        }
        boolean onePage = reached.reaches(ListBody.class, "whole", 1) && !reached.reaches(ListBody.class, "of", 1);
        return isPaged(answer.getType()) && !onePage ? List.of("Link") : List.of();
    }

    private static boolean isPaged(Class<?> type) {
        return Paged.class.isAssignableFrom(type)
                || (type.isSealed()
                        && Arrays.stream(type.getPermittedSubclasses()).anyMatch(Responses::isPaged));
    }

    private boolean isNothing() {
        return answer.getType() == HttpResponse.class && first().getType() == Void.class;
    }

    private boolean isFile() {
        return answer.getType() == HttpResponse.class && first().getType() == StreamedFile.class;
    }

    private boolean isStream() {
        String[] types = route.getTargetMethod().stringValues(Produces.class);
        return types.length > 0 && types[0].equals(MediaType.TEXT_EVENT_STREAM);
    }

    private boolean isText() {
        return answer.getType() == String.class;
    }

    private Map<String, Object> content() {
        Map<String, Object> text = ordered("schema", ordered("type", "string"));
        return isFile()
                ? files(text)
                : isText()
                        ? ordered(MediaType.TEXT_PLAIN, text)
                        : isStream()
                                ? ordered(MediaType.TEXT_EVENT_STREAM, text)
                                : json(answer.getType() == HttpResponse.class ? first() : answer);
    }

    private Map<String, Object> files(Map<String, Object> text) {
        return path.endsWith("/prompts/export")
                ? ordered(
                        "text/markdown",
                        text,
                        "application/zip",
                        ordered("schema", ordered("type", "string", "format", "binary")))
                : ordered("application/x-ndjson", text);
    }

    private Argument<?> first() {
        return answer.getFirstTypeVariable().orElseThrow();
    }

    private Map<String, Object> json(Argument<?> body) {
        return ordered("application/json", ordered("schema", schemas.written(schemas.type(body))));
    }

    private Map<String, Object> response(String description, List<String> headers, Map<String, Object> content) {
        Map<String, Object> sent = new LinkedHashMap<>();
        Stream<String> replayed = door.isRepeatable() ? Stream.of("Idempotency-Replayed") : Stream.of();
        Stream<String> position = door.isRead() ? Stream.of() : Stream.of("Log-Position");
        Stream.of(headers.stream(), replayed, position, Stream.of("X-Request-Id"))
                .flatMap(names -> names)
                .forEach(name -> sent.put(name, ordered("$ref", "#/components/headers/" + name)));
        Map<String, Object> response = ordered("description", description, "headers", sent);
        if (!content.isEmpty()) {
            response.put("content", content);
        }
        return response;
    }
}
