package dev.cairn.http.door;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.json.Rfc3339;
import dev.cairn.json.WireTypes;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.type.Argument;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses a parameter's text as the type of its component, strictly. */
public final class Parameters {
    /** The greatest number in a query or a path. */
    public static final int WHOLE_MAX = 999_999_999;

    private static final int DIGITS_MAX = 9;

    private Parameters() {}

    /** @param raw null when the parameter is absent */
    static @Nullable Object read(Argument<?> component, @Nullable String raw) {
        String name = QueryBinder.name(component);
        Class<?> type = component.getType();
        if (type == String.class) {
            var longest = component.getAnnotationMetadata().intValue(Longest.class);
            return longest.isPresent() ? Text.optional(name, raw, longest.getAsInt()) : raw;
        }
        if (type == List.class) {
            return constants(
                    name, component.getFirstTypeVariable().orElseThrow().getType(), raw);
        }
        if (type == Includes.class) {
            return Includes.parse(raw, List.of(component.getAnnotationMetadata().stringValues(Parts.class)));
        }
        if (type == Archived.class) {
            return raw == null ? Archived.NO : archived(name, raw);
        }
        if (type == int.class || type == Integer.class) {
            return whole(component, name, raw);
        }
        if (raw == null) {
            return type == boolean.class ? false : null;
        }
        if (type == boolean.class || type == Boolean.class) {
            return flag(name, raw);
        }
        if (type.isEnum()) {
            return named(name, type, raw);
        }
        if (type == Instant.class) {
            return time(name, raw);
        }
        return reference(name, component, raw);
    }

    private static Object reference(String name, Argument<?> component, String raw) {
        Class<?> type = component.getType();
        try {
            if (type == Id.class) {
                return Id.parse(raw);
            }
            if (type == TicketRef.class) {
                return TicketRef.parse(raw);
            }
            if (type == ProjectRef.class) {
                return ProjectRef.parse(raw);
            }
        } catch (Invalid invalid) {
            throw invalid.at(name);
        }
        throw new IllegalStateException("No parameter is read as " + component);
    }

    public static boolean flag(String name, String raw) {
        return switch (raw) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Invalid.of(ErrorCode.UNKNOWN_VALUE, name, name + " must be true or false");
        };
    }

    private static @Nullable Integer whole(Argument<?> component, String name, @Nullable String raw) {
        AnnotationMetadata said = component.getAnnotationMetadata();
        if (raw == null) {
            int absent = said.intValue(Within.class, "absent").orElse(Within.NOTHING);
            return absent == Within.NOTHING ? null : Integer.valueOf(absent);
        }
        int value = whole(name, raw);
        return said.hasAnnotation(Within.class)
                ? Limits.range(
                        name,
                        value,
                        said.intValue(Within.class, "min").orElseThrow(),
                        said.intValue(Within.class, "max").orElseThrow())
                : value;
    }

    /** A number of few digits, without a sign. */
    public static int whole(String name, String text) {
        if (text.isEmpty() || text.length() > DIGITS_MAX || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Invalid.of(ErrorCode.FORMAT, name, name + " must be a whole number");
        }
        return Integer.parseInt(text);
    }

    /** A time of our years, as bodies write it. */
    private static @Nullable Instant time(String name, String raw) {
        try {
            return Times.checked(name, Rfc3339.parse(raw));
        } catch (Invalid invalid) {
            throw Invalid.of(ErrorCode.FORMAT, name, invalid.reason());
        }
    }

    /** Reads an enum constant by its wire name. */
    public static <E extends Enum<E>> E constant(String name, Class<E> type, String text) {
        return type.cast(named(name, type, text));
    }

    private static Enum<?> named(String name, Class<?> type, String text) {
        try {
            return WireTypes.named(type, text);
        } catch (Invalid invalid) {
            throw Invalid.of(invalid.code(), name, invalid.reason());
        }
    }

    /** Reads constants separated by commas, of which any matches; absent means any. */
    private static List<?> constants(String name, Class<?> type, @Nullable String raw) {
        return raw == null
                ? List.of()
                : Arrays.stream(raw.split(",", -1))
                        .map(text -> named(name, type, text))
                        .distinct()
                        .toList();
    }

    private static Archived archived(String name, String raw) {
        return switch (raw) {
            case "false" -> Archived.NO;
            case "true" -> Archived.YES;
            case "any" -> Archived.ANY;
            default -> throw Invalid.of(ErrorCode.UNKNOWN_VALUE, name, name + " must be true, false or any");
        };
    }
}
