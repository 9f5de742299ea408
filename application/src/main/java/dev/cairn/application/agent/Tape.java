package dev.cairn.application.agent;

import dev.cairn.domain.agent.RunPart;
import dev.cairn.domain.agent.Transcript;
import dev.cairn.domain.conversation.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What one attempt of a run makes, while it makes it: written by the one who runs it, read by those who follow. */
final class Tape {
    private final int attempt;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<RunPart> parts = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();
    private int characters;
    private boolean closed;

    Tape(int attempt) {
        this.attempt = attempt;
    }

    int attempt() {
        return attempt;
    }

    /** Adds what was said; false when there is no room for all of it (L4): the rest is dropped. */
    boolean say(String text) {
        lock.lock();
        try {
            int room = Message.CONTENT_MAX - characters;
            String taken = text.length() <= room ? text : text.substring(0, room);
            said.append(taken);
            characters += taken.length();
            changed.signalAll();
            return taken.length() == text.length();
        } finally {
            lock.unlock();
        }
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
        if (!said.isEmpty()) {
            parts.add(RunPart.text(said.toString()));
            said.setLength(0);
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

    /** How much was said. */
    int characters() {
        lock.lock();
        try {
            return characters;
        } finally {
            lock.unlock();
        }
    }

    /** What comes behind so many steps; null when nothing does yet. */
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

    /** The rest of a part of which so many steps are known. */
    static RunPart rest(RunPart part, int known) {
        return part.kind() == RunPart.Kind.TEXT ? RunPart.text(part.text().substring(known)) : part;
    }

    /** Nothing is added any more; how it ended is stored, or another attempt will be made. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something behind so many steps, or nothing will be. */
    void await(long steps, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (after(steps) == null && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            while (closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
