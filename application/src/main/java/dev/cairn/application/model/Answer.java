package dev.cairn.application.model;

import dev.cairn.domain.model.FinishReason;
import dev.cairn.domain.model.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model's answer to a question, also an incomplete or failed one.
 *
 * @param text the complete text that the listener received
 * @param calls the tools that the model called; only with {@link FinishReason#TOOL}
 * @param failure why it failed; there is one exactly with {@link FinishReason#FAILED}, and with {@link FinishReason#LENGTH} where it
 *     is Cairn that cut it, as {@code too_large} (L4)
 * @param usage the provider's count; null when it gave none (L11)
 * @param model the model as the provider named it in the answer, else as in the question
 */
public record Answer(
        String text,
        List<ToolCall> calls,
        FinishReason finishReason,
        @Nullable Failure failure,
        @Nullable Usage usage,
        String model) {
    public Answer {
        calls = List.copyOf(calls);
        boolean failed = finishReason == FinishReason.FAILED;
        if (failed ? failure == null : failure != null && finishReason != FinishReason.LENGTH) {
            throw new IllegalArgumentException("A failure comes with the end 'failed', and with no other");
        }
    }
}
