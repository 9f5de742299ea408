package dev.cairn.benchmarks.simulation;

import dev.cairn.Cairn;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Queue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The agents: each belongs to a queue and asks for work as soon as it is idle; where there is none it waits in its queue's line, as a claim that waits does
 * (Q14). Some die at work, some are cut off and report when others may have their work. Which server an agent asks follows from its number.
 */
final class Agents {
    private static final Duration RESTART = Duration.ofMinutes(5);
    /** How much later than its lease somebody reports who was cut off. */
    private static final int SILENT_LEASES = 2;

    private static final Duration SWEEP = Duration.ofSeconds(30);

    private final Plan plan;
    private final Timeline time;
    private final List<Cairn> servers;
    private final Tally tally;
    private final Ledger ledger;
    private final SplittableRandom random;
    private final List<Id<Queue>> queues;
    private final List<Deque<Integer>> idle = new ArrayList<>();

    Agents(Plan plan, Timeline time, List<Cairn> servers, List<Id<Queue>> queues, Tally tally, Ledger ledger) {
        this.plan = plan;
        this.time = time;
        this.servers = servers;
        this.queues = queues;
        this.tally = tally;
        this.ledger = ledger;
        this.random = new SplittableRandom(plan.seed() + 1);
        queues.forEach(_ -> idle.add(new ArrayDeque<>()));
        for (int agent = 0; agent < plan.agents(); agent++) {
            idle.get(queueOf(agent)).add(agent);
        }
    }

    /** Takes back every half minute what was left behind, as each server does (Q9). */
    void sweep() {
        int swept = tally.timed(
                Tally.Kind.SWEEP,
                () -> servers.getFirst().sweeper().sweep(servers.getFirst().owner()));
        tally.swept(swept);
        time.in(SWEEP, this::sweep);
    }

    /** There may be work on a queue: whoever has waited longest asks for it. */
    void wake(int queue) {
        Integer agent = idle.get(queue).poll();
        if (agent != null) {
            ask(agent);
        }
    }

    private int queueOf(int agent) {
        return agent % plan.queues();
    }

    private Cairn server(int agent) {
        return servers.get(agent / plan.queues() % servers.size());
    }

    private void ask(int agent) {
        int queue = queueOf(agent);
        Cairn server = server(agent);
        ClaimRequest request =
                new ClaimRequest("agent-" + agent, Math.toIntExact(plan.lease().toSeconds()));
        switch (tally.timed(
                Tally.Kind.CLAIM, () -> server.claims().claim(server.owner(), queues.get(queue), request))) {
            case Claimed work -> {
                ledger.claimed(queue, work.claim(), Objects.requireNonNull(work.leaseUntil()), time.instant());
                tally.handedOut(agent, work, time.instant());
                begin(agent, work.claim());
            }
            case NothingToClaim _ -> {
                tally.empty();
                idle.get(queue).addFirst(agent);
            }
        }
    }

    private void begin(int agent, Claim claim) {
        Duration work = exponential(plan.work());
        double fate = random.nextDouble();
        if (fate < plan.dies()) {
            Duration alive = scaled(work, random.nextDouble());
            beat(agent, claim, alive);
            time.in(alive, () -> die(agent));
        } else if (fate < plan.dies() + plan.silent()) {
            Duration away = work.plus(plan.lease().multipliedBy(SILENT_LEASES));
            time.in(plan.lease(), () -> wakeAfterLease(agent));
            time.in(away, () -> end(agent, claim, false));
        } else {
            boolean fails = fate < plan.dies() + plan.silent() + plan.fails();
            beat(agent, claim, work);
            time.in(work, () -> end(agent, claim, fails));
        }
    }

    /** Renews the lease for as long as there is work left. */
    private void beat(int agent, Claim claim, Duration left) {
        Duration every = plan.heartbeat();
        if (left.compareTo(every) > 0) {
            time.in(every, () -> {
                if (renew(agent, claim)) {
                    beat(agent, claim, left.minus(every));
                }
            });
        }
    }

    private boolean renew(int agent, Claim claim) {
        Cairn server = server(agent);
        try {
            var renewed = tally.timed(
                    Tally.Kind.HEARTBEAT,
                    () -> server.claims().heartbeat(server.owner(), claim.id(), ClaimUpdate.of(claim.fencingToken())));
            ledger.renewed(queueOf(agent), renewed.claim(), renewed.leaseUntil());
            return true;
        } catch (Conflict refused) {
            requireLost(refused);
            return false;
        }
    }

    private void die(int agent) {
        tally.died();
        time.in(plan.lease(), () -> wakeAfterLease(agent));
        time.in(exponential(RESTART), () -> ask(agent));
    }

    private void wakeAfterLease(int agent) {
        time.in(Duration.ofMillis(1), () -> wake(queueOf(agent)));
    }

    private void end(int agent, Claim claim, boolean fails) {
        Cairn server = server(agent);
        ClaimUpdate update = ClaimUpdate.of(claim.fencingToken());
        try {
            Claim ended = tally.timed(
                    Tally.Kind.END,
                    () -> fails
                            ? server.claims().fail(server.owner(), claim.id(), update.withError("It did not work"))
                            : server.claims().complete(server.owner(), claim.id(), update));
            ledger.ended(ended, !fails, time.instant());
            tally.ended(fails);
            if (ended.retryAt() != null) {
                time.in(Duration.between(time.instant(), ended.retryAt()).plusMillis(1), () -> wake(queueOf(agent)));
            }
        } catch (Conflict refused) {
            requireLost(refused);
        }
        ask(agent);
    }

    /** Whoever is too late is told so; any other refusal is a fault. */
    private void requireLost(Conflict refused) {
        if (refused.code() != ErrorCode.LEASE_LOST && refused.code() != ErrorCode.AT_LIMIT) {
            throw refused;
        }
        tally.refused();
    }

    private Duration exponential(Duration mean) {
        return scaled(mean, -Math.log(1 - random.nextDouble()));
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis(Math.max(1, Math.round(duration.toMillis() * factor)));
    }
}
