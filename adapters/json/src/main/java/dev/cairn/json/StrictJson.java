package dev.cairn.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.Violation;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.queue.WorkFilter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and writes bodies; whatever is wrong with one is an {@link Invalid} that points at the place. */
public final class StrictJson {
    /** The parser says with these words that a field came twice. */
    private static final String DUPLICATE = "Duplicate field";

    private static final int NAMED_MAX = 10;
    /** Says where that goes which people look for among the fields. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "status", ". A status changes by POST to the same path with /status: {\"status\": …}",
            "archived", ". POST to the same path with /archive or /unarchive",
            "archivedAt", ". POST to the same path with /archive or /unarchive",
            "comments", ". POST to the ticket's path with /comments: {\"content\": …}",
            "active", ". A queue is held by POST to its path with /pause, and goes on with /resume",
            "name", ". A ticket and a prompt have a title; an agent is renamed by PATCH of /users/USER: {\"name\": …}",
            "links", ". PUT to the ticket's path with /links/blocks/OTHER",
            "role", ". PUT the project's path with /members/USER: {\"role\": …}");

    private final JsonMapper mapper;
    private final Map<String, String> elsewhere;
    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    /** @param depthMax levels of objects and lists that are read */
    public StrictJson(int depthMax) {
        this(WireMapper.create(depthMax), ELSEWHERE);
    }

    private StrictJson(JsonMapper mapper, Map<String, String> elsewhere) {
        this.mapper = mapper;
        this.elsewhere = elsewhere;
    }

    /** Creates a reader with names {@code like_this} instead of {@code likeThis}, and without advice about routes. */
    public static StrictJson inSnakeCase(int depthMax) {
        JsonMapper mapper = WireMapper.create(depthMax);
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new StrictJson(mapper, Map.of());
    }

    /** Returns the mapper itself, from which the JSON is described. */
    public JsonMapper mapper() {
        return mapper;
    }

    /** Reads the body as an object whose fields are taken one by one. */
    public FieldReader object(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            throw Invalid.of(ErrorCode.REQUIRED, "", "A JSON body is required");
        }
        return object(read(text(body)), "", false);
    }

    /** Reads as {@link #object(byte[])}; no body is an empty object. */
    public FieldReader optionalObject(byte @Nullable [] body) {
        return body == null || body.length == 0
                ? new FieldReader(this, mapper.createObjectNode(), "", false)
                : object(body);
    }

    /** Reads one object of a file; a field that is null counts as absent. */
    public FieldReader entry(ObjectNode entry) {
        return object(entry, "", true);
    }

    FieldReader object(JsonNode node, String place, boolean entry) {
        if (!(node instanceof ObjectNode object)) {
            throw Invalid.of(ErrorCode.INVALID, place, "A JSON object is expected here, not %s".formatted(kind(node)));
        }
        return new FieldReader(this, object, place, entry);
    }

    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    /** @param place of the node in what is read, or nothing */
    public <T> T convert(JsonNode node, Class<T> type, String place) {
        return convert(node, type, place, Set.of());
    }

    /** @param also fields that are known besides those of the type */
    <T> T convert(JsonNode node, Class<T> type, String place, Set<String> also) {
        @SuppressWarnings("unchecked") // the mapper reads what it is asked for
        T value = (T) convert(node, mapper.constructType(type), place, also);
        return value;
    }

    private Object convert(JsonNode node, JavaType type, String place, Set<String> also) {
        try {
            if (node.isNull()) {
                throw nullAt(place);
            }
            return Objects.requireNonNull(mapper.readerFor(type).readValue(node));
        } catch (UnrecognizedPropertyException e) {
            throw unknown(join(place, pointer(e)), e.getPropertyName(), allowed(e, also));
        } catch (IOException e) {
            throw naming(invalid(e, place, node), node);
        }
    }

    Invalid unknown(String place, String field, String allowed) {
        return Invalid.of(
                ErrorCode.INVALID,
                place,
                "Unknown field '%s'; allowed: %s%s"
                        .formatted(Text.excerpt(field), allowed, elsewhere.getOrDefault(field, "")));
    }

    /**
     * An object as an edit of a record.
     *
     * @param also fields that are known besides those of the record
     */
    <C extends Record> Partial<C> partial(JsonNode node, Class<C> type, Shape shape, String place, Set<String> also) {
        if (node.isNull()) {
            throw nullAt(place);
        }
        if (!node.isObject()) {
            throw Invalid.of(ErrorCode.INVALID, place, "A JSON value of another type is expected here");
        }
        Map<String, Shape.Field> fields = shape.fields();
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        node.properties().forEach(each -> {
            Shape.Field field = fields.get(each.getKey());
            if (field == null) {
                throw unknown(
                        join(place, escaped(each.getKey())),
                        each.getKey(),
                        Stream.concat(fields.keySet().stream(), also.stream())
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(", ")));
            }
            given.put(field.name(), value(field, each.getValue(), join(place, field.name())));
        });
        return new Partial<>(type, shape, given, place);
    }

    Shape shape(Class<? extends Record> type) {
        return shapes.computeIfAbsent(type, _ -> Shape.of(mapper, type));
    }

    private @Nullable Object value(Shape.Field field, JsonNode node, String place) {
        if (node.isNull()) {
            if (!field.nulls()) {
                throw Invalid.of(ErrorCode.NULL_NOT_ALLOWED, place, field.name() + " cannot be null");
            }
            return field.empty();
        }
        Class<?> type = field.component().getType();
        // JSON that clients edit is an object; the only one is a ticket's metadata.
        if (type == Json.class && !node.isObject()) {
            throw Invalid.of(ErrorCode.INVALID, place, "Expected here: an object");
        }
        if (type == WorkFilter.class) {
            return partial(node, WorkFilter.class, shape(WorkFilter.class), place, Set.of())
                    .of(WorkFilter.ANY);
        }
        JavaType read = mapper.constructType(field.component().getGenericType());
        return read.isCollectionLikeType()
                ? list(node, read.getContentType(), place)
                : convert(node, read, place, Set.of());
    }

    private List<Object> list(JsonNode node, JavaType type, String place) {
        if (!node.isArray()) {
            throw Invalid.of(ErrorCode.INVALID, place, "A JSON value of another type is expected here");
        }
        List<Object> values = new ArrayList<>();
        node.forEach(each -> values.add(convert(each, type, place + "/" + values.size(), Set.of())));
        return values;
    }

    /** Adds the names of the given fields to the error of a missing one, which is often there under another name. */
    private static Invalid naming(Invalid invalid, JsonNode node) {
        return invalid.code() == ErrorCode.REQUIRED && node instanceof ObjectNode
                ? new Invalid(invalid.violations().stream()
                        .map(v -> new Violation(v.field(), v.code(), v.message() + instead(node)))
                        .toList())
                : invalid;
    }

    /** Lists an object's fields as the end of a sentence; nothing when it has none, or many. */
    static String instead(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> names.add(Text.excerpt(name)));
        return names.isEmpty() || names.size() > NAMED_MAX ? "" : "; the body has " + String.join(", ", names);
    }

    private JsonNode read(String text) {
        try {
            return mapper.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
        } catch (JsonProcessingException e) {
            throw invalid(e, "", MissingNode.getInstance());
        } catch (NumberFormatException _) {
            throw Invalid.of(ErrorCode.RANGE, "", "The JSON has a number whose exponent is too large");
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Invalid.of(ErrorCode.INVALID, "", "The body is not UTF-8");
        }
    }

    /** @param node what was read, as far as there is one */
    private static Invalid invalid(IOException e, String place, JsonNode node) {
        String at = e instanceof JsonMappingException mapping ? join(place, pointer(mapping)) : place;
        if (e.getCause() instanceof Invalid invalid && e instanceof JsonMappingException) {
            return at.isEmpty() ? invalid : below(invalid, at, e instanceof ValueInstantiationException);
        }
        if (e instanceof Misread misread) {
            return Invalid.of(misread.code(), at, misread.getOriginalMessage());
        }
        if (e instanceof InvalidNullException) {
            return nullAt(at);
        }
        if (e instanceof MismatchedInputException mismatch) {
            String field = mismatch.getPath().isEmpty()
                    ? null
                    : mismatch.getPath().getLast().getFieldName();
            JsonNode parent = at(node, mismatch.getPath());
            if (field != null && parent.isObject() && !parent.has(field)) {
                return Invalid.of(ErrorCode.REQUIRED, at, field + " is required");
            }
            return Invalid.of(ErrorCode.INVALID, at, "A JSON value of another type is expected here");
        }
        if (e instanceof StreamConstraintsException) {
            return Invalid.of(
                    ErrorCode.INVALID, at, "The JSON is nested too deeply, or has a number or a name that is too long");
        }
        if (e instanceof JsonParseException parse && parse.getOriginalMessage().startsWith(DUPLICATE)) {
            return Invalid.of(ErrorCode.INVALID, at, Text.excerpt(parse.getOriginalMessage()));
        }
        String where = e instanceof JsonProcessingException json && json.getLocation() != null
                ? " at line %d, column %d"
                        .formatted(
                                json.getLocation().getLineNr(),
                                json.getLocation().getColumnNr())
                : "";
        return Invalid.of(ErrorCode.INVALID, at, "The body is not valid JSON%s".formatted(where));
    }

    /** Puts violations at their place: a scalar's has no field of its own, a record's is below the place where the record was read. */
    private static Invalid below(Invalid invalid, String at, boolean record) {
        return new Invalid(invalid.violations().stream()
                .map(v ->
                        new Violation(record && !v.field().isEmpty() ? join(at, v.field()) : at, v.code(), v.message()))
                .toList());
    }

    private static String allowed(UnrecognizedPropertyException unknown, Set<String> also) {
        Stream<String> known = Optional.ofNullable(unknown.getKnownPropertyIds()).stream()
                .flatMap(Collection::stream)
                .map(String::valueOf);
        Stream<String> taken = unknown.getPath().size() == 1 ? also.stream() : Stream.empty();
        return Stream.concat(known, taken).sorted().collect(Collectors.joining(", "));
    }

    static String join(String... places) {
        return Stream.of(places).filter(place -> !place.isEmpty()).collect(Collectors.joining("/"));
    }

    /** One step of a pointer (RFC 6901). */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Invalid nullAt(String place) {
        String last = place.substring(place.lastIndexOf('/') + 1);
        boolean listed = last.chars().allMatch(c -> c >= '0' && c <= '9');
        return Invalid.of(
                ErrorCode.NULL_NOT_ALLOWED, place, listed ? "A list holds no null" : last + " cannot be null");
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case BINARY, STRING -> "a string";
            case BOOLEAN -> "a boolean";
            case MISSING -> "nothing";
            case NULL -> "null";
            case NUMBER -> "a number";
            case OBJECT, POJO -> "an object";
        };
    }

    /** Returns the node that contains the last step of a path. */
    private static JsonNode at(JsonNode node, List<JsonMappingException.Reference> path) {
        JsonNode at = node;
        for (JsonMappingException.Reference step : path.subList(0, Math.max(0, path.size() - 1))) {
            at = step.getFieldName() == null ? at.path(step.getIndex()) : at.path(step.getFieldName());
        }
        return at;
    }

    private static String pointer(JsonMappingException e) {
        List<JsonMappingException.Reference> path = e.getPath();
        return path.stream()
                .map(step ->
                        step.getFieldName() == null ? String.valueOf(step.getIndex()) : escaped(step.getFieldName()))
                .collect(Collectors.joining("/"));
    }
}
