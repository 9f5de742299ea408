package dev.cairn.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The place where an agent works, which its own end of the line sends: it names the project where a call does not (M4).
 *
 * @param project what {@code CAIRN_PROJECT} says there
 * @param folder in which it was started
 */
public record Place(@Nullable String project, @Nullable String folder) {
    public static final Place UNKNOWN = new Place(null, null);

    private static final String PROJECT = "dev.cairn/project";
    private static final String FOLDER = "dev.cairn/folder";

    /** Reads the place that {@link #addTo} has written. */
    public static Place of(ObjectNode params) {
        JsonNode meta = params.path("_meta");
        return new Place(text(meta.path(PROJECT)), text(meta.path(FOLDER)));
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** Says it with a request that goes on to where the data is. */
    public void addTo(ObjectNode params) {
        ObjectNode meta = params.withObject("/_meta");
        if (project != null) {
            meta.put(PROJECT, project);
        }
        if (folder != null) {
            meta.put(FOLDER, folder);
        }
    }
}
