package dev.cairn.domain.agent;

import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.kernel.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The complete record of a run: its texts and its tool calls with their results. */
public record Transcript(List<RunPart> parts) {
    public static final Transcript NONE = new Transcript(List.of());

    public Transcript {
        parts = List.copyOf(parts);
    }

    /** Returns the texts of all rounds joined, as the stream's followers have received them. */
    public String text() {
        return parts.stream()
                .filter(part -> part.kind() == RunPart.Kind.TEXT)
                .map(RunPart::text)
                .collect(Collectors.joining());
    }

    /** Returns the text as a valid message: cut to its limit, without NUL and lone surrogates; empty when it is blank. */
    public String message() {
        String said = text().replace("\0", "");
        String whole = said.codePointCount(0, said.length()) <= Message.CONTENT_MAX
                ? said
                : said.substring(0, said.offsetByCodePoints(0, Message.CONTENT_MAX));
        return whole.isBlank() ? "" : paired(whole);
    }

    private static String paired(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\ufffd' : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    public long steps() {
        return parts.stream().mapToLong(RunPart::steps).sum();
    }

    /** Reads the stored form that {@link #tree()} writes. */
    public static Transcript read(Tree tree) {
        return new Transcript(tree.field("parts")
                .list(part -> new RunPart(
                        part.field("kind").constant(RunPart.Kind.class),
                        part.field("text").text(),
                        part.field("name").optionalText(),
                        part.field("callId").optionalText())));
    }

    /** Returns the stored form. */
    public Map<String, @Nullable Object> tree() {
        return Map.of("parts", parts.stream().map(Transcript::tree).toList());
    }

    private static Map<String, @Nullable Object> tree(RunPart part) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", part.kind());
        fields.put("text", part.text());
        if (part.name() != null) {
            fields.put("name", part.name());
        }
        if (part.callId() != null) {
            fields.put("callId", part.callId());
        }
        return fields;
    }
}
