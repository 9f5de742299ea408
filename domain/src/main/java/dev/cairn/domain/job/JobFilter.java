package dev.cairn.domain.job;

import java.util.List;

/**
 * The filter for lists of jobs.
 *
 * @param kinds none means any; {@code statuses} too
 * @param system whether those that are for no project are, too: for admins
 */
public record JobFilter(List<JobKind> kinds, List<JobStatus> statuses, boolean system) {
    public JobFilter {
        kinds = List.copyOf(kinds);
        statuses = List.copyOf(statuses);
    }
}
