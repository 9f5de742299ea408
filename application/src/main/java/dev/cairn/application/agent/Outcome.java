package dev.cairn.application.agent;

import dev.cairn.domain.agent.RunError;
import dev.cairn.domain.agent.RunStatus;
import dev.cairn.domain.agent.RunUsage;
import dev.cairn.domain.agent.Transcript;
import dev.cairn.domain.conversation.FinishReason;
import org.jspecify.annotations.Nullable;

/** The outcome of a run. */
record Outcome(
        RunStatus status,
        @Nullable FinishReason reason,
        @Nullable RunError error,
        Transcript transcript,
        @Nullable RunUsage usage,
        @Nullable String model) {
    /** Makes the outcome of a cancelled run, which keeps the text so far (T3). */
    static Outcome cancelled(Transcript transcript, @Nullable RunUsage usage, @Nullable String model) {
        return new Outcome(RunStatus.CANCELLED, FinishReason.CANCELLED, null, transcript, usage, model);
    }

    static Outcome failed(RunError error, Transcript transcript, @Nullable RunUsage usage, @Nullable String model) {
        return new Outcome(RunStatus.FAILED, FinishReason.FAILED, error, transcript, usage, model);
    }
}
