package dev.cairn.server.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Leaves away of a request what its fault does not need. */
final class Shrinker {
    private static final int TRIES_MAX = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Predicate<Shot> fails;
    private int tries;

    Shrinker(Predicate<Shot> fails) {
        this.fails = fails;
    }

    Shot shrunk(Shot shot) {
        Shot smallest = shot;
        for (boolean smaller = true; smaller; ) {
            smaller = false;
            for (Shot candidate : smaller(smallest)) {
                if (tries++ < TRIES_MAX && fails.test(candidate)) {
                    smallest = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /** The same without what a pointer leads to, in its query, its body or its arguments; null when it leads nowhere. */
    static @Nullable Shot without(Shot shot, String pointer) {
        List<String> query = shot.query().stream()
                .filter(part -> !("/" + part).startsWith(pointer + "="))
                .toList();
        if (query.size() < shot.query().size()) {
            return shot.with(query, shot.headers(), shot.body());
        }
        try {
            JsonNode body = shot.body() == null ? MissingNode.getInstance() : JSON.readTree(shot.body());
            JsonNode fields = shot.isMcp() ? body.path("params").path("arguments") : body;
            JsonPointer end = JsonPointer.compile(pointer);
            JsonNode parent = fields.at(end.head());
            boolean there = switch (parent) {
                case ObjectNode object -> object.remove(end.last().getMatchingProperty()) != null;
                case ArrayNode array -> array.remove(end.last().getMatchingIndex()) != null;
                default -> false;
            };
            return there ? shot.with(query, shot.headers(), body.toString().getBytes(UTF_8)) : null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static List<Shot> smaller(Shot shot) {
        List<Shot> smaller = new ArrayList<>();
        for (int i = 0; i < shot.query().size(); i++) {
            smaller.add(shot.with(without(shot.query(), i), shot.headers(), shot.body()));
        }
        for (int i = 0; i < shot.headers().size(); i++) {
            smaller.add(shot.with(shot.query(), without(shot.headers(), i), shot.body()));
        }
        byte[] body = shot.body();
        if (body != null) {
            smaller.add(shot.with(shot.query(), shot.headers(), null));
            try {
                for (JsonNode each : smaller(JSON.readTree(new String(body, UTF_8)))) {
                    smaller.add(shot.with(
                            shot.query(), shot.headers(), each.toString().getBytes(UTF_8)));
                }
            } catch (JsonProcessingException whole) {
                return smaller;
            }
        }
        return smaller;
    }

    /** The same with one part less, at whatever depth. */
    private static List<JsonNode> smaller(JsonNode node) {
        List<JsonNode> smaller = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                smaller.add(object.deepCopy().without(name));
                for (JsonNode part : smaller(object.path(name))) {
                    ObjectNode copy = object.deepCopy();
                    copy.set(name, part);
                    smaller.add(copy);
                }
            });
        } else if (node instanceof ArrayNode array && array.size() < 50) {
            for (int i = 0; i < array.size(); i++) {
                ArrayNode copy = array.deepCopy();
                copy.remove(i);
                smaller.add(copy);
                for (JsonNode part : smaller(array.path(i))) {
                    ArrayNode other = array.deepCopy();
                    other.set(i, part);
                    smaller.add(other);
                }
            }
        } else if (node.isTextual() && node.textValue().length() > 20) {
            String text = node.textValue();
            smaller.add(JSON.getNodeFactory().textNode(text.substring(text.length() / 2)));
            smaller.add(JSON.getNodeFactory().textNode(text.substring(0, text.length() / 2)));
        }
        return smaller;
    }

    private static List<String> without(List<String> all, int index) {
        return IntStream.range(0, all.size())
                .filter(i -> i != index)
                .mapToObj(all::get)
                .toList();
    }
}
