package dev.cairn.application.agent;

import dev.cairn.domain.agent.RunPart;
import dev.cairn.domain.agent.RunUsage;
import dev.cairn.domain.conversation.FinishReason;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.kernel.Id;
import org.jspecify.annotations.Nullable;

/** Something that who follows a run is told; what it is told after a number it can be told again. */
public sealed interface RunEvent {
    long seq();

    /** More was said. */
    record Delta(long seq, String text) implements RunEvent {}

    /** A tool was called, or has answered. */
    record Tool(long seq, RunPart part) implements RunEvent {}

    /** What was told so far is thrown away: another attempt was begun, and says it anew. */
    record Restarted(long seq, int attempt) implements RunEvent {}

    /** What the run took. */
    record Used(long seq, RunUsage usage) implements RunEvent {}

    /** It said a message, which is whole or not. */
    record Done(long seq, Id<Message> messageId, @Nullable FinishReason finishReason) implements RunEvent {}

    /** It said nothing. */
    record Failed(long seq, String code, String detail) implements RunEvent {}
}
