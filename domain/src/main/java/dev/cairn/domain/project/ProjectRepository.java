package dev.cairn.domain.project;

import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Repository;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The store of projects. */
public interface ProjectRepository extends Repository<Project>, Listed<ProjectFilter, Project> {
    Set<String> SORTS = Set.of("key", "name", "validationScore", "createdAt", "updatedAt");

    Optional<Project> findByKey(ProjectKey key);

    /** Also a deleted one. */
    Optional<Project> findAnyByKey(ProjectKey key);

    /** Gives out {@code count} consecutive ticket numbers, never the same twice (R32); answers the first. */
    int takeTicketNumbers(Id<Project> project, int count);

    /** Raises the counter so that {@code number} is never given out again: an import brought it along. */
    void reserveTicketNumber(Id<Project> project, int number);

    /** Live projects by status, those without any included, by one query (R23). */
    List<StatusStatistics> statistics();

    ProjectSettings settings(Id<Project> project);

    void saveSettings(Id<Project> project, ProjectSettings settings);

    /** Back to the defaults; nothing of them stays. */
    void deleteSettings(Id<Project> project);

    default Project require(ProjectRef ref) {
        return switch (ref) {
            case ProjectRef.ById(Id<Project> id) -> require(id);
            case ProjectRef.ByKey(ProjectKey key) -> findByKey(key).orElseThrow(() -> NotFound.of(kind(), key));
        };
    }

    default Project requireAny(ProjectRef ref) {
        return switch (ref) {
            case ProjectRef.ById(Id<Project> id) -> requireAny(id);
            case ProjectRef.ByKey(ProjectKey key) -> findAnyByKey(key).orElseThrow(() -> NotFound.of(kind(), key));
        };
    }
}
