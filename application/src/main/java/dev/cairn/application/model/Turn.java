package dev.cairn.application.model;

import java.util.List;

/** One turn of a conversation with a model. */
public sealed interface Turn {
    /** A message to the model. */
    record User(String text) implements Turn {}

    /** The model's answer with its tool calls. */
    record Assistant(String text, List<ToolCall> calls) implements Turn {
        public Assistant {
            calls = List.copyOf(calls);
        }

        public Assistant(String text) {
            this(text, List.of());
        }
    }

    /** The result of a tool call. */
    record ToolResult(String callId, String name, String text) implements Turn {}
}
