package dev.cairn.model.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A question that came.
 *
 * @param headers by their names in lower case
 */
public record FakeRequest(String path, Map<String, String> headers, String text) {
    private static final int HEAD_MAX = 64 * 1024;
    private static final int BODY_MAX = 64 * 1024 * 1024;

    /** Reads a request; null when the connection ends before there is one. */
    static @Nullable FakeRequest read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0 || head.size() > HEAD_MAX) {
                return null;
            }
            head.write(c);
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
            }
        }
        String path = lines[0].replaceFirst("^[A-Z]+ ", "").replaceFirst(" HTTP.*$", "");
        int length = Math.min(BODY_MAX, Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new FakeRequest(path, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    /** Answers the body as a tree; an empty object when it is no JSON. */
    JsonNode json() {
        return FakeFormat.parsed(text);
    }

    /** Answers the key that came along, in whichever way the format shows it. */
    String key() {
        return headers.getOrDefault("authorization", headers.getOrDefault("x-api-key", ""))
                .replace("Bearer ", "");
    }

    /** Returns the last message of the user. */
    String question() {
        String last = "";
        for (JsonNode message : json().path("messages")) {
            if (message.path("role").asText().equals("user")) {
                JsonNode content = message.path("content");
                JsonNode text =
                        content.isArray() ? content.path(content.size() - 1).path("text") : content;
                last = text.isTextual() ? text.textValue() : last;
            }
        }
        return last;
    }

    /** Answers the name of the first tool that is offered; {@code look} when none is. */
    String tool() {
        JsonNode tool = json().path("tools").path(0);
        String name =
                tool.path("function").path("name").asText(tool.path("name").asText());
        return name.isEmpty() ? "look" : name;
    }

    String model() {
        return json().path("model").asText("fake");
    }
}
