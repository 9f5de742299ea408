package dev.cairn.domain.activity;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filter for lists of log entries; an absent part means any. */
public record ActivityFilter(
        @Nullable Id<Project> projectId,
        @Nullable Id<User> actorId,
        @Nullable Id<?> subjectId,
        List<String> types) {
    public ActivityFilter {
        types = List.copyOf(types);
    }

    public ActivityFilter in(Id<Project> project) {
        return new ActivityFilter(project, actorId, subjectId, types);
    }
}
