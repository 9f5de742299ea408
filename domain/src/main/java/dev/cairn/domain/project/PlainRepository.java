package dev.cairn.domain.project;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import java.util.Optional;
import java.util.Set;

/**
 * Stores plain roots of projects.
 *
 * @param <T> the root
 */
public interface PlainRepository<T> extends InProject<T>, Listed<PlainRepository.OfProject, T> {
    Set<String> SORTS = Set.of("name", "createdAt", "updatedAt");

    /** Names the project whose live roots a list shows. */
    record OfProject(Id<Project> projectId) {}

    /** Answers the live root of this name, ignoring case; empty when there is none. */
    Optional<T> findByName(Id<Project> project, String name);
}
