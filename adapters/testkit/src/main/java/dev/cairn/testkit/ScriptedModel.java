package dev.cairn.testkit;

import dev.cairn.application.model.Answer;
import dev.cairn.application.model.AnswerListener;
import dev.cairn.application.model.Cancellation;
import dev.cairn.application.model.Failure;
import dev.cairn.application.model.Model;
import dev.cairn.application.model.Question;
import dev.cairn.application.model.ToolCall;
import dev.cairn.domain.model.FailureKind;
import dev.cairn.domain.model.FinishReason;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Answers as a test wrote it down, in order; without a script it repeats what it was told to answer last. */
public final class ScriptedModel implements Model {
    private static final String NAME = "scripted";
    private static final Usage USAGE = new Usage(10, 5, null, null);

    private final Deque<Script> scripts = new ArrayDeque<>();
    private final List<Question> asked = new ArrayList<>();

    /** Plays one answer. */
    @FunctionalInterface
    private interface Script {
        Answer play(AnswerListener listener, Cancellation cancellation);
    }

    /** Answers these parts one after the other, and stops. */
    public ScriptedModel says(String... parts) {
        return then((listener, cancellation) -> {
            String text = told(listener, cancellation, parts);
            return answer(text, List.of(), cancellation.cancelled() ? FinishReason.CANCELLED : FinishReason.STOP, null);
        });
    }

    /** Says these parts once something else has been done. */
    public ScriptedModel saysAfter(Runnable meanwhile, String... parts) {
        return then((listener, cancellation) -> {
            meanwhile.run();
            return answer(told(listener, cancellation, parts), List.of(), FinishReason.STOP, null);
        });
    }

    /** Calls these tools, having said the text. */
    public ScriptedModel calls(String text, ToolCall... calls) {
        return then((listener, cancellation) ->
                answer(told(listener, cancellation, text), List.of(calls), FinishReason.TOOL, null));
    }

    /** Fails after these parts. */
    public ScriptedModel fails(FailureKind kind, @Nullable Duration retryAfter, String... parts) {
        return then((listener, cancellation) -> {
            String text = told(listener, cancellation, parts);
            Failure failure = new Failure(kind, retryAfter, "It was scripted to fail");
            return answer(text, List.of(), FinishReason.FAILED, failure);
        });
    }

    /** Says these parts, and then nothing until it is cancelled; {@code reached} is counted down before it waits. */
    public ScriptedModel stalls(CountDownLatch reached, String... parts) {
        return then((listener, cancellation) -> {
            String text = told(listener, cancellation, parts);
            CountDownLatch cancelled = new CountDownLatch(1);
            try (Cancellation.Registration _ = cancellation.onCancel(cancelled::countDown)) {
                reached.countDown();
                cancelled.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return answer(text, List.of(), FinishReason.CANCELLED, null);
        });
    }

    private synchronized ScriptedModel then(Script script) {
        scripts.add(script);
        return this;
    }

    /** Answers what it was asked so far. */
    public synchronized List<Question> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Answer ask(ModelProvider provider, Question question, AnswerListener listener, Cancellation cancellation) {
        return next(question).play(listener, cancellation);
    }

    private synchronized Script next(Question question) {
        asked.add(question);
        Script script = scripts.size() > 1 ? scripts.poll() : scripts.peek();
        if (script == null) {
            throw new IllegalStateException("The test wrote no answer down");
        }
        return script;
    }

    private static String told(AnswerListener listener, Cancellation cancellation, String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            if (cancellation.cancelled()) {
                break;
            }
            if (!part.isEmpty()) {
                listener.text(part);
                text.append(part);
            }
        }
        return text.toString();
    }

    private static Answer answer(String text, List<ToolCall> calls, FinishReason reason, @Nullable Failure failure) {
        return new Answer(text, calls, reason, failure, USAGE, NAME);
    }
}
