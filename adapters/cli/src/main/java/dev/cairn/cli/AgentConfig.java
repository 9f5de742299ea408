package dev.cairn.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts an entry into a client's configuration and leaves all else in it as it is; the same entry again changes nothing. */
final class AgentConfig {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Pattern INDENT = Pattern.compile("\\{\\s*\\n([ \\t]+)\"");
    private static final Pattern TABLE = Pattern.compile("(?m)^\\s*\\[\\s*mcp_servers\\s*\\.\\s*\"?cairn\"?\\s*\\]");
    private static final Pattern UNREADABLE =
            Pattern.compile("(?m)^\\s*(mcp_servers\\s*=|mcp_servers\\s*\\.\\s*\"?cairn\"?\\s*[.=])");
    private static final Pattern OWN = Pattern.compile("^\\s*(command|args)\\s*=.*");

    private AgentConfig() {}

    /** The whole file with the entry; empty when it cannot be read without loss, as with comments in JSON. */
    static Optional<String> with(String file, AgentClient client, AgentEntry entry) {
        return client == AgentClient.CODEX ? toml(file, entry) : json(file, client, entry);
    }

    /** Only what is put in, as it would stand in an empty file. */
    static String alone(AgentClient client, AgentEntry entry) {
        return with("", client, entry).orElseThrow().strip();
    }

    private static Optional<String> json(String file, AgentClient client, AgentEntry entry) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        if (!file.isBlank()) {
            try {
                if (!(JSON.readTree(file) instanceof ObjectNode known)) {
                    return Optional.empty();
                }
                root = known;
            } catch (JsonProcessingException e) {
                return Optional.empty();
            }
        }
        JsonNode servers = root.get(client.servers());
        if (servers != null && !servers.isObject()) {
            return Optional.empty();
        }
        ObjectNode known = servers == null ? root.putObject(client.servers()) : (ObjectNode) servers;
        ObjectNode old = known.path(AgentEntry.NAME) instanceof ObjectNode object
                ? object
                : JsonNodeFactory.instance.objectNode();
        ObjectNode put = entry.over(old, client);
        if (put.equals(old)) {
            return Optional.of(file);
        }
        known.set(AgentEntry.NAME, put);
        return Optional.of(written(root, file));
    }

    /** Indented as it was. */
    private static String written(ObjectNode root, String file) {
        Matcher indent = INDENT.matcher(file);
        DefaultIndenter lines = new DefaultIndenter(indent.find() ? indent.group(1) : "  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        try {
            return JSON.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By its lines: comments and order stay. */
    private static Optional<String> toml(String file, AgentEntry entry) {
        Matcher table = TABLE.matcher(file);
        if (!table.find()) {
            if (UNREADABLE.matcher(file).find()) {
                return Optional.empty();
            }
            String before = file.isBlank() ? "" : file.stripTrailing() + "\n\n";
            return Optional.of(before + "[mcp_servers.cairn]\n" + assigned(entry) + variables(entry));
        }
        int start = file.indexOf('\n', table.end());
        int from = start < 0 ? file.length() : start + 1;
        List<String> kept = new ArrayList<>();
        int at = from;
        while (at < file.length() && !file.startsWith("[", at)) {
            int end = file.indexOf('\n', at);
            int next = end < 0 ? file.length() : end + 1;
            String line = file.substring(at, next);
            if (!OWN.matcher(line.stripTrailing()).matches()) {
                kept.add(line);
            } else if (line.contains("[") && !line.contains("]")) {
                return Optional.empty(); // a list over several lines
            }
            at = next;
        }
        String head = file.substring(0, from) + (from > 0 && file.charAt(from - 1) == '\n' ? "" : "\n");
        return Optional.of(head + assigned(entry) + String.join("", kept) + file.substring(at));
    }

    private static String assigned(AgentEntry entry) {
        String arguments = String.join(
                ", ", entry.arguments().stream().map(AgentConfig::quoted).toList());
        return "command = %s\nargs = [%s]\n".formatted(quoted(entry.command()), arguments);
    }

    private static String variables(AgentEntry entry) {
        StringBuilder lines = new StringBuilder();
        entry.environment().forEach((name, value) -> lines.append("%s = %s\n".formatted(name, quoted(value))));
        return lines.isEmpty() ? "" : "\n[mcp_servers.cairn.env]\n" + lines;
    }

    /** A basic string of TOML has the escapes of JSON. */
    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
