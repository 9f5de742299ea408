package dev.cairn.domain.project;

import dev.cairn.domain.access.GuardedRepository;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;

/**
 * The store of roots that go with the project they are in, and come back with it.
 *
 * @param <T> the root
 */
public interface ProjectContents<T> extends GuardedRepository<T> {
    /** Stamps all live ones of a project (R5). */
    void deleteByProject(Id<Project> project, Deletion deletion);

    /** Brings back what exactly this deletion took (R5). */
    void restore(Deletion deletion);
}
