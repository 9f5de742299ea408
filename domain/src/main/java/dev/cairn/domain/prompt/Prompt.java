package dev.cairn.domain.prompt;

import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Root;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reusable prompt: of a project, whose members read it, or of none, where all users read it (R49).
 *
 * @param ownerId the author; outside of projects only the author and admins change the prompt
 */
@RecordBuilder
public record Prompt(
        Id<Prompt> id, @Nullable Id<Project> projectId, Id<User> ownerId, PromptContent content, Lifecycle lifecycle)
        implements PromptBuilder.With, Root<PromptContent> {

    public static Prompt create(
            Id<Prompt> id, @Nullable Id<Project> project, Id<User> owner, PromptContent content, Instant now) {
        return new Prompt(id, project, owner, content, Lifecycle.startingAt(now));
    }

    /** Answers the prompt with the edited content, and itself when nothing changes. */
    public Prompt edit(PromptContent edited, Instant now) {
        return edited.equals(content) ? this : withContent(edited).withLifecycle(lifecycle.touch(now));
    }

    public Prompt delete(Deletion deletion) {
        return withLifecycle(lifecycle.delete(deletion));
    }

    /** @throws dev.cairn.domain.error.Conflict {@code not_deleted} (R4) */
    public Prompt restore(Instant now) {
        return withLifecycle(lifecycle.restore(now));
    }

    /**
     * Checks that a prompt of no project is the caller's, or the caller an admin; what a project's may be changed by, its members' roles say.
     *
     * @throws Denied {@code not_yours}
     */
    public Prompt requireOwnOutsideOfProjects(Caller caller) {
        if (projectId == null && !ownerId.equals(caller.userId()) && !caller.isAdmin()) {
            throw new Denied(ErrorCode.NOT_YOURS, "Only who made a prompt of no project, or an admin, may change it");
        }
        return this;
    }

    @Override
    public Map<String, Object> label() {
        return Map.of("title", content.title());
    }
}
