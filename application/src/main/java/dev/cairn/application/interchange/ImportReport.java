package dev.cairn.application.interchange;

import java.util.List;

/**
 * What an import did, in tickets.
 *
 * @param skipped left out on purpose: tombstones, and tickets that were deleted here
 * @param problems what could not be carried over, in the order of the file; at most {@value #PROBLEMS_MAX}
 */
public record ImportReport(int created, int updated, int unchanged, int skipped, List<ImportProblem> problems) {
    public static final int PROBLEMS_MAX = 10_000;

    public ImportReport {
        problems = List.copyOf(problems);
    }
}
