package dev.cairn.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Wire;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain maps and lists as JSON: of strings, numbers, booleans, ids, times, constants, JSON, nulls and more of them. */
public final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    /** @param value a map or a list */
    public static String of(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case Map<?, ?> facts -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> fact : facts.entrySet()) {
                    generator.writeFieldName(fact.getKey().toString());
                    write(generator, fact.getValue());
                }
                generator.writeEndObject();
            }
            case Iterable<?> values -> {
                generator.writeStartArray();
                for (@Nullable Object each : values) {
                    write(generator, each);
                }
                generator.writeEndArray();
            }
            case Boolean flag -> generator.writeBoolean(flag);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            case Enum<?> constant -> generator.writeString(Wire.of(constant));
            case Instant time -> generator.writeString(Rfc3339.format(time));
            case Json json -> generator.writeRawValue(json.text());
            default -> generator.writeString(value.toString());
        }
    }
}
