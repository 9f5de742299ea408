package dev.cairn.application.agent;

import dev.cairn.application.event.EventStream;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.RunError;
import dev.cairn.domain.agent.RunPart;
import dev.cairn.domain.agent.RunStatus;
import dev.cairn.domain.agent.RunUsage;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Wire;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows one run from a number on, on whichever server: where it runs, as it comes; elsewhere by its draft; after its end by what is
 * stored (R43). A number is that of the attempt and how many steps of it are known, so that no step is missing or told twice. One thread
 * takes from it at a time. It ends without another word when its follower may not read the run any more (E9).
 */
public final class RunStream implements AutoCloseable {
    /** No attempt has as many steps. */
    private static final long ATTEMPT = 1_000_000_000L;
    /**
     * The step of the usage, behind all steps of an attempt; fewer steps may be stored than were sent when a server
     * ended in between.
     */
    private static final long USED = ATTEMPT - 2;

    private static final long ENDED = ATTEMPT - 1;
    /** The most characters of one text event. */
    private static final int TEXT_MAX = 4_096;
    /** The time between two reads of a draft that another server writes. */
    private static final Duration LOOK = Duration.ofMillis(250);
    /** How old the knowledge may be that the follower reads the run. */
    private static final long KNOWN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Id<AgentRun> id;
    private final LiveRuns live;
    private final Function<Id<AgentRun>, Optional<AgentRun>> stored;
    private final BooleanSupplier reads;
    private final EventStream seat;
    private int attempt;
    private long steps;
    private long known = System.nanoTime();
    private volatile boolean over;

    /**
     * @param stored the run as the follower may read it
     * @param reads whether the follower may still read the run
     * @param seat what ends with the follower's session or token
     */
    RunStream(
            Id<AgentRun> id,
            long after,
            LiveRuns live,
            Function<Id<AgentRun>, Optional<AgentRun>> stored,
            BooleanSupplier reads,
            EventStream seat) {
        this.id = id;
        this.live = live;
        this.stored = stored;
        this.reads = reads;
        this.seat = seat;
        this.attempt = (int) Math.min(after / ATTEMPT, Integer.MAX_VALUE);
        this.steps = after % ATTEMPT;
    }

    /** Whether the stream has ended. */
    public boolean isOver() {
        return over;
    }

    /** Whether it ended since its follower's session or token did: what was taken from it is not to be told, either. */
    public boolean isWithdrawn() {
        return !over && seat.isOver();
    }

    /** What is called when it is withdrawn; on any thread, and it has to return at once. */
    public void whenWithdrawn(Runnable callback) {
        seat.whenReady(callback);
    }

    @Override
    public void close() {
        over = true;
        seat.close();
    }

    /**
     * Waits for the next event.
     *
     * @return null when there was none for so long, or it is over
     * @throws InterruptedException when the thread is told to stop
     */
    public @Nullable RunEvent poll(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!over) {
            if (live.stopped() || !isReader()) {
                close();
                return null;
            }
            Tape tape = live.find(id)
                    .filter(each -> each.attempt() >= attempt) // Else another server makes it by now.
                    .orElse(null);
            RunEvent next = tape == null ? fromStore() : fromTape(tape);
            if (next != null) {
                return next;
            }
            long left = end - System.nanoTime();
            if (over || left <= 0) {
                return null;
            }
            Duration wait = left < LOOK.toNanos() ? Duration.ofNanos(left) : LOOK;
            if (tape == null) {
                live.await(wait);
            } else {
                tape.await(steps, wait);
            }
        }
        return null;
    }

    private boolean isReader() {
        long now = System.nanoTime();
        if (now - known < KNOWN_NANOS) {
            return !seat.isOver();
        }
        known = now;
        return !seat.isOver() && reads.getAsBoolean();
    }

    private @Nullable RunEvent fromTape(Tape tape) {
        RunEvent restarted = restarted(tape.attempt());
        return restarted == null ? told(tape.after(steps)) : restarted;
    }

    private @Nullable RunEvent fromStore() {
        AgentRun run = stored.apply(id).orElse(null);
        if (run == null) {
            close();
            return null;
        }
        RunEvent restarted = restarted(run.attempt());
        if (restarted != null) {
            return restarted;
        }
        RunEvent told = told(after(run));
        return told != null || run.status().live() ? told : last(run);
    }

    private @Nullable RunPart after(AgentRun run) {
        long left = steps;
        for (RunPart part : run.transcript().parts()) {
            if (left < part.steps()) {
                return Tape.rest(part, (int) left);
            }
            left -= part.steps();
        }
        return null;
    }

    private @Nullable RunEvent restarted(int current) {
        if (current <= attempt) {
            return null;
        }
        boolean some = attempt > 0 && steps > 0;
        attempt = current;
        steps = 0;
        return some ? new RunEvent.Restarted(seq(), current) : null;
    }

    private @Nullable RunEvent told(@Nullable RunPart part) {
        if (part == null) {
            return null;
        }
        if (part.kind() != RunPart.Kind.TEXT) {
            steps++;
            return new RunEvent.Tool(seq(), part);
        }
        String text = Tape.whole(part.text(), TEXT_MAX);
        steps += text.length();
        return new RunEvent.Delta(seq(), text);
    }

    /** Returns the events behind the transcript: first the usage, then the end. */
    private @Nullable RunEvent last(AgentRun run) {
        RunUsage usage = run.usage();
        if (steps < USED) {
            steps = USED;
            if (usage != null) {
                return new RunEvent.Used(seq(), usage);
            }
        }
        close();
        if (steps == ENDED) {
            return null;
        }
        steps = ENDED;
        if (run.messageId() != null) {
            return new RunEvent.Done(seq(), run.messageId(), run.finishReason());
        }
        RunError error = run.error();
        return error == null
                ? new RunEvent.Failed(
                        seq(),
                        run.status() == RunStatus.CANCELLED ? "cancelled" : "nothing_said",
                        "The run is " + Wire.of(run.status()) + " and said nothing")
                : new RunEvent.Failed(seq(), error.code(), error.detail());
    }

    private long seq() {
        return attempt * ATTEMPT + steps;
    }
}
