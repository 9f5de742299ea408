package dev.cairn.benchmarks.simulation;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.QueueItem;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was acknowledged, by which every later acknowledgement is judged: whatever contradicts it was handed out or stored twice. */
final class Ledger {
    private final Map<Id<QueueItem>, Holder> holders = new HashMap<>();
    private final Set<Id<QueueItem>> completed = new HashSet<>();
    private final Map<Integer, Set<Id<QueueItem>>> held = new HashMap<>();
    private final Map<Integer, Deque<Id<QueueItem>>> waiting = new HashMap<>();
    private final int maxParallel;
    private long doubled;
    private long overtaken;
    private long overLimit;

    private record Holder(Claim claim, Instant until) {}

    Ledger(int maxParallel) {
        this.maxParallel = maxParallel;
    }

    /** A new item, no more urgent than others, stands in its queue. */
    void enqueued(int queue, Id<QueueItem> item) {
        waiting.computeIfAbsent(queue, _ -> new ArrayDeque<>()).add(item);
    }

    /** A claim was answered with work. */
    void claimed(int queue, Claim claim, Instant until, Instant now) {
        boolean stillHeld = isHeld(claim.itemId(), now);
        Holder before = holders.put(claim.itemId(), new Holder(claim, until));
        boolean oldToken = before != null && before.claim.fencingToken() >= claim.fencingToken();
        if (stillHeld || oldToken || completed.contains(claim.itemId())) {
            doubled++;
        }
        if (claim.fencingToken() == 1) {
            Deque<Id<QueueItem>> line = waiting.computeIfAbsent(queue, _ -> new ArrayDeque<>());
            if (!claim.itemId().equals(line.peek())) {
                overtaken++;
            }
            line.remove(claim.itemId());
        }
        Set<Id<QueueItem>> here = held.computeIfAbsent(queue, _ -> new HashSet<>());
        here.add(claim.itemId());
        here.removeIf(item -> !isHeld(item, now));
        if (here.size() > maxParallel) {
            overLimit++;
        }
    }

    private boolean isHeld(Id<QueueItem> item, Instant now) {
        Holder holder = holders.get(item);
        return holder != null && holder.until.isAfter(now);
    }

    /** A heartbeat was accepted. */
    void renewed(int queue, Claim claim, Instant until) {
        requireNewest(claim);
        holders.put(claim.itemId(), new Holder(claim, until));
        held.computeIfAbsent(queue, _ -> new HashSet<>()).add(claim.itemId());
    }

    /** The end of a claim was accepted. */
    void ended(Claim claim, boolean complete, Instant now) {
        requireNewest(claim);
        holders.put(claim.itemId(), new Holder(claim, now));
        if (complete && !completed.add(claim.itemId())) {
            doubled++;
        }
    }

    private void requireNewest(Claim claim) {
        Holder newest = holders.get(claim.itemId());
        if (newest == null || !newest.claim.id().equals(claim.id())) {
            doubled++;
        }
    }

    Set<Id<QueueItem>> completed() {
        return completed;
    }

    /** How often work was held by two, a late token was accepted, or one piece was completed twice. */
    long doubled() {
        return doubled;
    }

    /** How often a new item was handed out before an older one. */
    long overtaken() {
        return overtaken;
    }

    /** How often more than {@code maxParallel} leases of a queue lived. */
    long overLimit() {
        return overLimit;
    }
}
