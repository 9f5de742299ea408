package dev.cairn.mcp.protocol;

import dev.cairn.domain.kernel.Wire;
import java.util.Arrays;
import java.util.List;

/** Tools that belong together, and are offered or left away together. */
@SuppressWarnings("ImmutableEnumChecker") // lists that nobody can change
public enum Toolset {
    /** Tools for looking around. */
    CONTEXT("get_context", "search", "get", "list_work"),
    /** Tools for planning work. */
    TICKETS("save_ticket", "save_tasks"),
    /** Tools for doing work. */
    CLAIMS("claim_next", "update_claim", "finish_claim"),
    /** Tools for talking with people and other agents. */
    TALK("post_message", "read_messages"),
    /** Tools for reading the files that work is about. */
    FILES("get_files");

    private final List<String> tools;

    Toolset(String... tools) {
        this.tools = List.of(tools);
    }

    public List<String> tools() {
        return tools;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Wire::of).toList();
    }
}
