package dev.cairn.interchange.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.json.JsonTrees;
import dev.cairn.json.StrictJson;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML as far as it is JSON by another name: no anchors, no tags, no key twice, and no deeper than an answer may be. */
public final class Yaml {
    private static final int DEPTH_MAX = 64;
    private static final StrictJson JSON = new StrictJson(DEPTH_MAX);
    private static final String NAME = "front matter";
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setLabel(NAME).build();
    /** The texts that become numbers; others stay texts, as do those that would lose a zero. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");
    /** The characters that YAML takes only escaped, and that editors do not show. */
    private static final Pattern UNSEEN = Pattern.compile("[\\x7f-\\xa0\\u2028\\u2029\\ufeff\\ufffe\\uffff]");

    private Yaml() {}

    /** @throws Invalid {@code format} */
    public static Map<String, Node> mapping(String yaml) {
        try {
            new Parse(SETTINGS).parseString(yaml).forEach(new Trust()::check);
            Node root = new Compose(SETTINGS).composeString(yaml).orElse(null);
            return root == null || isNull(root) ? new LinkedHashMap<>() : fields(root);
        } catch (YamlEngineException e) {
            throw refused("is no YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
    }

    /** A scalar as it is written: {@code 007} and {@code 1.10} keep their zeros. */
    public static @Nullable String text(String field, Node node) {
        if (isNull(node)) {
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw Invalid.of(ErrorCode.FORMAT, field, field + " must be a text");
    }

    /** A list of scalars, or one scalar with commas. */
    public static List<String> texts(String field, Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream()
                    .map(each -> Objects.requireNonNullElse(text(field, each), ""))
                    .toList();
        }
        String text = text(field, node);
        return text == null ? List.of() : separated(text);
    }

    /** The parts of a text between its commas, without empty ones. */
    public static List<String> separated(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    public static JsonNode json(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                fields(mapping).forEach((key, value) -> object.set(key, json(value)));
                yield object;
            }
            case SequenceNode sequence -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                sequence.getValue().forEach(each -> array.add(json(each)));
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw refused("has something that is no value");
        };
    }

    /** Reads JSON that was checked when it was stored. */
    public static JsonNode read(String json) {
        try {
            return JSON.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Writes JSON so that YAML takes it. */
    public static String written(JsonNode json) {
        return UNSEEN.matcher(JsonTrees.compact(json))
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        Tag tag = scalar.getTag();
        if (isNull(scalar)) {
            return NullNode.instance;
        }
        if (tag.equals(Tag.BOOL)) {
            return BooleanNode.valueOf(value.equals("true"));
        }
        if ((tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))
                && NUMBER.matcher(value).matches()) {
            JsonNode number = read(value);
            return JsonTrees.compact(number).equals(value) ? number : TextNode.valueOf(value);
        }
        return TextNode.valueOf(value);
    }

    private static Map<String, Node> fields(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw refused("is no mapping: a key and its value on each line");
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw refused("has a key that is no text");
            }
            if (fields.put(key.getValue(), tuple.getValueNode()) != null) {
                throw refused("has the key '%s' twice".formatted(oneLine(key.getValue())));
            }
        }
        return fields;
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static Invalid refused(String what) {
        return Invalid.of(ErrorCode.FORMAT, NAME, NAME + " " + what);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Checks the events before a tree is built: one that is too deep would end in a stack overflow. */
    private static final class Trust {
        private int depth;
        private int documents;

        void check(Event event) {
            if (event instanceof AliasEvent
                    || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
                throw refused("has anchors, which are not followed");
            }
            if (tag(event) != null) {
                throw refused("has tags, which mean nothing here");
            }
            if (event instanceof CollectionStartEvent && ++depth > DEPTH_MAX) {
                throw refused("is more than %d levels deep".formatted(DEPTH_MAX));
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
                throw refused("is more than one document");
            }
        }

        private static @Nullable String tag(Event event) {
            return switch (event) {
                case ScalarEvent scalar -> scalar.getTag().orElse(null);
                case CollectionStartEvent start -> start.getTag().orElse(null);
                default -> null;
            };
        }
    }
}
