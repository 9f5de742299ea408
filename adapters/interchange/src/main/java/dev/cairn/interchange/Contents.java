package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.json.StrictJson;
import java.nio.charset.StandardCharsets;

/** Contents of plain parts, read and written as HTTP does. */
final class Contents {
    private static final StrictJson JSON = new StrictJson(EntryReader.OWN_DEPTH_MAX);

    private Contents() {}

    /** @throws dev.cairn.domain.error.Invalid for an unknown field, one of another type, and what the content refuses */
    static <C extends Record> C read(JsonNode node, Class<C> type) {
        return JSON.convert(node, type, "");
    }

    static String write(Record content) {
        return new String(JSON.write(content), StandardCharsets.UTF_8);
    }
}
