package dev.cairn.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Removes characters that people cannot see but a model reads, since orders could hide in them (M6). */
public final class Visible {
    private static final Pattern PLAIN = Pattern.compile("[\\n\\t\\x20-\\x7e]*");

    private Visible() {}

    public static String text(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().filter(Visible::isSeen).forEach(seen::appendCodePoint);
        return seen.toString();
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.SURROGATE -> false;
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isBlank(c);
        };
    }

    /** Returns whether a character is invisible, though no format character in Unicode: a filler, joiner, blank or selector. */
    private static boolean isBlank(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
        };
    }

    /** Takes invisible characters out of all texts in it, names included. */
    static JsonNode tree(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode seen = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> seen.set(text(field.getKey()), tree(field.getValue())));
                yield seen;
            }
            case ArrayNode array -> {
                ArrayNode seen = JsonNodeFactory.instance.arrayNode();
                array.forEach(each -> seen.add(tree(each)));
                yield seen;
            }
            default -> node.isTextual() ? JsonNodeFactory.instance.textNode(text(node.textValue())) : node;
        };
    }
}
