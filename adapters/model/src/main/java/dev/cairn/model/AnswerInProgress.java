package dev.cairn.model;

import dev.cairn.application.model.Answer;
import dev.cairn.application.model.AnswerListener;
import dev.cairn.application.model.Failure;
import dev.cairn.application.model.ToolCall;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.FailureKind;
import dev.cairn.domain.model.FinishReason;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of an answer that has arrived so far. It ends once. */
final class AnswerInProgress {
    private static final int CALLS_MAX = 128;
    private static final int ARGUMENTS_MAX = 1024 * 1024;

    private final AnswerListener listener;
    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Call> calls = new TreeMap<>();
    private KeyFilter filter = new KeyFilter(null);
    private String model;
    private int codePoints;
    private int arguments;
    private char half;
    private @Nullable FinishReason finish;
    private @Nullable Usage usage;
    private @Nullable ProviderFailure refusal;
    private boolean full;
    private boolean begun;

    /** A tool call that is still being received. */
    private static final class Call {
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();
    }

    AnswerInProgress(String model, AnswerListener listener) {
        this.model = model;
        this.listener = listener;
    }

    /** Removes this key from all that follows of the answer. */
    void without(@Nullable ProviderKey key) {
        filter = new KeyFilter(key);
    }

    /** Whether something of the answer itself has come. */
    boolean begun() {
        return begun;
    }

    /** Whether no more is taken: the text has as many characters as a message may have (L4). */
    boolean full() {
        return full;
    }

    /** Takes the name of the model that answers, as much of it as can be kept: a provider may call it anything (R7). */
    void model(String name) {
        StringBuilder kept = new StringBuilder();
        filter.whole(name)
                .codePoints()
                .filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .limit(Message.MODEL_MAX)
                .forEach(kept::appendCodePoint);
        String trimmed = Text.trimmed(kept.toString());
        if (!trimmed.isEmpty()) {
            model = trimmed;
        }
    }

    /** Takes the next part. A character that comes in two halves is told when it is whole. */
    void text(String delta) {
        if (delta.isEmpty() || full) {
            return;
        }
        begun = true;
        StringBuilder whole = new StringBuilder(delta.length() + 1);
        for (int i = 0; i < delta.length() && !full; i++) {
            add(whole, delta.charAt(i));
        }
        tell(filter.next(whole.toString()));
    }

    private void tell(String told) {
        if (!told.isEmpty()) {
            text.append(told);
            listener.text(told);
        }
    }

    /** Adds one character; NUL and halves that nothing completes are no text (R7). */
    private void add(StringBuilder whole, char c) {
        if (Character.isLowSurrogate(c)) {
            if (half != 0 && room()) {
                whole.append(half).append(c);
            }
            half = 0;
            return;
        }
        half = Character.isHighSurrogate(c) ? c : 0;
        if (half == 0 && c != 0 && room()) {
            whole.append(c);
        }
    }

    private boolean room() {
        if (codePoints == Message.CONTENT_MAX) {
            full = true;
            return false;
        }
        codePoints++;
        return true;
    }

    /** Takes a part of a call: its id and name when they come, and the next part of its arguments. */
    void call(int index, String id, String name, String part) throws ProviderFailure {
        begun = true;
        arguments += part.length();
        if ((!calls.containsKey(index) && calls.size() >= CALLS_MAX) || arguments > ARGUMENTS_MAX) {
            throw new ProviderFailure(FailureKind.TOO_LARGE, "The model calls more tools than Cairn reads");
        }
        Call call = calls.computeIfAbsent(index, _ -> new Call());
        if (!id.isEmpty()) {
            call.id = id;
        }
        if (!name.isEmpty()) {
            call.name = name;
        }
        call.arguments.append(part);
    }

    int calls() {
        return calls.size();
    }

    void finish(FinishReason reason) {
        finish = reason;
    }

    /** The provider says that it will answer nothing; how many tokens that took it may still say. */
    void refuse(String why) {
        refusal = new ProviderFailure(FailureKind.INVALID_REQUEST, why);
    }

    void usage(Usage counted) {
        usage = counted;
    }

    /** Answers the whole, which the provider has ended. */
    Answer ended() throws ProviderFailure {
        if (refusal != null) {
            throw refusal;
        }
        if (full) {
            return cut();
        }
        FinishReason reason = finish == null ? FinishReason.STOP : finish;
        if (reason == FinishReason.STOP && !calls.isEmpty()) {
            reason = FinishReason.TOOL; // Some providers send 'stop' with tool calls, too.
        }
        if (reason == FinishReason.TOOL && calls.isEmpty()) {
            reason = FinishReason.STOP;
        }
        return answer(reason, null);
    }

    private Answer cut() {
        String detail = "The answer was cut at %d characters".formatted(Message.CONTENT_MAX);
        return answer(FinishReason.LENGTH, Failure.of(FailureKind.TOO_LARGE, detail));
    }

    Answer cancelled() {
        return answer(FinishReason.CANCELLED, null);
    }

    Answer failed(Failure failure) {
        return answer(FinishReason.FAILED, failure);
    }

    private Answer answer(FinishReason reason, @Nullable Failure failure) {
        tell(filter.rest());
        List<ToolCall> called = new ArrayList<>();
        if (reason == FinishReason.TOOL) {
            for (Call call : calls.values()) {
                String written = filter.whole(call.arguments.toString());
                called.add(new ToolCall(
                        call.id.isEmpty() ? "call_" + UUID.randomUUID() : filter.whole(call.id),
                        filter.whole(call.name),
                        written.isBlank() ? "{}" : written));
            }
        }
        return new Answer(text.toString(), called, reason, failure, usage, model);
    }
}
