package dev.cairn.domain.kernel;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A parsed JSON value as plain maps, lists, texts, numbers and truth values, read as strictly as every door reads: an
 * unknown field and a value of another type are refused, with their place.
 *
 * @param place field names and indexes separated by {@code /}
 * @param absent whether the field is missing; a field that is there may still be null
 */
public record Tree(String place, boolean absent, @Nullable Object value) {

    public static Tree of(@Nullable Object value) {
        return at("", value);
    }

    public static Tree at(String place, @Nullable Object value) {
        return new Tree(place, false, value);
    }

    /** Checks that it is an object with no other fields than these. */
    public Tree object(String... allowed) {
        if (!(value instanceof Map<?, ?> fields)) {
            throw wrong("an object");
        }
        for (Object name : fields.keySet()) {
            if (!Arrays.asList(allowed).contains(name)) {
                throw Invalid.of(
                        ErrorCode.INVALID,
                        step(String.valueOf(name)),
                        "Unknown field '%s'; allowed: %s"
                                .formatted(Text.excerpt(String.valueOf(name)), String.join(", ", allowed)));
            }
        }
        return this;
    }

    public Tree field(String name) {
        return value instanceof Map<?, ?> fields && fields.containsKey(name)
                ? at(step(name), fields.get(name))
                : new Tree(step(name), true, null);
    }

    public boolean isText() {
        return value instanceof String;
    }

    public String text() {
        if (value == null) {
            throw Invalid.of(ErrorCode.REQUIRED, place, "It is required");
        }
        if (!(value instanceof String text)) {
            throw wrong("a string");
        }
        return text;
    }

    /** Answers the text; null when the value is null or absent. */
    public @Nullable String optionalText() {
        return value == null ? null : text();
    }

    public int integer() {
        if (!(value instanceof Integer || value instanceof Long)) {
            throw wrong("an integer");
        }
        return Math.toIntExact(((Number) value).longValue());
    }

    public boolean flag() {
        if (!(value instanceof Boolean flag)) {
            throw wrong("true or false");
        }
        return flag;
    }

    /** Reads a constant by its lower-case name. */
    public <E extends Enum<E>> E constant(Class<E> type) {
        String text = text();
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = Wire.of(constant);
            if (name.equals(text)) {
                return constant;
            }
            names.add(name);
        }
        throw Invalid.of(
                ErrorCode.UNKNOWN_VALUE,
                place,
                "'%s' is not one of: %s".formatted(Text.excerpt(text), String.join(", ", names)));
    }

    /** Reads each element of the list on its own; answers none when the list is absent. */
    public <T> List<T> list(Function<Tree, T> read) {
        if (absent) {
            return List.of();
        }
        if (!(value instanceof List<?> elements)) {
            throw wrong("an array");
        }
        List<T> found = new ArrayList<>();
        for (Object element : elements) {
            found.add(read.apply(at(step(String.valueOf(found.size())), element)));
        }
        return List.copyOf(found);
    }

    public List<String> texts() {
        return list(Tree::text);
    }

    /** Runs a constructor on the read values; reports its error at this place. */
    public <T> T make(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (Invalid invalid) {
            throw place.isEmpty() ? invalid : invalid.below(place);
        }
    }

    private String step(String next) {
        return place.isEmpty() ? next : place + "/" + next;
    }

    private Invalid wrong(String expected) {
        return Invalid.of(ErrorCode.INVALID, place, "Expected here: " + expected);
    }
}
