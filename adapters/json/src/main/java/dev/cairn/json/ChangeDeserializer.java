package dev.cairn.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.kernel.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One field of a merge patch: absent keeps, null clears, a value replaces (RFC 7396). */
final class ChangeDeserializer extends JsonDeserializer<Change<?>> implements ContextualDeserializer {
    private final @Nullable JsonDeserializer<?> value;

    ChangeDeserializer(@Nullable JsonDeserializer<?> value) {
        this.value = value;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JavaType inner = context.getContextualType().containedTypeOrUnknown(0);
        // JSON that clients edit is an object; the only one is a ticket's metadata.
        return new ChangeDeserializer(
                inner.hasRawClass(Json.class)
                        ? JsonReader.OBJECT
                        : context.findContextualValueDeserializer(inner, property));
    }

    @Override
    public Change<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (value == null) {
            throw new IllegalStateException("A change is read as part of a record only");
        }
        return Change.to(value.deserialize(json, context));
    }

    @Override
    public Change<?> getNullValue(DeserializationContext context) {
        return Change.<@Nullable Object>to(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Change.keep();
    }
}
