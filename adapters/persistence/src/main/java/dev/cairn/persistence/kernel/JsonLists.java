package dev.cairn.persistence.kernel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.persistence.jdbc.JsonScanner;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of texts and flat objects as JSON text. */
public final class JsonLists {
    private static final JsonFactory JSON = new JsonFactory();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String EMPTY = "[]";
    private static final String EMPTY_OBJECT = "{}";

    private JsonLists() {}

    public static List<String> read(String json) {
        return json.equals(EMPTY) ? List.of() : JsonScanner.texts(json);
    }

    public static String write(List<String> texts) {
        return texts.isEmpty() ? EMPTY : written(texts);
    }

    /** An object of strings, numbers, booleans, ids, times, constants, JSON, nulls, and lists and objects of them. */
    public static String write(Map<String, ? extends @Nullable Object> facts) {
        return facts.isEmpty() ? EMPTY_OBJECT : written(facts);
    }

    private static String written(Object value) {
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
            case Instant time -> generator.writeString(TIME.format(time));
            case Json json -> generator.writeRawValue(json.text());
            default -> generator.writeString(value.toString());
        }
    }
}
