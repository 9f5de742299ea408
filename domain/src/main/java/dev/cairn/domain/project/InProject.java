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
    /** Stamps all live roots of a project with this deletion (R5). The deletion of the project calls it. */
    void deleteByProject(Id<Project> project, Deletion deletion);

    /** Brings back exactly what this deletion took (R5). The restore of the project calls it. */
    void restore(Deletion deletion);
}
