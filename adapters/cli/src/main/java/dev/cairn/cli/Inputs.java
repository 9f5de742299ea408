package dev.cairn.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.client.Bodies.EnqueueItem;
import dev.cairn.client.Bodies.ProgressInput;
import dev.cairn.client.Bodies.TaskFields;
import dev.cairn.client.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The options of a command: one for each field of a body or a query, named after it. */
final class Inputs {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** The field that a text means, for types whose value may be given as plain text instead of JSON. */
    private static final Map<Class<?>, String> SHORT =
            Map.of(TaskFields.class, "content", ProgressInput.class, "percent", EnqueueItem.class, "ticketId");

    private static final String STDIN = "-";

    private Inputs() {}

    /** Returns the fields and their types, in the order of their names. */
    static Map<String, Type> of(@Nullable Class<? extends Fields<?>> fields) {
        Map<String, Type> types = new TreeMap<>();
        if (fields != null) {
            for (Method setter : fields.getDeclaredMethods()) {
                if (setter.getParameterCount() == 1 && !setter.isSynthetic()) {
                    types.put(
                            setter.getName().equals("waiting") ? "wait" : setter.getName(),
                            setter.getGenericParameterTypes()[0]);
                }
            }
        }
        return types;
    }

    /** Returns the option for a field; one for a list is in the singular and may be repeated: {@code --suggested-file-id}. */
    static String option(String field, Type type) {
        String words = field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return "--" + (isList(type) && words.matches(".*[^us]s") ? words.substring(0, words.length() - 1) : words);
    }

    static boolean isList(Type type) {
        return type instanceof ParameterizedType list && list.getRawType() == List.class;
    }

    static boolean isFlag(Type type) {
        return type == boolean.class || type == Boolean.class;
    }

    /** Returns the allowed values of an enum in lower case; empty for other types. */
    static List<String> choice(Type type) {
        return element(type) instanceof Class<?> choice && choice.isEnum()
                ? Arrays.stream(choice.getEnumConstants())
                        .map(each -> each.toString().toLowerCase(Locale.ROOT))
                        .filter(each -> !each.equals("unknown"))
                        .toList()
                : List.of();
    }

    static String label(Type type) {
        Type element = element(type);
        if (element == String.class || choice(type).size() > 0) {
            return "TEXT";
        }
        return element == long.class || element == Long.class
                ? "N"
                : element instanceof Class<?> time && time.getSimpleName().equals("Instant") ? "TIME" : "JSON";
    }

    /** @throws CommandFailed {@code usage} when a text is no such value */
    static Object value(String option, Type type, List<String> texts) {
        if (option.equals(SecretInput.OPTION)) {
            return SecretInput.read(texts.getLast());
        }
        if (isList(type)) {
            return texts.stream()
                    .map(Inputs::read)
                    .flatMap(text -> choice(type).isEmpty()
                            ? java.util.stream.Stream.of(text)
                            : Arrays.stream(text.split(",", -1)))
                    .map(text -> single(option, element(type), text))
                    .toList();
        }
        return single(option, type, read(texts.getLast()));
    }

    /** Parses a whole body. */
    static Map<String, @Nullable Object> object(String option, String text) {
        JsonNode json = json(read(text));
        if (json == null || !json.isObject()) {
            throw CommandFailed.usage("%s takes a JSON object like {\"title\":\"Say hello\"}".formatted(option));
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        json.properties().forEach(each -> fields.put(each.getKey(), each.getValue()));
        return fields;
    }

    private static Object single(String option, Type type, String text) {
        if (type == long.class || type == Long.class) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw CommandFailed.usage("%s takes a whole number, not \"%s\"".formatted(option, text));
            }
        }
        if (isFlag(type)) {
            return flag(option, text);
        }
        if (!choice(type).isEmpty()) {
            return text.replace('-', '_');
        }
        if (label(type).equals("JSON")) {
            return tree(option, type, text);
        }
        return text;
    }

    /** A word that follows by chance is not taken for an answer: it may be the argument that the option was put before. */
    private static Boolean flag(String option, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw CommandFailed.usage("%s takes true or false, not \"%s\"".formatted(option, text));
        };
    }

    private static Object tree(String option, Type type, String text) {
        JsonNode json = json(text);
        if (type == Object.class) {
            return json == null ? text : json;
        }
        if (json != null && json.isObject()) {
            return json;
        }
        String field = type instanceof Class<?> fields ? SHORT.get(fields) : null;
        if (field == null) {
            throw CommandFailed.usage("%s takes a JSON object, not %s".formatted(option, text));
        }
        return Map.of(field, field.equals("percent") ? single(option, long.class, text) : text);
    }

    private static Type element(Type type) {
        return isList(type) ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    }

    private static @Nullable JsonNode json(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isMissingNode() ? null : json;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Returns the text, or for {@code -} the content of the standard input. */
    private static String read(String text) {
        if (!text.equals(STDIN)) {
            return text;
        }
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
