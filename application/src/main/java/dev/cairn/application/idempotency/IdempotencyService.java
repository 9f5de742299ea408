package dev.cairn.application.idempotency;

import dev.cairn.application.idempotency.IdempotencyStore.Answer;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.work.Recency;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Answers a repeated request with the answer it got first; the answer is stored with the change it reports. */
public final class IdempotencyService {
    /** The time for which answers are kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** The number of answers that one transaction deletes. */
    private static final int SLICE_SIZE = 500;

    private final Transactions transactions;
    private final IdempotencyStore store;
    private final ActivityLog log;
    private final Clock clock;
    private final Set<IdempotencyStore.Key> inFlight = ConcurrentHashMap.newKeySet();

    public IdempotencyService(Transactions transactions, IdempotencyStore store, ActivityLog log, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** The handler's answer; one that promises nothing, as an empty claim, is not kept. */
    public record Produced(Answer answer, boolean keep) {}

    /**
     * The answer to a request.
     *
     * @param replayed whether it is an earlier one
     * @param kept whether the same request gets it again
     */
    public record Given(Answer answer, boolean replayed, boolean kept) {}

    /**
     * Runs the handler once per key, in a transaction that it joins. Errors are thrown on and nothing is kept.
     *
     * @throws Conflict {@code idempotency_in_flight} while the first is running; {@code idempotency_mismatch} when the
     *     key came with another body before
     */
    public Given once(IdempotencyStore.Key key, String bodyHash, Supplier<Produced> handler) {
        if (!inFlight.add(key)) {
            throw new Conflict(
                    ErrorCode.IDEMPOTENCY_IN_FLIGHT, "The first request with this Idempotency-Key is still running");
        }
        try {
            Given given = transactions.write(() -> {
                Optional<Answer> earlier = store.find(key);
                return earlier.isPresent() ? replay(earlier.get(), bodyHash) : produce(key, handler);
            });
            if (given.replayed()) {
                notePosition();
            }
            return given;
        } finally {
            inFlight.remove(key);
        }
    }

    /**
     * Deletes answers older than {@link #KEPT}, slice by slice.
     *
     * @param stopped whether the slices that are left wait for the next time
     */
    public void forgetOld(BooleanSupplier stopped) {
        Instant oldest = Times.now(clock).minus(KEPT);
        int slice;
        do {
            slice = transactions.bulk(() -> store.deleteBefore(oldest, SLICE_SIZE));
        } while (slice == SLICE_SIZE && !stopped.getAsBoolean());
    }

    /** Notes the log's last number: what the first request wrote is not behind it (G8). */
    private void notePosition() {
        Recency recency = Recency.current();
        if (recency != null) {
            recency.wrote(transactions.read(log::state).last());
        }
    }

    private Given produce(IdempotencyStore.Key key, Supplier<Produced> handler) {
        Produced produced = handler.get();
        if (produced.keep()) {
            store.insert(key, produced.answer(), Times.now(clock));
        }
        return new Given(produced.answer(), false, produced.keep());
    }

    private static Given replay(Answer earlier, String bodyHash) {
        if (!earlier.bodyHash().equals(bodyHash)) {
            throw new Conflict(ErrorCode.IDEMPOTENCY_MISMATCH, "This Idempotency-Key came with another body before");
        }
        return new Given(earlier, true, true);
    }
}
