package dev.cairn.application.agent;

import dev.cairn.application.job.Attempt;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.AgentRunRepository;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Stores the state of an answer while it is streamed, at most once per interval and only when it has changed (L22).
 * Followers on another server read this draft (R43).
 */
final class Drafting {
    /** The interval where no other server reads the database; a draft then only survives the death of this server. */
    static final Duration EVERY_ALONE = Duration.ofSeconds(1);

    static final Duration EVERY_SHARED = Duration.ofMillis(250);

    private static final Logger LOG = System.getLogger(Drafting.class.getName());

    private final Attempt attempt;
    private final AgentRunRepository runs;
    private final AgentRun run;
    private final Tape tape;
    private long stored;
    private volatile boolean over;

    Drafting(Attempt attempt, AgentRunRepository runs, AgentRun run, Tape tape) {
        this.attempt = attempt;
        this.runs = runs;
        this.run = run;
        this.tape = tape;
    }

    /** Starts a thread of its own, which ends with the tape. */
    Drafting start(Duration every) {
        var _ = Thread.ofVirtual().name("cairn-draft-" + run.id()).start(() -> store(every));
        return this;
    }

    /** Ends the drafting, because the end of the run is stored in full. */
    void end() {
        over = true;
    }

    private void store(Duration every) {
        try {
            boolean goesOn = true;
            while (goesOn && !tape.awaitEnd(every) && !over && attempt.reason() == null) {
                goesOn = tape.after(stored) == null || draft();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stores a draft; returns false when the job is lost. */
    boolean draft() {
        AgentRun known = tape.known(run);
        try {
            boolean mine = attempt.save(_ -> runs.draft(known));
            stored = known.transcript().steps();
            return mine;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A draft of run %s is stored later: %s".formatted(run.id(), e.getMessage()));
            return true;
        }
    }
}
