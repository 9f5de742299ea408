package dev.cairn.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Json;
import java.io.IOException;

/** Keeps JSON as compact text; numbers keep all their digits. */
final class JsonReader extends JsonDeserializer<Json> {
    static final JsonReader ANY = new JsonReader(false);
    static final JsonReader OBJECT = new JsonReader(true);

    private final boolean objectsOnly;

    private JsonReader(boolean objectsOnly) {
        this.objectsOnly = objectsOnly;
    }

    @Override
    public Json deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (objectsOnly && parser.currentToken() != JsonToken.START_OBJECT) {
            throw Misread.wrongType(parser, "an object");
        }
        String text = JsonTrees.compact(context.readTree(parser));
        if (hasLoneSurrogate(text)) {
            throw new Misread(parser, ErrorCode.CHARACTERS, "Half a surrogate pair is not a character");
        }
        try {
            return new Json(text);
        } catch (Invalid invalid) {
            throw new Misread(parser, invalid.code(), invalid.reason());
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
