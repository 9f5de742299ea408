package dev.cairn.cli;

import static java.util.stream.Collectors.joining;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts an entry into a client's configuration and leaves all else in it as it is; the same entry again changes nothing. */
final class AgentConfig {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Pattern INDENT = Pattern.compile("\\{\\s*\\n([ \\t]+)\"");
    private static final Pattern UNREADABLE =
            Pattern.compile("(?m)^\\s*[\"']?mcp_servers[\"']?\\s*(=|\\.\\s*[\"']?cairn[\"']?\\s*[.=])");
    /** In a table of all servers: its line, which may be this one's. */
    private static final Pattern INLINE_SERVER = Pattern.compile("(?m)^\\s*[\"']?cairn[\"']?\\s*[.=]");

    private static final Pattern INLINE_VARIABLES = Pattern.compile("(?m)^\\s*[\"']?env[\"']?\\s*[.=]");
    private static final Pattern NEXT_TABLE = Pattern.compile("(?m)^[ \\t]*\\[");
    private static final String SERVERS = "mcp_servers";
    private static final String SERVER = SERVERS + ".cairn";
    private static final String VARIABLES = SERVER + ".env";

    private AgentConfig() {}

    /** The whole file with the entry; empty when it cannot be read without loss, as with comments in JSON. */
    static Optional<String> with(String file, AgentClient client, AgentEntry entry) {
        return client == AgentClient.CODEX ? toml(file, entry) : json(file, client, entry);
    }

    /** Returns the entry alone, as it would stand in an empty file. */
    static String alone(AgentClient client, AgentEntry entry) {
        return with("", client, entry).orElseThrow().strip();
    }

    /** The entry as it stands in a file that has one, with what the client or its user added. */
    static String entryOf(String file, AgentClient client) {
        if (client == AgentClient.CODEX) {
            return Stream.of(SERVER, VARIABLES)
                    .flatMap(table -> body(file, table).stream()
                            .map(body ->
                                    "[%s]\n%s".formatted(table, body.of(file).strip())))
                    .collect(joining("\n\n"));
        }
        try {
            ObjectNode alone = JsonNodeFactory.instance.objectNode();
            alone.putObject(client.servers())
                    .set(
                            AgentEntry.NAME,
                            JSON.readTree(file).path(client.servers()).path(AgentEntry.NAME));
            return written(alone, file).strip();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
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

    /** Writes the JSON with the indentation that the file had, or with two spaces. */
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

    /** Replaces or adds the entry line by line, so that comments and order stay. */
    private static Optional<String> toml(String file, AgentEntry entry) {
        Optional<Body> server = body(file, SERVER);
        boolean unreadable = server.isPresent()
                ? !entry.environment().isEmpty()
                        && INLINE_VARIABLES.matcher(server.get().of(file)).find()
                : UNREADABLE.matcher(file).find()
                        || body(file, SERVERS)
                                .filter(servers ->
                                        INLINE_SERVER.matcher(servers.of(file)).find())
                                .isPresent();
        if (unreadable) {
            return Optional.empty();
        }
        Map<String, String> own = new LinkedHashMap<>();
        own.put("command", quoted(entry.command()));
        own.put("args", entry.arguments().stream().map(AgentConfig::quoted).collect(joining(", ", "[", "]")));
        Map<String, String> variables = new TreeMap<>();
        entry.environment().forEach((name, value) -> variables.put(name, quoted(value)));
        Optional<String> with = put(file, SERVER, own);
        return variables.isEmpty() ? with : with.flatMap(half -> put(half, VARIABLES, variables));
    }

    /** The lines of a table, from behind its name to where the next one begins. */
    private record Body(int from, int to) {
        String of(String file) {
            return file.substring(from, to);
        }
    }

    private static Optional<Body> body(String file, String table) {
        String name = table.replaceAll("\\w+", "[\"']?$0[\"']?").replace(".", "\\s*\\.\\s*");
        Matcher head = Pattern.compile("(?m)^\\s*\\[\\s*" + name + "\\s*\\]").matcher(file);
        if (!head.find()) {
            return Optional.empty();
        }
        int end = file.indexOf('\n', head.end());
        int from = end < 0 ? file.length() : end + 1;
        Matcher next = NEXT_TABLE.matcher(file);
        return Optional.of(new Body(from, next.find(from) ? next.start() : file.length()));
    }

    /** Puts values first in a table, instead of those of their names; a table that is not there comes last. */
    private static Optional<String> put(String file, String table, Map<String, String> values) {
        String assigned = values.entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue() + "\n")
                .collect(joining());
        Optional<Body> body = body(file, table);
        if (body.isEmpty()) {
            String before = file.isBlank() ? "" : file.stripTrailing() + "\n\n";
            return Optional.of(before + "[" + table + "]\n" + assigned);
        }
        Pattern known = Pattern.compile("\\s*[\"']?(" + String.join("|", values.keySet()) + ")[\"']?\\s*=.*");
        StringBuilder kept = new StringBuilder();
        for (String line : body.get().of(file).split("(?<=\n)", -1)) {
            if (!known.matcher(line.stripTrailing()).matches()) {
                kept.append(line);
            } else if ((line.contains("[") && !line.contains("]")) || line.contains("\"\"\"") || line.contains("'''")) {
                return Optional.empty(); // a value over several lines
            }
        }
        String head = file.substring(0, body.get().from());
        return Optional.of((head.endsWith("\n") ? head : head + "\n")
                + assigned
                + kept
                + file.substring(body.get().to()));
    }

    /** A basic string of TOML has the escapes of JSON. */
    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
