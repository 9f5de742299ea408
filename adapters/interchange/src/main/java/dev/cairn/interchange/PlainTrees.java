package dev.cairn.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.domain.kernel.Tree;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain maps and lists, as the domain reads and writes them, and JSON. */
final class PlainTrees {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PlainTrees() {}

    static Tree read(@Nullable JsonNode node) {
        return Tree.of(MAPPER.convertValue(node, new TypeReference<Object>() {}));
    }

    /** As {@link #read}, with numbers as small as they can be: entries are read with numbers of any size. */
    static Tree readWithNumbers(@Nullable JsonNode node) {
        try {
            return Tree.of(node == null ? null : MAPPER.readValue(node.toString(), Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String write(Map<String, @Nullable Object> fields) {
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
