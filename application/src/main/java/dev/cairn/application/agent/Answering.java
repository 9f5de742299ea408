package dev.cairn.application.agent;

import dev.cairn.application.agent.Preparation.Begun;
import dev.cairn.application.job.Attempt;
import dev.cairn.application.model.Answer;
import dev.cairn.application.model.Cancellation;
import dev.cairn.application.model.Model;
import dev.cairn.application.model.Question;
import dev.cairn.application.model.ToolCall;
import dev.cairn.application.model.Turn;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.RunPart;
import dev.cairn.domain.agent.RunUsage;
import dev.cairn.domain.model.FinishReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One attempt of a run: asks the model, calls the tools that it wants, and asks again with their results (T2). */
final class Answering {
    private final Model model;
    private final AgentTools tools;
    private final Attempt attempt;
    private final Begun.Ready ready;
    private final Tape tape;
    private final Cancellation cancellation = new Cancellation();
    /** The usage of this attempt. */
    private @Nullable RunUsage usage;

    private boolean full;
    private boolean spent;

    Answering(Model model, AgentTools tools, Attempt attempt, Begun.Ready ready, Tape tape) {
        this.model = model;
        this.tools = tools;
        this.attempt = attempt;
        this.ready = ready;
        this.tape = tape;
        attempt.onStop(cancellation::cancel);
    }

    /** Returns the last answer, after which no tool is called. In the last round no tools are offered, and calls are ignored. */
    Answer run() {
        Question question = Prompt.of(ready.brief(), tools.offers(ready.caller()));
        Answer answer = ask(question);
        for (int round = 1; round <= AgentRun.ROUNDS_MAX && wantsTools(answer); round++) {
            spent = Objects.equals(left(), 0);
            if (spent) {
                return answer;
            }
            question = next(question, answer, round == AgentRun.ROUNDS_MAX);
            if (attempt.reason() != null) {
                return answer;
            }
            answer = ask(question);
        }
        return answer;
    }

    /** Returns the tokens that the attempt may still use; null for no limit (T5). */
    private @Nullable Integer left() {
        Integer budget = ready.brief().agent().content().tokensPerRun();
        long used = usage == null ? 0 : usage.tokens();
        return budget == null ? null : (int) Math.max(0, budget - used);
    }

    private boolean wantsTools(Answer answer) {
        return answer.finishReason() == FinishReason.TOOL
                && !answer.calls().isEmpty()
                && !full
                && attempt.reason() == null;
    }

    /**
     * Calls the tools that the answer wants, none any more once the attempt is to stop.
     *
     * @param last after so many rounds it is offered no tools, so that it says something
     */
    private Question next(Question question, Answer answer, boolean last) {
        List<Turn> turns = new ArrayList<>(question.turns());
        turns.add(new Turn.Assistant(answer.text(), answer.calls()));
        for (ToolCall call : answer.calls()) {
            if (attempt.reason() != null
                    || !attempt.save(_ -> {})) { // Another server may have ended the run meanwhile.
                break;
            }
            tape.add(new RunPart(RunPart.Kind.CALL, call.arguments(), call.name(), call.id()));
            String result = tools.call(ready.caller(), ready.run().conversationId(), call);
            tape.add(new RunPart(RunPart.Kind.RESULT, result, call.name(), call.id()));
            turns.add(new Turn.ToolResult(call.id(), call.name(), result));
        }
        return question.withTurns(turns).withTools(last ? List.of() : question.tools());
    }

    private Answer ask(Question unbounded) {
        Question question = unbounded.within(left());
        Answer answer = model.ask(ready.provider(), question, this::heard, cancellation);
        usage = RunUsage.sum(usage, question.taken(answer).at(ready.price()));
        tape.took(usage());
        return answer;
    }

    private void heard(String delta) {
        if (!tape.say(delta)) {
            full = true;
            cancellation.cancel();
        }
    }

    /** Whether the text was cut because the tape was full. */
    boolean full() {
        return full;
    }

    /** Whether the token budget was used up before the model could be asked with its tools' results (T5). */
    boolean spent() {
        return spent;
    }

    /**
     * Returns the usage of the run: this attempt and earlier ones that were dropped, because providers charge for them,
     * too (T5).
     */
    @Nullable
    RunUsage usage() {
        RunUsage earlier = ready.run().usage();
        return usage == null ? earlier : RunUsage.sum(earlier, usage);
    }
}
