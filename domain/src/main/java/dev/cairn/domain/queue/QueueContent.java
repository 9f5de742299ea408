package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a queue that clients may edit.
 *
 * @param name unique per project ignoring case
 * @param maxParallel live leases at the same time
 * @param leaseSeconds how long a claim lives without a heartbeat
 * @param maxAttempts failures before an item is put aside as failed (Q7)
 * @param maxStalls expired leases before an item is put aside as failed (Q9)
 * @param feeds the ready tickets of the project that enter the queue by themselves (Q22); null means none
 */
@RecordBuilder
public record QueueContent(
        String name,
        @Nullable String description,
        int maxParallel,
        int leaseSeconds,
        int maxAttempts,
        int maxStalls,
        @Nullable WorkFilter feeds)
        implements QueueContentBuilder.With {
    /** The queue of work that is claimed straight from the ready list; it is found by this name (Q22). */
    public static final String READY_NAME = "ready";

    public static final int NAME_MAX = 100;
    public static final int DESCRIPTION_MAX = 5_000;
    public static final int PARALLEL_DEFAULT = 4;
    public static final int PARALLEL_MAX = 10_000;
    public static final int LEASE_SECONDS_MIN = 5;
    public static final int LEASE_SECONDS_DEFAULT = 900;
    public static final int LEASE_SECONDS_MAX = 86_400;
    public static final int ATTEMPTS_DEFAULT = 3;
    public static final int STALLS_DEFAULT = 3;
    public static final int TRIES_MAX = 100;

    public QueueContent {
        name = Text.of("name", name, 1, NAME_MAX);
        description = Text.optional("description", description, DESCRIPTION_MAX);
        maxParallel = Limits.range("maxParallel", maxParallel, 1, PARALLEL_MAX);
        leaseSeconds = checkedLease(leaseSeconds);
        maxAttempts = Limits.range("maxAttempts", maxAttempts, 1, TRIES_MAX);
        maxStalls = Limits.range("maxStalls", maxStalls, 1, TRIES_MAX);
    }

    public static QueueContent named(String name) {
        return new QueueContent(
                name, null, PARALLEL_DEFAULT, LEASE_SECONDS_DEFAULT, ATTEMPTS_DEFAULT, STALLS_DEFAULT, null);
    }

    /** Makes the queue that the first claim from the ready list creates: every ready ticket enters it, and no limit is in the way. */
    public static QueueContent ready() {
        return named(READY_NAME)
                .withDescription("Work that was claimed straight from the ready list")
                .withMaxParallel(PARALLEL_MAX)
                .withFeeds(WorkFilter.ANY);
    }

    public static int checkedLease(int seconds) {
        return Limits.range("leaseSeconds", seconds, LEASE_SECONDS_MIN, LEASE_SECONDS_MAX);
    }
}
