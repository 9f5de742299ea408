package dev.cairn.history;

import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.history.World.Claim;
import dev.cairn.history.World.Item;
import java.util.Set;
import java.util.TreeSet;

/** What holders say, and what is done when they say nothing, in the model (Q5–Q9, Q18, Q19). */
final class HolderRules {
    /** min(10 min, 1 s · 2ⁿ), and at least half of it (Q7). */
    private static final long BACKOFF_MAX = 600_000;

    private static final int RELEASES_AT_ONCE = 2;

    private final World world;
    private final Endings endings;

    HolderRules(World world, Endings endings) {
        this.world = world;
        this.endings = endings;
    }

    private interface OnClaim {
        Prediction play(Claim claim, Item item, boolean held);
    }

    /** Held too is what the sweeper put back, until somebody else claims it (Q18). */
    private Prediction onClaim(int number, boolean wrongToken, OnClaim step) {
        Claim claim = World.newest(world.claims, number);
        Item item = claim.item;
        boolean lasts = claim.outcome == null && item.claimed();
        boolean waits = claim.outcome == ClaimOutcome.LOST
                && claim.left == ItemStatus.READY
                && item.status == ItemStatus.READY
                && world.live(i -> i.group == item).isEmpty();
        boolean held = !wrongToken && item.token == claim.token && (lasts || waits);
        return step.play(claim, item, held);
    }

    Prediction heartbeat(int number, boolean wrongToken) {
        return onClaim(number, wrongToken, (claim, item, held) -> {
            if (!held) {
                return Prediction.refused("lease_lost");
            }
            boolean late = !item.claimed() || world.lapsed(item);
            if (late && world.leases(item.queue) >= item.queue.maxParallel) {
                return Prediction.refused("at_limit");
            }
            boolean swept = !item.claimed();
            item.status = ItemStatus.CLAIMED;
            item.leaseUntil = world.now + World.LEASE_SECONDS * 1000L;
            claim.outcome = null;
            claim.left = null;
            if (swept) {
                endings.start(item);
            }
            return Prediction.DONE;
        });
    }

    Prediction complete(int number, boolean wrongToken, boolean finishTasks) {
        return onClaim(number, wrongToken, (claim, item, held) -> {
            if (!wrongToken && claim.outcome == ClaimOutcome.COMPLETED) {
                return Prediction.DONE;
            }
            if (!held) {
                return Prediction.refused("lease_lost");
            }
            if (item.task == null) {
                Set<String> codes = new TreeSet<>();
                if (item.ticket.status == TicketStatus.BLOCKED) {
                    codes.add("transition_refused");
                }
                if (!finishTasks && !world.openTasksOf(item.ticket).isEmpty()) {
                    codes.add("tasks_open");
                }
                if (!codes.isEmpty()) {
                    return Prediction.refused(codes);
                }
            }
            leave(claim, item, ItemStatus.COMPLETED, ClaimOutcome.COMPLETED);
            if (item.task == null) {
                endings.completeTasks(item.ticket);
                endings.finish(item.ticket, TicketStatus.COMPLETED);
            } else {
                endings.move(item.task, TaskStatus.COMPLETED);
            }
            return Prediction.DONE;
        });
    }

    Prediction fail(int number, boolean wrongToken) {
        return onClaim(number, wrongToken, (claim, item, held) -> {
            if (!wrongToken && claim.outcome == ClaimOutcome.FAILED) {
                return Prediction.DONE;
            }
            if (!held) {
                return Prediction.refused("lease_lost");
            }
            boolean swept = !item.claimed();
            item.attempts++;
            item.releasesLeast = 0;
            item.releasesMost = 0;
            boolean last = item.attempts >= item.queue.maxAttempts;
            leave(claim, item, last ? ItemStatus.FAILED : ItemStatus.READY, ClaimOutcome.FAILED);
            if (!swept) {
                endings.putBack(item);
            }
            return last ? Prediction.DONE : Prediction.LATER;
        });
    }

    Prediction release(int number, boolean wrongToken, long after) {
        return onClaim(number, wrongToken, (claim, item, held) -> {
            if (!wrongToken && claim.outcome == ClaimOutcome.RELEASED) {
                return Prediction.DONE;
            }
            if (!held) {
                return Prediction.refused("lease_lost");
            }
            boolean swept = !item.claimed();
            boolean mayHaveProgressed =
                    item.task == null && world.tasksOf(item.ticket).stream().anyMatch(task -> task.status.finished());
            item.releasesLeast = mayHaveProgressed ? 0 : item.releasesLeast + 1;
            item.releasesMost++;
            item.runAt = world.now + after;
            leave(claim, item, ItemStatus.READY, ClaimOutcome.RELEASED);
            if (!swept) {
                endings.putBack(item);
            }
            return item.releasesMost > RELEASES_AT_ONCE ? Prediction.LATER : Prediction.DONE;
        });
    }

    private void leave(Claim claim, Item item, ItemStatus status, ClaimOutcome outcome) {
        item.status = status;
        claim.end(outcome);
        endings.closeGroup(item);
    }

    /** Takes over when a failed or released item runs again, which has a random part; answers whether it is within the rules. */
    boolean runsAgain(int number, long runAt) {
        Item item = World.newest(world.claims, number).item;
        boolean failed = item.releasesMost == 0;
        long wanted = item.runAt;
        int slow = failed ? item.attempts : item.releasesMost - RELEASES_AT_ONCE;
        long most = world.now + Math.min(BACKOFF_MAX, 1000L << Math.min(slow, 20));
        boolean mayBeAtOnce = !failed && item.releasesLeast <= RELEASES_AT_ONCE;
        long slowLeast = failed ? item.attempts : Math.max(1, item.releasesLeast - RELEASES_AT_ONCE);
        long least = world.now + Math.min(BACKOFF_MAX, 1000L << Math.min(slowLeast, 20)) / 2;
        item.runAt = runAt;
        if (failed) {
            return runAt >= least && runAt <= most;
        }
        return (mayBeAtOnce && runAt == wanted)
                || (runAt >= Math.max(least, wanted) && runAt <= Math.max(most, wanted));
    }

    Prediction sweep() {
        for (Item item : world.live(world::lapsed)) {
            item.stalls++;
            boolean last = item.stalls >= item.queue.maxStalls;
            if (last) {
                item.releasesLeast = 0;
                item.releasesMost = 0;
            }
            item.status = last ? ItemStatus.FAILED : ItemStatus.READY;
            if (item.claim != null) {
                item.claim.end(ClaimOutcome.LOST);
            }
            endings.closeGroup(item);
            endings.putBack(item);
        }
        return Prediction.DONE;
    }
}
