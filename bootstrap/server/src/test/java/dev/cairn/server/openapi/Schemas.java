package dev.cairn.server.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.Entity;
import dev.cairn.domain.collected.UseCase;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.KeyChoice;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.Username;
import dev.cairn.http.door.Required;
import dev.cairn.json.Partial;
import dev.cairn.json.Shape;
import dev.cairn.mcp.tool.Says;
import dev.cairn.mcp.tool.ToolArguments;
import dev.cairn.server.architecture.ErrorGuide;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON schemas of what is written and read. What is written is what the mapper's own properties say, so mix-ins and flattened
 * parts are true; what is read are the components that a body is read by.
 */
final class Schemas {
    /** Trees, whose parts may be absent. */
    private static final String COLLECTED = "dev.cairn.domain.collected.";

    /** The JSON that is an object, whatever is in it. */
    private static final Set<String> OBJECTS = Set.of("metadata", "configuration");

    /** A name may stand for the whole. */
    private static final Set<Class<?>> NAMED =
            Set.of(Actor.class, UseCase.class, Entity.class, Entity.Attribute.class, Entity.Relationship.class);

    private static final Set<Class<?>> TEXTS = Set.of(
            String.class,
            ProjectKey.class,
            RevisionText.class,
            TicketKey.class,
            SettingKey.class,
            Token.class,
            TicketRef.class,
            ProjectRef.class,
            Username.class,
            Password.class,
            BaseUrl.class,
            ProviderKey.class,
            KeyChoice.class);
    private static final Set<Class<?>> WHOLE = Set.of(int.class, long.class, Integer.class, Long.class);
    private static final Set<Class<?>> FRACTIONS = Set.of(double.class, Double.class);
    private static final Set<Class<?>> FLAGS = Set.of(boolean.class, Boolean.class);

    private final JsonMapper mapper;
    private final boolean forTools;
    private final int depthMax;
    private final Map<String, Class<?>> owners = new TreeMap<>();
    private final Map<String, Map<String, Object>> components = new TreeMap<>();
    private int depth;

    Schemas(JsonMapper mapper) {
        this(mapper, false, 0);
    }

    private Schemas(JsonMapper mapper, boolean forTools, int depthMax) {
        this.mapper = mapper;
        this.forTools = forTools;
        this.depthMax = depthMax;
    }

    /**
     * For tools (M12): each schema stands alone, what may be left away is never null, and what a component says of itself is
     * its description.
     *
     * @param depthMax levels of objects whose parts are shown
     */
    static Schemas forTools(JsonMapper mapper, int depthMax) {
        return new Schemas(mapper, true, depthMax);
    }

    Map<String, Map<String, Object>> components() {
        return components;
    }

    JavaType type(Argument<?> argument) {
        TypeFactory types = mapper.getTypeFactory();
        JavaType[] parameters =
                Arrays.stream(argument.getTypeParameters()).map(this::type).toArray(JavaType[]::new);
        return argument.getType().getTypeParameters().length == parameters.length && parameters.length > 0
                ? types.constructParametricType(argument.getType(), parameters)
                : types.constructType(argument.getType());
    }

    /** What an answer of this type looks like. */
    Map<String, Object> written(JavaType type) {
        Map<String, Object> plain = plain(type);
        if (plain != null) {
            return plain;
        }
        if (type.isMapLikeType()) {
            return ordered("type", "object", "additionalProperties", written(type.getContentType()));
        }
        if (type.isCollectionLikeType()) {
            return ordered("type", "array", "items", written(type.getContentType()));
        }
        if (type.getRawClass().isSealed()) {
            return ordered(
                    "anyOf",
                    variants(type.getRawClass()).stream()
                            .map(variant -> written(mapper.constructType(variant)))
                            .toList());
        }
        return component(name(type), type.getRawClass(), () -> object(type));
    }

    /** What a body of this type may look like. */
    Map<String, Object> read(Class<?> type) {
        return component(
                name(mapper.constructType(type)) + (type.getName().contains(".domain.") ? "Input" : ""),
                type,
                () -> fields(type));
    }

    /** What an object that edits this record may look like. */
    Map<String, Object> partial(Class<?> type) {
        String name = type.getSimpleName().replaceFirst("(Content|Draft|Place)$", "") + "Fields";
        return component(name, type, () -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            partial(type, properties);
            return ordered("type", "object", "properties", properties, "additionalProperties", false);
        });
    }

    private void partial(Class<?> type, Map<String, Object> properties) {
        for (Shape.Field field :
                Shape.of(mapper, type.asSubclass(Record.class)).fields().values()) {
            Map<String, Object> schema = named(field.name(), field.type());
            properties.put(field.name(), field.nulls() ? nullable(schema) : schema);
        }
    }

    static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** Whether an object that fits has a field at least. */
    boolean needs(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String ref) {
            return needs(Objects.requireNonNull(components.get(ref.substring(ref.lastIndexOf('/') + 1)), ref));
        }
        return schema.containsKey("required");
    }

    private Map<String, Object> nullable(Map<String, Object> schema) {
        if (schema.isEmpty() || forTools) {
            return schema;
        }
        if (schema.get("type") instanceof String only && !schema.containsKey("enum")) {
            Map<String, Object> either = new LinkedHashMap<>(schema);
            either.put("type", List.of(only, "null"));
            return either;
        }
        return ordered("anyOf", List.of(schema, ordered("type", "null")));
    }

    private static List<Class<?>> variants(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(each -> each.isSealed() ? variants(each).stream() : java.util.stream.Stream.of(each))
                .toList();
    }

    private @Nullable Map<String, Object> plain(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (TEXTS.contains(raw)) {
            return ordered("type", "string");
        }
        if (WHOLE.contains(raw)) {
            return ordered("type", "integer");
        }
        if (FRACTIONS.contains(raw)) {
            return ordered("type", "number");
        }
        if (FLAGS.contains(raw)) {
            return ordered("type", "boolean");
        }
        if (raw == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (raw == Id.class) {
            return forTools
                    ? ordered("type", "string")
                    : ordered("type", "string", "description", "An id: 13 characters of 0-9 and A-Z");
        }
        if (raw == Json.class || raw == Object.class) {
            return ordered();
        }
        if (raw == ImportProblem.class) {
            return component("ImportProblem", raw, Schemas::importProblem);
        }
        return raw.isEnum() ? component(name(type), raw, () -> constants(raw)) : null;
    }

    private static Map<String, Object> constants(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            names.add(Wire.of((Enum<?>) constant));
        }
        return ordered("type", "string", "enum", names);
    }

    /** Its place is a line or a path. */
    private static Map<String, Object> importProblem() {
        return ordered(
                "type",
                "object",
                "required",
                List.of("code", "message"),
                "properties",
                ordered(
                        "line", ordered("type", "integer"),
                        "path", ordered("type", "string"),
                        "code", ordered("type", "string", "enum", ErrorGuide.importCodes()),
                        "message", ordered("type", "string")));
    }

    private Map<String, Object> component(
            String name, Class<?> owner, java.util.function.Supplier<Map<String, Object>> schema) {
        if (forTools) {
            return inside(owner, schema);
        }
        Class<?> known = owners.putIfAbsent(name, owner);
        if (known == null) {
            components.put(name, Map.of());
            components.put(name, schema.get());
        } else if (known != owner) {
            throw new IllegalStateException("Both %s and %s would be %s".formatted(known, owner, name));
        }
        return ordered("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> inside(Class<?> owner, java.util.function.Supplier<Map<String, Object>> schema) {
        if (depth == depthMax && !owner.isEnum()) {
            return ordered("type", "object");
        }
        depth++;
        Map<String, Object> whole = schema.get();
        depth--;
        return whole;
    }

    /** With what the component says of itself. */
    private static Map<String, Object> described(RecordComponent component, Map<String, Object> schema) {
        Says says = component.getAnnotation(Says.class);
        Map<String, Object> described = new LinkedHashMap<>(schema);
        if (says != null && says.max() > 0) {
            described.put("minimum", says.min());
            described.put("maximum", says.max());
        }
        if (says != null && !says.value().isEmpty()) {
            described.put("description", says.value());
        }
        return described;
    }

    private static @Nullable RecordComponent component(Class<?> record, String accessor) {
        return record.isRecord()
                ? Arrays.stream(record.getRecordComponents())
                        .filter(component -> component.getName().equals(accessor))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static String name(JavaType type) {
        Class<?> raw = type.getRawClass();
        StringBuilder name = new StringBuilder(raw.getSimpleName());
        for (Class<?> outer = raw.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            name.insert(0, outer.getSimpleName().replaceFirst("(List)?Controller$", ""));
        }
        for (JavaType parameter : type.getBindings().getTypeParameters()) {
            name.append("Of").append(name(parameter));
        }
        return name.toString();
    }

    private Map<String, Object> object(JavaType type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        properties(type, properties, required);
        return forTools && required.isEmpty()
                ? ordered("type", "object", "properties", properties)
                : ordered("type", "object", "required", required, "properties", properties);
    }

    private void properties(JavaType type, Map<String, Object> properties, List<String> required) {
        SerializationConfig config = mapper.getSerializationConfig();
        AnnotationIntrospector introspector = config.getAnnotationIntrospector();
        BeanDescription bean = config.introspect(type);
        var whole = bean.findPropertyInclusion(JsonInclude.Value.empty()).getValueInclusion();
        for (BeanPropertyDefinition property : bean.findProperties()) {
            AnnotatedMember member = property.getAccessor();
            if (member == null) {
                continue;
            }
            if (introspector.findUnwrappingNameTransformer(member) != null) {
                JavaType part = member.getType();
                if (part.getRawClass().isSealed()) {
                    variants(part.getRawClass())
                            .forEach(each -> properties(mapper.constructType(each), properties, new ArrayList<>()));
                } else {
                    properties(part, properties, required);
                }
                continue;
            }
            boolean rewritten = introspector.findSerializer(member) != null;
            boolean empty = rewritten || isNullable(type.getRawClass(), member.getName());
            Map<String, Object> schema = written(member.getType());
            RecordComponent said = forTools ? component(type.getRawClass(), member.getName()) : null;
            properties.put(
                    property.getName(), said == null ? empty ? nullable(schema) : schema : described(said, schema));
            var own = introspector.findPropertyInclusion(member).getValueInclusion();
            var inclusion = own == JsonInclude.Include.USE_DEFAULTS ? whole : own;
            if (inclusion != JsonInclude.Include.NON_NULL || !empty) {
                required.add(property.getName());
            }
        }
    }

    private static boolean isNullable(Class<?> record, String accessor) {
        if (record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                if (component.getName().equals(accessor)) {
                    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                }
            }
        }
        try {
            return record.getMethod(accessor).getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private Map<String, Object> fields(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        fields(type, properties, required);
        Map<String, Object> schema = ordered("type", "object");
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private void fields(Class<?> type, Map<String, Object> properties, List<String> required) {
        BeanIntrospection<?> introspection =
                BeanIntrospector.SHARED.findIntrospection(type).orElse(null);
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            Argument<?> argument = introspection == null
                    ? null
                    : Arrays.stream(introspection.getConstructorArguments())
                            .filter(each -> each.getName().equals(name))
                            .findFirst()
                            .orElseThrow();
            if (argument != null && argument.isAnnotationPresent(JsonUnwrapped.class)) {
                unwrapped(component, properties, required);
                continue;
            }
            AnnotatedType value = component.getAnnotatedType();
            Map<String, Object> schema = named(name, value);
            if (argument != null && argument.isAnnotationPresent(Required.class)) {
                schema.put(
                        "maxItems",
                        argument.getAnnotationMetadata()
                                .intValue(Required.class, "max")
                                .orElse(Limits.BULK_MAX));
            }
            boolean empty = value.isAnnotationPresent(Nullable.class);
            if (forTools) {
                properties.put(ToolArguments.name(component), described(component, schema));
                if (!ToolArguments.isOptional(component)) {
                    required.add(ToolArguments.name(component));
                }
                continue;
            }
            properties.put(name, empty ? nullable(schema) : schema);
            boolean optional = empty
                    || type.getName().startsWith(COLLECTED)
                    || component.getType() == boolean.class
                    || (Collection.class.isAssignableFrom(component.getType())
                            && (argument == null || !argument.isAnnotationPresent(Required.class))
                            && !isListOfBodies(argument));
            if (!optional) {
                required.add(name);
            }
        }
    }

    private void unwrapped(RecordComponent component, Map<String, Object> properties, List<String> required) {
        if (component.getType() == Partial.class) {
            partial(edited(component.getAnnotatedType()), properties);
        } else {
            fields(component.getType(), properties, required);
        }
    }

    private static Class<?> edited(AnnotatedType given) {
        return (Class<?>) ((AnnotatedParameterizedType) given).getAnnotatedActualTypeArguments()[0].getType();
    }

    private static boolean isListOfBodies(@Nullable Argument<?> argument) {
        return argument != null
                && BeanIntrospector.SHARED
                        .findIntrospection(
                                argument.getFirstTypeVariable().orElseThrow().getType())
                        .isPresent();
    }

    /** Metadata is the one JSON value that has to be an object. */
    private Map<String, Object> named(String name, AnnotatedType type) {
        return OBJECTS.contains(name) ? ordered("type", "object", "additionalProperties", true) : field(type);
    }

    private Map<String, Object> field(AnnotatedType annotated) {
        JavaType type = mapper.constructType(annotated.getType());
        if (type.isCollectionLikeType()) {
            return ordered(
                    "type",
                    "array",
                    "items",
                    field(((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0]));
        }
        if (NAMED.contains(type.getRawClass())) {
            return ordered("anyOf", List.of(ordered("type", "string"), read(type.getRawClass())));
        }
        if (type.hasRawClass(Partial.class)) {
            return partial(edited(annotated));
        }
        if (type.hasRawClass(Json.class)) {
            return forTools ? ordered() : ordered("description", "Any JSON");
        }
        if (type.hasRawClass(TaskStatus.class) && !forTools) {
            return ordered("anyOf", List.of(written(type), ordered("const", "done")));
        }
        Map<String, Object> plain = plain(type);
        return plain == null ? read(type.getRawClass()) : plain;
    }

    /** The fields of one kind of several, with the {@code type} that tells them apart. */
    Map<String, Object> kind(String kind, Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>(List.of("type"));
        properties.put("type", ordered("type", "string", "enum", List.of(kind)));
        if (type == UserContent.class) {
            partial(type, properties);
            required.add("name");
        } else {
            fields(type, properties, required);
        }
        return ordered("type", "object", "required", required, "properties", properties, "additionalProperties", false);
    }

    /** Of a constant in a path. */
    Map<String, Object> linkKind() {
        return written(mapper.constructType(LinkKind.class));
    }
}
