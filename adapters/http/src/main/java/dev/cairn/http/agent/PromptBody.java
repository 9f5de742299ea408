package dev.cairn.http.agent;

import dev.cairn.application.model.Question;
import dev.cairn.application.model.ToolOffer;
import dev.cairn.application.model.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prompt that a model would get. */
record PromptBody(@Nullable String model, @Nullable String instructions, List<Said> turns, List<String> tools) {
    /**
     * One turn of the conversation.
     *
     * @param role {@code user} or {@code assistant}
     */
    record Said(String role, String text) {
        static Said of(Turn turn) {
            return switch (turn) {
                case Turn.User(String text) -> new Said("user", text);
                case Turn.Assistant(String text, var _) -> new Said("assistant", text);
                case Turn.ToolResult(var _, var _, String text) -> new Said("tool", text);
            };
        }
    }

    static PromptBody of(Question question) {
        return new PromptBody(
                question.model(),
                question.instructions(),
                question.turns().stream().map(Said::of).toList(),
                question.tools().stream().map(ToolOffer::name).toList());
    }
}
