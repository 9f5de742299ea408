package dev.cairn.application.interchange;

import java.util.List;

/**
 * The result of importing another system's database.
 *
 * @param providers how many were made here, or are other than before
 * @param people the number of accounts made; existing ones stay unchanged
 * @param problems what could not be carried over of that which is in no project; at most {@value ImportReport#PROBLEMS_MAX}
 */
public record SystemReport(List<Filled> projects, int providers, int people, List<ImportProblem> problems) {
    /**
     * The result of importing one project.
     *
     * @param created whether it was not there before
     */
    public record Filled(String key, String name, boolean created, ImportReport report) {}

    public SystemReport {
        projects = List.copyOf(projects);
        problems = problems.stream().limit(ImportReport.PROBLEMS_MAX).toList();
    }
}
