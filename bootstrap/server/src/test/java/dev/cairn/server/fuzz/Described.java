package dev.cairn.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.server.openapi.Traffic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** What the committed descriptions say that can be asked for. */
final class Described {
    static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Path TOOLS = Path.of("..", "..", "docs", "mcp", "tools.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode schemas;
    private final List<Operation> operations = new ArrayList<>();
    private final List<JsonNode> tools = new ArrayList<>();
    /** The name that a path gives to one of a collection: {@code tickets} are {@code ticket}. */
    private final Map<String, String> collections = new HashMap<>();

    /**
     * One operation.
     *
     * @param kind of what it answers
     */
    record Operation(String method, String path, JsonNode said, String kind) {
        String name() {
            return said.path("operationId").asText();
        }

        /** The content types of its body, which it may have none of. */
        JsonNode bodies() {
            return said.path("requestBody").path("content");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    Described() {
        JsonNode document = read();
        schemas = document.path("components").path("schemas");
        document.path("paths").fieldNames().forEachRemaining(this::learn);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(each -> operations.add(new Operation(
                                each.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                each.getValue(),
                                kind(path.getKey())))));
        try {
            JSON.readTree(Files.readString(TOOLS)).path("tools").forEach(tools::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read() {
        try (InputStream file = Files.newInputStream(Traffic.COMMITTED)) {
            return JSON.valueToTree(new Yaml().<Map<String, Object>>load(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void learn(String path) {
        String[] parts = path.split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            Matcher variable = VARIABLE.matcher(parts[i]);
            if (variable.matches()) {
                collections.put(parts[i - 1], variable.group(1));
            }
        }
    }

    private String kind(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        Matcher variable = VARIABLE.matcher(last);
        if (variable.matches()) {
            return variable.group(1);
        }
        if (collections.containsKey(last)) {
            return collections.get(last);
        }
        Matcher before = VARIABLE.matcher(
                path.substring(0, path.length() - last.length()).replaceAll("^.*/([^/]+)/$", "$1"));
        boolean ofOne = before.matches() && !last.endsWith("s");
        return ofOne ? before.group(1) : Known.singular(last);
    }

    Optional<Operation> operation(String name) {
        return operations.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Of what kind a variable of a path is: one that stands for no collection is of the kind of the first. */
    String kind(String path, String variable) {
        String before = path.substring(0, path.indexOf("{" + variable + "}") - 1);
        if (!before.endsWith("}")) {
            return variable;
        }
        Matcher first = VARIABLE.matcher(path);
        return first.find() ? first.group(1) : variable;
    }

    List<Operation> operations() {
        return operations;
    }

    List<JsonNode> tools() {
        return tools;
    }

    /** The schema itself, where it is only named. */
    JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            found = schemas.path(found.path("$ref").textValue().replace("#/components/schemas/", ""));
        }
        return found;
    }
}
