package dev.cairn.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.Violation;
import dev.cairn.domain.kernel.Text;
import dev.cairn.json.StrictJson;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of a call into their record. */
public record ToolArguments(StrictJson json) {
    /** The name of a component outside of this process. */
    public static String name(RecordComponent component) {
        return ArgumentNames.inSnakeCase(component.getName());
    }

    /** Returns whether the argument may be left out. */
    public static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Suggests the arguments that unknown ones were meant for; null when none is similar. */
    static @Nullable String hint(Class<? extends Record> type, ObjectNode given) {
        List<String> names = Arrays.stream(type.getRecordComponents())
                .map(ToolArguments::name)
                .toList();
        List<String> meant = new ArrayList<>();
        given.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                NearName.of(name, names)
                        .filter(near -> !given.has(near))
                        .ifPresent(near -> meant.add("%s instead of %s".formatted(near, Text.excerpt(name))));
            }
        });
        return meant.isEmpty() ? null : "Call it again with " + String.join(", ", meant) + ".";
    }

    /**
     * Models often write null for what they leave away, so it means that here.
     *
     * @throws Invalid naming all that is missing, or what is wrong
     */
    <A extends Record> A read(Class<A> type, ObjectNode arguments) {
        ObjectNode given = arguments.deepCopy();
        List<Violation> missing = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = name(component);
            if (!given.hasNonNull(name)) {
                given.remove(name);
                if (!isOptional(component)) {
                    missing.add(new Violation(name, ErrorCode.REQUIRED, name + " is required"));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new Invalid(missing);
        }
        return json.convert(given, type, "");
    }
}
