package dev.cairn.application.job;

import dev.cairn.domain.job.Job;
import java.time.Duration;

/**
 * How long whoever runs a job has it for sure, and how often it says that it still runs it (L21).
 *
 * @param heartbeatEvery several of them fit into a lease
 */
public record JobTimes(Duration lease, Duration heartbeatEvery) {
    public static final JobTimes DEFAULT = new JobTimes(Job.LEASE, Job.HEARTBEAT_EVERY);
}
