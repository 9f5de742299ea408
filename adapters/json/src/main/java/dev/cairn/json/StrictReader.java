package dev.cairn.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import dev.cairn.domain.error.Invalid;
import java.io.IOException;
import java.util.function.Function;

/**
 * Reads a value from one kind of JSON token and from no other: nothing is coerced.
 *
 * @param <T> what is read
 */
abstract class StrictReader<T> extends JsonDeserializer<T> {
    private final JsonToken token;
    private final String expected;

    /** @param expected with its article: {@code a string} */
    StrictReader(JsonToken token, String expected) {
        this.token = token;
        this.expected = expected;
    }

    /** Reads the value; the token is of the right kind. */
    abstract T value(JsonParser parser) throws IOException;

    @Override
    public final T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != token) {
            throw Misread.wrongType(parser, expected);
        }
        try {
            return value(parser);
        } catch (Invalid invalid) {
            throw new Misread(parser, invalid.code(), invalid.reason());
        }
    }

    /** Makes a reader of text that the domain parses. */
    static <T> StrictReader<T> text(String expected, Function<String, T> parse) {
        return new StrictReader<>(JsonToken.VALUE_STRING, expected) {
            @Override
            T value(JsonParser parser) throws IOException {
                return parse.apply(parser.getText());
            }
        };
    }
}
