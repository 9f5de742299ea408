package dev.cairn.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command that a client starts as the MCP server, with its arguments and environment variables. */
record AgentEntry(String command, List<String> arguments, Map<String, String> environment) {
    static final String NAME = "cairn";

    AgentEntry {
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }

    /** Writes the entry as JSON over an older one; what the client or its user added to that one stays. */
    ObjectNode over(ObjectNode old, AgentClient client) {
        ObjectNode entry = old.deepCopy();
        if (client == AgentClient.VSCODE || client == AgentClient.CLAUDE) {
            entry.put("type", "stdio");
        }
        entry.put("command", command);
        arguments.forEach(entry.putArray("args")::add);
        if (!environment.isEmpty()) {
            ObjectNode variables =
                    entry.path("env") instanceof ObjectNode known ? known : JsonNodeFactory.instance.objectNode();
            environment.forEach(variables::put);
            entry.set("env", variables);
        }
        return entry;
    }
}
