package dev.cairn.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.domain.kernel.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON as plain maps and lists. A number that is no whole one of 64 bits stays one that no reader takes. */
public final class JsonTrees {
    private static final JsonFactory JSON = new JsonFactory();
    /** An escaped backslash before a {@code u0000}: what stands before both are whole pairs of backslashes. */
    private static final Pattern ESCAPED_BACKSLASH = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\\\\\u0000");

    private JsonTrees() {}

    public static Tree read(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            return tree(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compact JSON in which a text that talks about a NUL's escape is not mistaken for one. */
    public static String compact(TreeNode tree) {
        String text = tree.toString();
        return text.contains("u0000") ? ESCAPED_BACKSLASH.matcher(text).replaceAll("$1\\\\u005cu0000") : text;
    }

    /** @param node null when there is nothing to read */
    public static Tree read(@Nullable JsonNode node) {
        if (node == null) {
            return Tree.of(null);
        }
        try (JsonParser parser = node.traverse()) {
            return tree(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tree tree(JsonParser parser) throws IOException {
        parser.nextToken();
        return Tree.of(value(parser));
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_NULL -> null;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("Unexpected in a tree: " + parser.currentToken());
        };
    }

    private static Object whole(JsonParser parser) throws IOException {
        var number = parser.getBigIntegerValue();
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }
}
