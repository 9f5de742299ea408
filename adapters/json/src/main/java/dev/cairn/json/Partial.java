package dev.cairn.json;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Edit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as an edit of a record: what is absent stays, a value replaces, and null clears where the record takes null
 * (R10, RFC 7396). What the record itself refuses is found at the place of the object.
 *
 * @param <C> what is edited
 */
public final class Partial<C extends Record> implements Edit<C> {
    private final Class<C> type;
    private final Shape shape;
    private final Map<String, @Nullable Object> given;
    private final String place;

    Partial(Class<C> type, Shape shape, Map<String, @Nullable Object> given, String place) {
        this.type = type;
        this.shape = shape;
        this.given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        this.place = place;
    }

    /** Whether the object has the field, null or not. */
    public boolean gives(String field) {
        return given.containsKey(field);
    }

    @Override
    public C of(C current) {
        return placed(() -> current);
    }

    /**
     * Something new: the defaults, edited.
     *
     * @param required the text without which there can be none
     * @throws Invalid {@code required} when it is absent
     */
    public C create(String required, Function<String, C> defaults) {
        if (!(given.get(required) instanceof String text)) {
            throw Invalid.of(ErrorCode.REQUIRED, StrictJson.join(place, required), required + " is required");
        }
        return placed(() -> defaults.apply(text));
    }

    private C placed(Supplier<C> before) {
        try {
            return type.cast(shape.with(before.get(), given));
        } catch (Invalid invalid) {
            throw place.isEmpty() ? invalid : invalid.below(place);
        }
    }
}
