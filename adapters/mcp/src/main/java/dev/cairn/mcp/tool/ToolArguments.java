package dev.cairn.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.Violation;
import dev.cairn.json.StrictJson;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of a call into their record. */
public final class ToolArguments {
    private final StrictJson json;

    ToolArguments(StrictJson json) {
        this.json = json;
    }

    /** The name of a component outside of this process. */
    public static String name(RecordComponent component) {
        return ArgumentNames.inSnakeCase(component.getName());
    }

    /** Whether it may be left away. */
    public static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
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
