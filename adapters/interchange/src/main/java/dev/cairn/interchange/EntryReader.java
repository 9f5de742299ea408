package dev.cairn.interchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value as a tree. Its own walk over the tokens, because a duplicate key or too much depth must cost the
 * one entry and leave the parser able to go on with the next, which Jackson's own checks do not.
 */
final class EntryReader {
    /** The deepest nesting of other trackers' entries. */
    static final int DEPTH_MAX = 64;
    /** The deepest nesting of Cairn's own entries: what the API accepts, and the levels that a line of its export adds. */
    static final int OWN_DEPTH_MAX = 1_010;

    static final int SIZE_MAX_CHARACTERS = 20_000_000;

    private static final char REPLACEMENT = '\uFFFD';
    private static final int TOKEN_WEIGHT = 8;
    private static final int DIGITS_MAX = 1_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(OWN_DEPTH_MAX + 1)
                    .maxNumberLength(SIZE_MAX_CHARACTERS)
                    .build())
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final int depthMax;
    private @Nullable String fault;
    private int replaced;
    private long size;

    private EntryReader(JsonParser parser, int depthMax) {
        this.parser = parser;
        this.depthMax = depthMax;
    }

    static JsonParser parser(InputStream file) throws IOException {
        return JSON.createParser(file);
    }

    /** Reads the one value of a line. */
    static Entry line(byte[] line, int depthMax) throws IOException {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() == null) {
                throw new JsonParseException(parser, "there is no value");
            }
            Entry entry = current(parser, depthMax);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "there is more than one value");
            }
            return entry;
        }
    }

    /** The value whose first token is the current one; afterwards its last token is. */
    static Entry current(JsonParser parser) throws IOException {
        return current(parser, DEPTH_MAX);
    }

    private static Entry current(JsonParser parser, int depthMax) throws IOException {
        EntryReader reader = new EntryReader(parser, depthMax);
        JsonNode tree = reader.value(0);
        return new Entry(tree, reader.fault, reader.replaced);
    }

    private JsonNode value(int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isStructStart() && depth == depthMax) {
            fail("it is nested deeper than %d levels".formatted(depthMax));
            parser.skipChildren();
            return NullNode.instance;
        }
        size += TOKEN_WEIGHT;
        if (oversize()) {
            parser.skipChildren();
            return NullNode.instance;
        }
        return switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> NODES.textNode(text(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NullNode.instance;
        };
    }

    private JsonNode number(JsonToken token) throws IOException {
        if (parser.getTextLength() > DIGITS_MAX) {
            fail("a number has more than %d digits".formatted(DIGITS_MAX));
            return NullNode.instance;
        }
        try {
            return token == JsonToken.VALUE_NUMBER_INT ? whole() : NODES.numberNode(parser.getDecimalValue());
        } catch (NumberFormatException e) {
            fail("a number has an exponent that is out of range");
            return NullNode.instance;
        }
    }

    private JsonNode whole() throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? NODES.numberNode(parser.getBigIntegerValue())
                : NODES.numberNode(parser.getLongValue());
    }

    private ObjectNode object(int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = text(parser.currentName());
            parser.nextToken();
            JsonNode value = value(depth + 1);
            if (object.has(name)) {
                fail("the key '%s' appears twice".formatted(Text.excerpt(name)));
            } else if (!oversize()) {
                object.set(name, value);
            }
        }
        return object;
    }

    private ArrayNode array(int depth) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode value = value(depth + 1);
            if (!oversize()) {
                array.add(value);
            }
        }
        return array;
    }

    private String text(String raw) {
        size += raw.length();
        String text = clean(raw);
        replaced += text.equals(raw) ? 0 : 1;
        return text;
    }

    /** The text with U+FFFD in the place of NUL and of halves of surrogate pairs; itself where there are none. */
    static String clean(String raw) {
        StringBuilder clean = null;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                clean = clean == null ? new StringBuilder(raw) : clean;
                clean.setCharAt(i, REPLACEMENT);
            }
            i += Character.charCount(c);
        }
        return clean == null ? raw : clean.toString();
    }

    private boolean oversize() {
        if (size > SIZE_MAX_CHARACTERS) {
            fail("it is larger than %d characters".formatted(SIZE_MAX_CHARACTERS));
            return true;
        }
        return false;
    }

    private void fail(String reason) {
        if (fault == null) {
            fault = reason;
        }
    }
}
