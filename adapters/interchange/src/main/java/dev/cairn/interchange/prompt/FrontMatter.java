package dev.cairn.interchange.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.interchange.parse.Yaml;
import dev.cairn.json.JsonTrees;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The front matter of a prompt: title, description and labels, and all other fields, which are kept as its metadata. A key
 * of the metadata that is called like one of these has an underscore more in the file.
 */
record FrontMatter(@Nullable String title, @Nullable String description, List<String> labels, Json metadata) {
    /** The longest front matter that is read. All fields of a prompt fit, even if each character has to be escaped. */
    static final int BYTES_MAX = 256 * 1024;

    static final FrontMatter NONE = new FrontMatter(null, null, List.of(), Json.EMPTY_OBJECT);

    private static final String TITLE = "title";
    private static final String DESCRIPTION = "description";
    private static final String LABELS = "labels";
    private static final String TAGS = "tags";
    private static final String CAIRN = "cairn";
    private static final Pattern OWN = Pattern.compile("_*(title|description|labels|cairn)");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,99}");
    /** YAML's limit for a key on the line of its value is 1,024 characters. */
    private static final int KEY_MAX = 1_000;

    /** @throws Invalid for what is no YAML, or no mapping, or not to be trusted */
    static FrontMatter read(String yaml) {
        Map<String, Node> fields = Yaml.mapping(yaml);
        Node version = fields.remove(CAIRN);
        if (version != null && !MarkdownPrompts.MARK.equals(CAIRN + ": " + Yaml.text(CAIRN, version))) {
            throw Invalid.of(
                    ErrorCode.UNKNOWN_VALUE,
                    CAIRN,
                    "This was written by a newer version: it is not " + MarkdownPrompts.MARK);
        }
        Node title = fields.containsKey(TITLE) ? fields.remove(TITLE) : fields.remove("name");
        Node description = fields.remove(DESCRIPTION);
        Node labels = fields.containsKey(LABELS) ? fields.remove(LABELS) : fields.remove(TAGS);
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        fields.forEach((key, value) ->
                rest.set(key.startsWith("_") && OWN.matcher(key).matches() ? key.substring(1) : key, Yaml.json(value)));
        return new FrontMatter(
                title == null ? null : Yaml.text(TITLE, title),
                description == null ? null : Yaml.text(DESCRIPTION, description),
                labels == null ? List.of() : Yaml.texts(LABELS, labels),
                new Json(JsonTrees.compact(rest)));
    }

    /** @param other the title where there is none here; null where there has to be one */
    PromptContent prompt(@Nullable String other, String content) {
        String own = title == null ? other : title;
        if (own == null) {
            throw Invalid.of(ErrorCode.REQUIRED, TITLE, "title is required");
        }
        return new PromptContent(own, content, description, labels, metadata);
    }

    /** Writes the front matter of a prompt, with its fences. */
    static String of(PromptContent prompt, boolean oneOfMany) {
        StringBuilder yaml = new StringBuilder("---\n");
        if (oneOfMany) {
            yaml.append(MarkdownPrompts.MARK).append('\n');
        }
        JsonNode metadata = Yaml.read(prompt.metadata().text());
        add(yaml, TITLE, TextNode.valueOf(prompt.title()));
        if (prompt.description() != null) {
            add(yaml, DESCRIPTION, TextNode.valueOf(prompt.description()));
        }
        if (!prompt.labels().isEmpty() || metadata.has(TAGS)) {
            add(
                    yaml,
                    LABELS,
                    JsonNodeFactory.instance
                            .arrayNode()
                            .addAll(prompt.labels().stream()
                                    .map(TextNode::valueOf)
                                    .toList()));
        }
        metadata.properties()
                .forEach(each -> add(
                        yaml,
                        OWN.matcher(each.getKey()).matches() ? "_" + each.getKey() : each.getKey(),
                        each.getValue()));
        return yaml.append("---\n").toString();
    }

    private static void add(StringBuilder yaml, String key, JsonNode value) {
        String written = PLAIN.matcher(key).matches() ? key : Yaml.written(TextNode.valueOf(key));
        if (written.length() > KEY_MAX) {
            yaml.append("? ").append(written).append('\n');
            written = "";
        }
        yaml.append(written).append(": ").append(Yaml.written(value)).append('\n');
    }
}
