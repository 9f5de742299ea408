package dev.cairn.application.agent;

import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.RunPart;
import dev.cairn.domain.agent.RunUsage;
import dev.cairn.domain.agent.Transcript;
import dev.cairn.domain.conversation.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The record of a running attempt: its thread writes it, followers read it. Thread-safe. */
final class Tape {
    private final int attempt;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<RunPart> parts = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();
    private int characters;
    /** The first half of a surrogate pair whose second half is still to come; a text never ends in it. */
    private String half = "";

    private @Nullable RunUsage usage;
    private boolean closed;

    Tape(int attempt) {
        this.attempt = attempt;
    }

    int attempt() {
        return attempt;
    }

    /** Adds text; returns false when there is no room for all of it (L4), and drops the rest. */
    boolean say(String text) {
        lock.lock();
        try {
            String more = half + text;
            int room = Message.CONTENT_MAX - characters;
            String taken = whole(more, room);
            half = more.length() <= room ? more.substring(taken.length()) : "";
            said.append(taken);
            characters += taken.length();
            changed.signalAll();
            return more.length() <= room;
        } finally {
            lock.unlock();
        }
    }

    /** Returns as much of a text as there is room for, never ending in half a surrogate pair. */
    static String whole(String text, int room) {
        int end = Math.min(text.length(), room);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    void add(RunPart part) {
        lock.lock();
        try {
            settle();
            parts.add(part);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void settle() {
        half = "";
        if (!said.isEmpty()) {
            parts.add(RunPart.text(said.toString()));
            said.setLength(0);
        }
    }

    /** Sets the usage of the run so far. */
    void took(@Nullable RunUsage sum) {
        lock.lock();
        try {
            usage = sum;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the run with the transcript and the usage so far. */
    AgentRun known(AgentRun run) {
        lock.lock();
        try {
            return run.withTranscript(transcript()).withUsage(usage == null ? run.usage() : usage);
        } finally {
            lock.unlock();
        }
    }

    Transcript transcript() {
        lock.lock();
        try {
            List<RunPart> all = new ArrayList<>(parts);
            if (!said.isEmpty()) {
                all.add(RunPart.text(said.toString()));
            }
            return new Transcript(all);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the part behind this many steps; null when there is none yet. */
    @Nullable
    RunPart after(long steps) {
        lock.lock();
        try {
            long left = steps;
            for (RunPart part : parts) {
                if (left < part.steps()) {
                    return rest(part, (int) left);
                }
                left -= part.steps();
            }
            return left < said.length() ? RunPart.text(said.substring((int) left)) : null;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the rest of a part behind its first steps. */
    static RunPart rest(RunPart part, int known) {
        return part.kind() == RunPart.Kind.TEXT ? RunPart.text(part.text().substring(known)) : part;
    }

    /** Closes the tape: the end of the attempt is stored, or another attempt will follow. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is a part behind this many steps. Once the tape is closed, the store has the rest. */
    void await(long steps, Duration patience) throws InterruptedException {
        var _ = await(() -> !closed && after(steps) != null, patience);
    }

    /** Waits until the tape is closed; returns whether it is. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return await(() -> closed, patience);
    }

    private boolean await(BooleanSupplier reached, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!reached.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return reached.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
