package dev.cairn.model;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does something later unless it is told not to: one thread for all answers, made with the first. */
final class Watch {
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private Watch() {}

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("cairn-model-watch").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    static Future<?> after(Duration time, Runnable action) {
        return TIMER.schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
