package dev.cairn.application.job;

import dev.cairn.domain.job.Job;
import java.time.Duration;

/**
 * The length of a job's lease, and the time between its renewals (L21).
 *
 * @param heartbeatEvery several of them fit into a lease
 */
public record JobTimes(Duration lease, Duration heartbeatEvery) {
    public static final JobTimes DEFAULT = new JobTimes(Job.LEASE, Job.HEARTBEAT_EVERY);
}
