package dev.cairn.application.model;

import java.util.List;

/** One thing that was said to a model, or by it. */
public sealed interface Turn {
    /** Says what somebody said to the model. */
    record User(String text) implements Turn {}

    /** Says what the model answered, and which tools it called. */
    record Assistant(String text, List<ToolCall> calls) implements Turn {
        public Assistant {
            calls = List.copyOf(calls);
        }

        public Assistant(String text) {
            this(text, List.of());
        }
    }

    /** Says what a tool answered to a call. */
    record ToolResult(String callId, String name, String text) implements Turn {}
}
