package dev.cairn.application.model;

import dev.cairn.domain.model.FinishReason;
import dev.cairn.domain.model.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model's answer to a question, also an incomplete or failed one.
 *
 * @param text all of the text that came; exactly what the listener was told, put together
 * @param calls the tools that the model called; only with {@link FinishReason#TOOL}
 * @param failure why it failed; there is one exactly with {@link FinishReason#FAILED}, and with {@link FinishReason#LENGTH} where it
 *     is Cairn that cut it, as {@code too_large} (L4)
 * @param usage what the provider counted; null when it did not say (L11)
 * @param model which model answered, as the provider named it, else as it was asked for
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
