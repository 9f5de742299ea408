package dev.cairn.http.agent;

import dev.cairn.application.agent.RunEvent;
import dev.cairn.application.agent.RunStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The bytes of a run's stream for one client, sent as fast as the connection takes them, by a virtual thread of its own. */
final class RunBody implements RunFlow, Publisher<byte[]>, Subscription {
    private static final Logger LOG = System.getLogger(RunBody.class.getName());
    /** The longest silence, after which a comment keeps the connection open. */
    private static final Duration QUIET_MAX = Duration.ofSeconds(15);
    /** The longest time that one connection lasts, after which the client reconnects. */
    private static final long LIFE_NANOS = TimeUnit.MINUTES.toNanos(30);

    private final RunStream stream;
    private final RunFrames frames;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = Thread.ofVirtual().name("cairn-run-stream").unstarted(this::send);
    private long demand;
    private volatile boolean left;
    private @Nullable Subscriber<? super byte[]> subscriber;

    private RunBody(RunStream stream, RunFrames frames) {
        this.stream = stream;
        this.frames = frames;
    }

    /** Closes the stream at its end, also when nobody comes for it. */
    static RunBody of(RunStream stream, RunFrames frames) {
        RunBody body = new RunBody(stream, frames);
        stream.whenWithdrawn(body::wake);
        body.thread.start();
        return body;
    }

    @Override
    public void subscribe(Subscriber<? super byte[]> taking) {
        taking.onSubscribe(this);
        lock.lock();
        try {
            subscriber = taking;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void request(long n) {
        lock.lock();
        try {
            demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the stream when the client has left. */
    @Override
    public void cancel() {
        lock.lock();
        try {
            left = true;
        } finally {
            lock.unlock();
        }
        thread.interrupt();
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void send() {
        try {
            Subscriber<? super byte[]> taking = awaited();
            if (taking != null) {
                send(taking);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "Who followed a run has left");
        } finally {
            stream.close();
        }
    }

    /** Who takes it; null when nobody came. */
    private @Nullable Subscriber<? super byte[]> awaited() throws InterruptedException {
        lock.lock();
        try {
            long patience = QUIET_MAX.toNanos();
            while (subscriber == null && patience > 0) {
                patience = changed.awaitNanos(patience);
            }
            return subscriber;
        } finally {
            lock.unlock();
        }
    }

    private void send(Subscriber<? super byte[]> taking) throws InterruptedException {
        long end = System.nanoTime() + LIFE_NANOS;
        try {
            boolean goesOn = pass(taking, RunFrames.FIRST);
            while (goesOn && !stream.isOver() && System.nanoTime() < end) {
                RunEvent event = stream.poll(QUIET_MAX);
                if (event != null) {
                    goesOn = pass(taking, frames.of(event));
                } else if (!stream.isOver()) {
                    goesOn = pass(taking, RunFrames.COMMENT);
                }
            }
            stream.close();
            if (!left) {
                taking.onComplete();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "A run could not be followed any more", e);
            taking.onError(e);
        }
    }

    /** False when the client has left, or may not be told any more. */
    private boolean pass(Subscriber<? super byte[]> taking, byte[] bytes) throws InterruptedException {
        lock.lock();
        try {
            while (demand == 0 && !left && !stream.isWithdrawn()) {
                changed.await();
            }
            if (left || stream.isWithdrawn()) {
                return false;
            }
            demand = demand == Long.MAX_VALUE ? demand : demand - 1;
        } finally {
            lock.unlock();
        }
        taking.onNext(bytes);
        return true;
    }
}
