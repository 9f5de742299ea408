package dev.cairn.application.collected;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.CollectedRepository;
import dev.cairn.domain.collected.Entity;
import dev.cairn.domain.collected.Rubric;
import dev.cairn.domain.collected.UseCase;
import dev.cairn.domain.collected.Validation;
import dev.cairn.domain.collected.ValidationReport;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.project.Assessment;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.Caller;
import java.util.List;
import java.util.function.UnaryOperator;

/** Use cases of collected data and their validation. Every change raises the project's version. */
public final class CollectedService {
    private final UnitOfWork work;
    private final ProjectRepository projects;
    private final CollectedRepository collected;

    public CollectedService(UnitOfWork work, ProjectRepository projects, CollectedRepository collected) {
        this.work = work;
        this.projects = projects;
        this.collected = collected;
    }

    public Collected get(Caller caller, ProjectRef ref) {
        return work.read(() -> {
            Project project = projects.require(Access.read(caller), ref);
            return Collected.of(project, collected.find(project.id()));
        });
    }

    /** Replaces the collected data; the last validation is stale from now on (R24). */
    public Collected replace(Caller caller, ProjectRef ref, Expected expected, CollectedData data) {
        return change(caller, ref, expected, _ -> data);
    }

    /** Merges newer data into the collected data; the last validation is stale from now on (R24). */
    public Collected merge(Caller caller, ProjectRef ref, Expected expected, CollectedData data) {
        return change(caller, ref, expected, known -> known.merge(data));
    }

    /** Applies the rubric and stores its report (R25). */
    public Validation validate(Caller caller, ProjectRef ref, Expected expected) {
        return work.write(caller, act -> {
            Project project = projects.require(Access.write(caller), ref);
            expected.check(project.lifecycle());
            ValidationReport report = Rubric.apply(project.content(), collected.find(project.id()));
            Project validated = projects.update(project.validated(report.score(), act.now()));
            collected.saveReport(project.id(), report);
            act.record(ActivityType.PROJECT_VALIDATED, validated)
                    .changed(Difference.between(project, validated))
                    .with("score", report.score())
                    .with("passed", report.passed());
            return validation(validated, report);
        });
    }

    /** Answers the last validation; {@link Validation#NONE} before the first. */
    public Validation validation(Caller caller, ProjectRef ref) {
        return work.read(() -> {
            Project project = projects.require(Access.read(caller), ref);
            return collected
                    .findReport(project.id())
                    .map(report -> validation(project, report))
                    .orElse(Validation.NONE);
        });
    }

    private Collected change(Caller caller, ProjectRef ref, Expected expected, UnaryOperator<CollectedData> change) {
        return work.write(caller, act -> {
            Project project = projects.require(Access.write(caller), ref);
            expected.check(project.lifecycle());
            CollectedData known = collected.find(project.id());
            CollectedData data = change.apply(known);
            Project stored = projects.update(project.collected(data.completeness(), act.now()));
            collected.save(project.id(), data);
            act.record(ActivityType.PROJECT_COLLECTED, stored)
                    .changed(Difference.between(Shown.of(project, known), Shown.of(stored, data)));
            return Collected.of(stored, data);
        });
    }

    private static Validation validation(Project project, ValidationReport report) {
        Assessment assessment = project.assessment();
        return Validation.of(report, assessment.validatedAt(), assessment.validationStale());
    }

    /** The fields that the log compares: each part by its names only, because longer contents do not belong in the log. */
    private record Shown(
            int completeness,
            boolean validationStale,
            List<String> actors,
            List<String> useCases,
            List<String> boundaries,
            List<String> entities,
            List<String> goals) {
        static Shown of(Project project, CollectedData data) {
            return new Shown(
                    project.assessment().completeness(),
                    project.assessment().validationStale(),
                    data.actors().stream().map(Actor::name).toList(),
                    data.useCases().stream().map(UseCase::name).toList(),
                    data.boundaries().all(),
                    data.entities().stream().map(Entity::name).toList(),
                    data.goals());
        }
    }
}
