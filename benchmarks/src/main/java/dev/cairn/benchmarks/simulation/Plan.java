package dev.cairn.benchmarks.simulation;

import java.time.Duration;

/**
 * What is simulated.
 *
 * @param load work that arrives, as a share of what all agents can do
 * @param work mean duration of a piece of work, exponentially distributed
 * @param dies share of claims whose agent dies at work, and comes back later
 * @param silent share of claims whose agent is cut off at work, works on, and reports when its lease is long over
 * @param fails share of claims that are failed
 */
record Plan(
        int agents,
        int queues,
        Duration length,
        double load,
        Duration work,
        Duration lease,
        double dies,
        double silent,
        double fails,
        long seed) {
    private static final double HEADROOM = 0.8;

    /** Makes a plan with the shares that {@code docs/SCALE.md} names. */
    static Plan of(int agents, int queues, Duration length, Duration work, Duration lease, long seed) {
        return new Plan(agents, queues, length, 0.6, work, lease, 0.01, 0.005, 0.02, seed);
    }

    /** How many of a queue's agents it lets work at once, so that some claims meet the limit. */
    int maxParallel() {
        return Math.max(1, (int) (HEADROOM * agents / queues));
    }

    /** Mean time between two tickets, over all queues. */
    double arrivalMillis() {
        return work.toMillis() / (load * agents);
    }

    Duration heartbeat() {
        return lease.dividedBy(3);
    }
}
