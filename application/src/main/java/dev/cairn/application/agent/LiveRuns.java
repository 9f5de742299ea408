package dev.cairn.application.agent;

import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.kernel.Id;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The runs that this process runs now, and those who wait for the end of one. */
public final class LiveRuns {
    private final Map<Id<AgentRun>, Tape> tapes = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean stopped;
    private long signals;

    /** Ends all streams: who follows one comes back, here or elsewhere, and goes on where it was. */
    public void stop() {
        stopped = true;
        tapes.values().forEach(Tape::close);
        signal();
    }

    boolean stopped() {
        return stopped;
    }

    Tape begin(Id<AgentRun> run, int attempt) {
        Tape tape = new Tape(attempt);
        tapes.put(run, tape);
        signal();
        return tape;
    }

    Optional<Tape> find(Id<AgentRun> run) {
        return Optional.ofNullable(tapes.get(run));
    }

    /** This attempt makes nothing any more. */
    void close(Id<AgentRun> run, Tape tape) {
        tapes.remove(run, tape);
        tape.close();
        signal();
    }

    /** What is known of a run by now: what this process makes of it, if it runs here, else what is stored. */
    AgentRun known(AgentRun run) {
        return find(run.id())
                .filter(tape -> tape.attempt() == run.attempt())
                .map(tape -> tape.known(run))
                .orElse(run);
    }

    /** The end of a run is stored. Where it runs here, its attempt closes it once it has handed in what it has. */
    void ended() {
        signal();
    }

    private void signal() {
        lock.lock();
        try {
            signals++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until some run begins or ends here, or the patience is over. */
    void await(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long seen = signals;
            long left = patience.toNanos();
            while (seen == signals && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
