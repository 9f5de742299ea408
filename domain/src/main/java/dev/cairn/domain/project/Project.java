package dev.cairn.domain.project;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Root;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;

/** A project: the root that owns tickets, queues and everything else. Its key is part of every ticket's key. */
@RecordBuilder
public record Project(
        Id<Project> id,
        Id<User> ownerId,
        ProjectKey key,
        ProjectContent content,
        ProjectStatus status,
        Assessment assessment,
        Lifecycle lifecycle)
        implements ProjectBuilder.With, Root<ProjectContent> {

    /** @throws Invalid {@code format} for a reserved key */
    public static Project create(Id<Project> id, Id<User> owner, ProjectKey key, ProjectContent content, Instant now) {
        if (ProjectKey.isReserved(key.value())) {
            throw Invalid.of(ErrorCode.FORMAT, "key", "%s is a word of the API and no project's key".formatted(key));
        }
        return new Project(id, owner, key, content, ProjectStatus.DRAFT, Assessment.NONE, Lifecycle.startingAt(now));
    }

    /** @throws Conflict {@code owner_not_eligible}: only an active human owns a project */
    public static Id<User> eligible(User owner) {
        if (owner.type() != UserType.HUMAN || !owner.active()) {
            throw new Conflict(ErrorCode.OWNER_NOT_ELIGIBLE, "Only an active human can own a project");
        }
        return owner.id();
    }

    /** Answers the project with the edited content, and itself when nothing changes. */
    public Project edit(ProjectContent edited, Instant now) {
        requireWritable();
        return edited.equals(content) ? this : withContent(edited).with(assessed(edited), now);
    }

    /** Answers the project after its collected data changed: the last validation is stale (R24). */
    public Project collected(int completeness, Instant now) {
        requireWritable();
        return with(assessment.changed(completeness), now);
    }

    /** @param score by the rubric (R25) */
    public Project validated(int score, Instant now) {
        requireWritable();
        return with(assessment.validated(score, now), now);
    }

    /** @throws Conflict {@code transition_refused} naming the allowed ones (R20) */
    public Project moveTo(ProjectStatus next, Instant now) {
        requireWritable();
        if (!status.next().contains(next)) {
            throw new Conflict(
                    ErrorCode.TRANSITION_REFUSED,
                    "A project that is %s cannot become %s".formatted(Wire.of(status), Wire.of(next)),
                    Map.of(
                            "allowed",
                            status.next().stream().map(Wire::of).sorted().toList()));
        }
        return withStatus(next).with(assessment, now);
    }

    /**
     * Gives the project to another active human (R21).
     *
     * @throws Conflict {@code already_owner}, {@code owner_not_eligible}, {@code project_archived}
     */
    public Project transferTo(User target, Instant now) {
        requireWritable();
        if (target.id().equals(ownerId)) {
            throw new Conflict(ErrorCode.ALREADY_OWNER, "%s owns project %s already".formatted(target.name(), key));
        }
        return withOwnerId(eligible(target)).with(assessment, now);
    }

    /** Takes over what an import brought, without asking the workflow (R36). */
    public Project imported(ProjectContent brought, ProjectStatus next, Instant now) {
        requireWritable();
        return withContent(brought).withStatus(next).with(assessed(brought), now);
    }

    /** Takes over the assessment that an import brought. */
    public Project imported(Assessment brought, Instant now) {
        requireWritable();
        return brought.equals(assessment) ? this : with(brought, now);
    }

    public Project archive(Instant now) {
        return withLifecycle(lifecycle.archive(now));
    }

    public Project unarchive(Instant now) {
        return withLifecycle(lifecycle.unarchive(now));
    }

    public Project delete(Deletion deletion) {
        return withLifecycle(lifecycle.delete(deletion));
    }

    public Project restore(Instant now) {
        return withLifecycle(lifecycle.restore(now));
    }

    /** @throws Conflict {@code project_archived}: everything below an archived project is read-only (R22) */
    public Project requireWritable() {
        if (lifecycle.archived()) {
            throw new Conflict(ErrorCode.PROJECT_ARCHIVED, "Project %s is archived: unarchive it first".formatted(key));
        }
        return this;
    }

    /** Marks the assessment as stale when name or description changes, because the rubric reads them. */
    private Assessment assessed(ProjectContent edited) {
        boolean same =
                edited.name().equals(content.name()) && edited.description().equals(content.description());
        return same ? assessment : assessment.changed(assessment.completeness());
    }

    private Project with(Assessment next, Instant now) {
        return withAssessment(next).withLifecycle(lifecycle.touch(now));
    }

    @Override
    public Id<Project> projectId() {
        return id;
    }

    @Override
    public Map<String, Object> label() {
        return Map.of("key", key.value());
    }
}
