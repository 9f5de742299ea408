package dev.cairn.http.door;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/** The demand of a stream's subscriber. Parts are sent by one thread at a time. */
public final class Demand {
    private final AtomicLong asked = new AtomicLong();
    private final AtomicInteger drains = new AtomicInteger();
    private volatile @Nullable Subscriber<? super byte[]> subscriber;

    public void subscribed(Subscriber<? super byte[]> taking) {
        subscriber = taking;
    }

    public boolean isSubscribed() {
        return subscriber != null;
    }

    public void add(long parts) {
        asked.accumulateAndGet(parts, (before, more) -> before + more < 0 ? Long.MAX_VALUE : before + more);
    }

    public boolean isOpen() {
        return asked.get() > 0;
    }

    /** Sends a part, for which there is demand. */
    public void send(Subscriber<? super byte[]> taking, byte[] part) {
        asked.updateAndGet(n -> n == Long.MAX_VALUE ? n : n - 1);
        taking.onNext(part);
    }

    /** Sends all that is ready. Of several threads at once the first sends, also for the others. */
    public void drain(Consumer<Subscriber<? super byte[]>> send) {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            Subscriber<? super byte[]> taking = subscriber;
            if (taking != null) {
                send.accept(taking);
            }
            seen = drains.addAndGet(-seen);
        } while (seen != 0);
    }
}
