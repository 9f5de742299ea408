package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.job.Job;
import dev.cairn.domain.kernel.Id;
import java.time.Duration;

/** The threads that index. */
final class IndexThreads {
    private static final Duration LONG = Duration.ofSeconds(60);

    private IndexThreads() {}

    /** The one that runs a job. */
    static Thread of(Id<Job> job) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("cairn-index-" + job))
                .findFirst()
                .orElseThrow();
    }

    static void join(Thread thread) {
        try {
            assertThat(thread.join(LONG)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
