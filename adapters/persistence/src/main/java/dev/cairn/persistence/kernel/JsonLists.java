package dev.cairn.persistence.kernel;

import dev.cairn.json.JsonText;
import dev.cairn.persistence.jdbc.JsonScanner;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes lists of texts and objects as JSON text; most are empty. */
public final class JsonLists {
    private static final String EMPTY = "[]";
    private static final String EMPTY_OBJECT = "{}";

    private JsonLists() {}

    public static List<String> read(String json) {
        return json.equals(EMPTY) ? List.of() : JsonScanner.texts(json);
    }

    public static String write(List<String> texts) {
        return texts.isEmpty() ? EMPTY : JsonText.of(texts);
    }

    /** Writes an object of what {@link JsonText} writes. */
    public static String write(Map<String, ? extends @Nullable Object> facts) {
        return facts.isEmpty() ? EMPTY_OBJECT : JsonText.of(facts);
    }
}
