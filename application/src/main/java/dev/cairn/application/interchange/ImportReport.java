package dev.cairn.application.interchange;

import java.util.List;

/**
 * The result of an import, in tickets or in prompts.
 *
 * @param skipped left out: tombstones, tickets that were deleted here, prompts that cannot be read
 * @param problems the things that could not be imported, in the order of the file; at most {@value #PROBLEMS_MAX}
 */
public record ImportReport(int created, int updated, int unchanged, int skipped, List<ImportProblem> problems) {
    public static final int PROBLEMS_MAX = 10_000;

    public ImportReport {
        problems = List.copyOf(problems);
    }
}
