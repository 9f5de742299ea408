package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import org.jspecify.annotations.Nullable;

/** A file that a user selected in a project, for their own use (R52). */
public record FileSelection(
        Id<Project> projectId,
        Id<User> userId,
        Id<ProjectFile> fileId,
        @Nullable String reason) {
    public static final int REASON_MAX = 500;

    public FileSelection {
        reason = Text.optional("reason", reason, REASON_MAX);
    }
}
