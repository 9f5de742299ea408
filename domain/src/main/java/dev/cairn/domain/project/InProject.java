package dev.cairn.domain.project;

import dev.cairn.domain.access.GuardedRepository;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;

/**
 * The store of roots that go with the project they are in, and come back with it.
 *
 * @param <T> the root
 */
public interface InProject<T> extends GuardedRepository<T> {
    /** Stamps all live roots of a project with the project's deletion (R5). */
    void deleteByProject(Id<Project> project, Deletion deletion);

    /** Restores exactly the roots that the project's deletion took along (R5). */
    void restore(Deletion deletion);
}
