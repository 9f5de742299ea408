package dev.cairn.application.agent;

import dev.cairn.domain.agent.RunPart;
import dev.cairn.domain.agent.RunUsage;
import dev.cairn.domain.conversation.FinishReason;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.kernel.Id;
import org.jspecify.annotations.Nullable;

/** An event of a run for its followers. Each can be sent again to a follower that gives an earlier number. */
public sealed interface RunEvent {
    long seq();

    /** More text. */
    record Delta(long seq, String text) implements RunEvent {}

    /** A tool call, or its result. */
    record Tool(long seq, RunPart part) implements RunEvent {}

    /** Another attempt began; the follower drops the text so far. */
    record Restarted(long seq, int attempt) implements RunEvent {}

    /** The usage of the run. */
    record Used(long seq, RunUsage usage) implements RunEvent {}

    /** The run ended with a message; the reason tells whether it is complete. */
    record Done(long seq, Id<Message> messageId, @Nullable FinishReason finishReason) implements RunEvent {}

    /** The run ended without a message. */
    record Failed(long seq, String code, String detail) implements RunEvent {}
}
