package dev.cairn.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cairn.application.interchange.ImportProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks for what a file says and nobody delivers: each text that says {@code canary} has to be there again, or its field named by a problem. */
final class LossCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LossCheck() {}

    /** The entries of an array, each with its place and text. */
    static List<String[]> issues(String resource) throws IOException {
        List<String[]> all = new ArrayList<>();
        for (JsonNode each : JSON.readTree(LossCheck.class.getResourceAsStream(resource))) {
            all.add(new String[] {"#" + all.size(), each.toString()});
        }
        return all;
    }

    /** Checks that each text in the entry is in what was delivered, or its field in a problem. */
    static void check(String place, String entry, Collected delivered) throws IOException {
        String said = all(delivered);
        String problems =
                delivered.problems.stream().map(ImportProblem::message).collect(Collectors.joining("\n"));
        List<String> lost = new ArrayList<>();
        leaves("", JSON.readTree(entry), (path, value) -> {
            if (!said.contains(value) && !named(path, problems)) {
                lost.add(path + " = " + value);
            }
        });
        assertThat(lost).as("lost of %s", place).isEmpty();
    }

    /** Whether a problem names the field, or one that it is in. */
    private static boolean named(String path, String problems) {
        for (String field = path; !field.isEmpty(); field = field.substring(0, field.lastIndexOf('.'))) {
            if (problems.contains(field.substring(1) + ":") || problems.contains("'" + field.substring(1) + "'")) {
                return true;
            }
        }
        return false;
    }

    static String all(Collected delivered) {
        return (delivered.tickets + " " + delivered.others + delivered.artifacts + delivered.projects
                        + delivered.queues)
                .replace("\\\\", "\\")
                .replace("\\\"", "\"");
    }

    private interface Leaf {
        void at(String path, String value);
    }

    private static void leaves(String path, JsonNode node, Leaf leaf) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(each -> leaves(path + "." + each.getKey(), each.getValue(), leaf));
            case ArrayNode array -> array.forEach(each -> leaves(path, each, leaf));
            case TextNode text -> {
                for (String line : text.textValue().lines().toList()) {
                    if (line.contains("canary")) {
                        leaf.at(path, line.strip());
                    }
                }
            }
            default -> {}
        }
    }
}
