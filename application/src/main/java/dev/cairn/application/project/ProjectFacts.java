package dev.cairn.application.project;

import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.activity.Facts;
import dev.cairn.domain.project.Assessment;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;

/** The fields of projects that the log shows; a new field does not compile before it is one of them. */
public final class ProjectFacts {
    private ProjectFacts() {}

    public static Difference between(Project before, Project after) {
        return Difference.between(of(before), of(after));
    }

    private static Facts of(Project project) {
        Facts facts = of(project.content()).with("status", project.status());
        return of(facts, project.assessment())
                .with("archivedAt", project.lifecycle().archivedAt());
    }

    private static Facts of(ProjectContent content) {
        return switch (content) {
            case ProjectContent(var name, var description, var localPath, var gitUrl, var branch) ->
                new Facts()
                        .with("name", name)
                        .with("description", description)
                        .with("localPath", localPath)
                        .with("gitUrl", gitUrl)
                        .with("branch", branch);
        };
    }

    private static Facts of(Facts facts, Assessment assessment) {
        return switch (assessment) {
            case Assessment(var completeness, var score, var validatedAt, var stale) ->
                facts.with("completeness", completeness)
                        .with("validationScore", score)
                        .with("validatedAt", validatedAt)
                        .with("validationStale", stale);
        };
    }
}
