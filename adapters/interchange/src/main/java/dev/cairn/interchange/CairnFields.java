package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.kernel.Wire;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object of Cairn's own format, read strictly: another type is refused, and {@link #end} refuses what
 * nobody took. An absent field is as good as null, or as its default.
 */
record CairnFields(String name, ObjectNode rest) {

    static CairnFields of(String name, @Nullable JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new CairnFields(name, object);
        }
        throw malformed("'%s' must be an object".formatted(name));
    }

    CairnFields object(String field) {
        return of(field, take(field));
    }

    String text(String field) {
        return required(field, optionalText(field));
    }

    String text(String field, String otherwise) {
        String text = optionalText(field);
        return text == null ? otherwise : text;
    }

    @Nullable
    String optionalText(String field) {
        JsonNode value = take(field);
        if (value != null && !value.isTextual()) {
            throw wrong(field, "a text");
        }
        return value == null ? null : value.textValue();
    }

    <E extends Enum<E>> E word(String field, Class<E> type, E otherwise) {
        String text = optionalText(field);
        return text == null ? otherwise : constant(field, type, text);
    }

    static <E extends Enum<E>> E constant(String field, Class<E> type, String text) {
        for (E value : type.getEnumConstants()) {
            if (Wire.of(value).equals(text)) {
                return value;
            }
        }
        throw malformed("'%s' is not a value of %s".formatted(Text.excerpt(text), field));
    }

    @Nullable
    Integer optionalInteger(String field) {
        Long value = optionalLong(field);
        if (value != null && value != value.intValue()) {
            throw wrong(field, "a smaller number");
        }
        return value == null ? null : Integer.valueOf(value.intValue());
    }

    int integer(String field, int otherwise) {
        Integer value = optionalInteger(field);
        return value == null ? otherwise : value;
    }

    @Nullable
    Long optionalLong(String field) {
        JsonNode value = take(field);
        if (value != null && (!value.isIntegralNumber() || !value.canConvertToLong())) {
            throw wrong(field, "a whole number");
        }
        return value == null ? null : Long.valueOf(value.longValue());
    }

    boolean bool(String field) {
        JsonNode value = required(field, take(field));
        if (!value.isBoolean()) {
            throw wrong(field, "true or false");
        }
        return value.booleanValue();
    }

    @Nullable
    Instant time(String field) {
        String text = optionalText(field);
        try {
            return text == null ? null : Times.checked(field, Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw wrong(field, "an RFC 3339 time");
        }
    }

    Json json(String field) {
        JsonNode value = take(field);
        if (value != null && !value.isObject()) {
            throw wrong(field, "an object");
        }
        return value == null ? Json.EMPTY_OBJECT : new Json(Fitting.compact(value));
    }

    List<String> texts(String field) {
        return list(field, node -> {
            if (!node.isTextual()) {
                throw wrong(field, "an array of texts");
            }
            return node.textValue();
        });
    }

    <T> List<T> objects(String field, Function<CairnFields, T> read) {
        return list(field, node -> {
            CairnFields fields = of(field, node);
            T value = read.apply(fields);
            fields.end();
            return value;
        });
    }

    void end() {
        if (!rest.isEmpty()) {
            String unknown = rest.fieldNames().next();
            throw malformed("'%s' is not a field of %s".formatted(Text.excerpt(unknown), name));
        }
    }

    private <T> List<T> list(String field, Function<JsonNode, T> read) {
        JsonNode value = take(field);
        if (value != null && !value.isArray()) {
            throw wrong(field, "an array");
        }
        List<T> values = new ArrayList<>();
        if (value != null) {
            value.forEach(node -> values.add(read.apply(node)));
        }
        return List.copyOf(values);
    }

    private @Nullable JsonNode take(String field) {
        JsonNode value = rest.remove(field);
        return value == null || value.isNull() ? null : value;
    }

    private <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw malformed("'%s' of %s is required".formatted(field, name));
        }
        return value;
    }

    private Invalid wrong(String field, String expected) {
        return malformed("'%s' of %s must be %s".formatted(field, name, expected));
    }

    private static Invalid malformed(String message) {
        return Invalid.of(ErrorCode.FORMAT, "body", message);
    }
}
