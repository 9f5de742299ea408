package dev.cairn.application.agent;

import dev.cairn.application.agent.Preparation.Begun;
import dev.cairn.application.job.Attempt;
import dev.cairn.application.job.Attempt.Reason;
import dev.cairn.application.job.Ending;
import dev.cairn.application.job.JobHandler;
import dev.cairn.application.model.Answer;
import dev.cairn.application.model.Failure;
import dev.cairn.application.model.Model;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.RunError;
import dev.cairn.domain.agent.RunStatus;
import dev.cairn.domain.agent.Transcript;
import dev.cairn.domain.conversation.FinishReason;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.model.FailureKind;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs agents' answers: each run ends once, with at most one message, even if servers or models fail meanwhile (T3, T4). */
public record ReplyHandler(
        UnitOfWork work,
        AgentStores stores,
        Preparation preparation,
        RunEnding ending,
        LiveRuns live,
        Model model,
        AgentTools tools)
        implements JobHandler {
    @Override
    public JobKind kind() {
        return JobKind.REPLY;
    }

    @Override
    public Ending run(Attempt attempt) {
        AtomicReference<@Nullable Begun> begun = new AtomicReference<>();
        if (!attempt.save(act -> begun.set(preparation.begin(act, attempt.job())))) {
            return new Ending.Again("Somebody else has it", null);
        }
        return switch (begun.get()) {
            case null -> new Ending.Again("It could not be begun", null);
            case Begun.Over _ -> new Ending.Done(_ -> {});
            case Begun.Refused(RunError error) -> new Ending.Hopeless(error.line());
            case Begun.Ready ready -> answer(attempt, ready);
        };
    }

    private Ending answer(Attempt attempt, Begun.Ready ready) {
        Id<AgentRun> id = ready.run().id();
        Tape tape = live.begin(id, ready.run().attempt());
        attempt.onEnd(() -> live.close(id, tape));
        Drafting drafting = new Drafting(attempt, stores.runs(), ready.run(), tape);
        try {
            drafting.start(work.alone() ? Drafting.EVERY_ALONE : Drafting.EVERY_SHARED);
            Answering answering = new Answering(model, tools, attempt, ready, tape);
            Answer answer = answering.run();
            Reason stopped = attempt.reason();
            boolean over = stopped == Reason.STOPPING || stopped == Reason.LOST;
            // If the job is still held, its usage is kept in the draft, and another attempt answers anew.
            if (over && drafting.draft()) {
                return new Ending.Again("It was told to stop", null);
            }
            Outcome cancelled = Outcome.cancelled(tape.transcript(), answering.usage(), answer.model());
            return over
                    ? new Ending.Done(_ -> {}, act -> handIn(act, ready.run(), cancelled))
                    : ended(stopped, ready.run(), drafting, answering, answer, cancelled);
        } finally {
            drafting.end();
        }
    }

    private Ending ended(
            @Nullable Reason stopped,
            AgentRun run,
            Drafting drafting,
            Answering answering,
            Answer answer,
            Outcome cancelled) {
        Transcript transcript = cancelled.transcript();
        Failure failure = answer.failure();
        if (failure != null && transcript.parts().isEmpty()) {
            if (answer.usage() != null) {
                drafting.draft(); // Nothing was said, and it took tokens all the same (T5).
            }
            String error = error(failure).line();
            return failure.kind().passing()
                    ? new Ending.Again(error, failure.retryAfter())
                    : new Ending.Hopeless(error);
        }
        boolean unwanted =
                stopped == Reason.CANCELLED && answer.finishReason() == dev.cairn.domain.model.FinishReason.TOOL;
        Outcome outcome = unwanted ? cancelled : outcome(answering, answer, transcript);
        return new Ending.Done(
                act -> stores.runs()
                        .find(run.id()) // It went with its conversation, if that was purged meanwhile.
                        .filter(found -> found.status().live())
                        .ifPresent(found -> ending.end(act, found, outcome)),
                act -> handIn(act, run, cancelled));
    }

    /** Adds to a run that was ended from outside what only its attempt knows, unless a later attempt has begun. */
    private void handIn(Act act, AgentRun attempted, Outcome known) {
        stores.runs()
                .find(attempted.id())
                .filter(run -> !run.status().live() && run.attempt() == attempted.attempt())
                .ifPresent(run -> ending.handIn(act, run, known));
    }

    private static Outcome outcome(Answering answering, Answer answer, Transcript transcript) {
        Failure failure = answer.failure();
        if (failure != null) {
            FinishReason reason = failure.kind() == FailureKind.TRUNCATED ? FinishReason.CUT : FinishReason.FAILED;
            return new Outcome(RunStatus.FAILED, reason, error(failure), transcript, answering.usage(), answer.model());
        }
        if (answering.full()) {
            return succeeded(answering, answer, transcript, FinishReason.LENGTH);
        }
        if (answering.spent()) {
            RunError error = RunError.of(
                    ErrorCode.BUDGET_EXHAUSTED, "The answer used the tokens of a run: raise the agent's tokensPerRun");
            return new Outcome(
                    RunStatus.FAILED, FinishReason.LENGTH, error, transcript, answering.usage(), answer.model());
        }
        return switch (answer.finishReason()) {
            case STOP, TOOL, FAILED -> succeeded(answering, answer, transcript, FinishReason.STOP);
            case LENGTH -> succeeded(answering, answer, transcript, FinishReason.LENGTH);
            case CANCELLED -> Outcome.cancelled(transcript, answering.usage(), answer.model());
        };
    }

    private static Outcome succeeded(Answering answering, Answer answer, Transcript transcript, FinishReason reason) {
        return transcript.message().isEmpty()
                ? Outcome.failed(
                        new RunError("nothing_said", "The model ended without saying anything"),
                        transcript,
                        answering.usage(),
                        answer.model())
                : new Outcome(RunStatus.SUCCEEDED, reason, null, transcript, answering.usage(), answer.model());
    }

    private static RunError error(Failure failure) {
        return RunError.of(failure.kind(), failure.detail());
    }

    @Override
    public void postponed(Act act, Job job, String error) {
        stores.runs()
                .find(subject(job))
                .filter(run -> run.status().live())
                .ifPresent(run -> stores.runs().update(run.waitAgain(RunError.parse(error))));
    }

    /** Fails the run with the text that is stored of it. */
    @Override
    public void gaveUp(Act act, Job job, String error) {
        stores.runs()
                .find(subject(job))
                .filter(run -> run.status().live())
                .ifPresent(run -> ending.end(
                        act, run, Outcome.failed(RunError.parse(error), run.transcript(), run.usage(), run.model())));
    }

    private static Id<AgentRun> subject(Job job) {
        return new Id<>(job.subjectId().value());
    }
}
