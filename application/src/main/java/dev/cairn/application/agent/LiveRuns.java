package dev.cairn.application.agent;

import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.kernel.Id;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The runs of this process, and the waits for their end. */
public final class LiveRuns {
    private final Map<Id<AgentRun>, Tape> tapes = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean stopped;
    private long signals;

    /** Ends all streams; a follower reconnects to any server and continues where it was. */
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

    /** Removes the tape of an attempt that has ended. */
    void close(Id<AgentRun> run, Tape tape) {
        tapes.remove(run, tape);
        tape.close();
        signal();
    }

    /** Returns the current state of a run: from its tape if it runs in this process, else as stored. */
    AgentRun known(AgentRun run) {
        return find(run.id())
                .filter(tape -> tape.attempt() == run.attempt())
                .map(tape -> tape.known(run))
                .orElse(run);
    }

    /** Signals that the end of a run is stored. If it runs here, its attempt closes the tape after its last entries. */
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

    /** Waits until a run begins or ends in this process, or the patience is over. */
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
