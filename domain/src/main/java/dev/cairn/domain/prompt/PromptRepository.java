package dev.cairn.domain.prompt;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.project.InProject;
import dev.cairn.domain.project.Project;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stores prompts. Those outside of projects are found by every caller that is not limited to a project; the use case
 * checks who may change them ({@link Prompt#requireOwnOutsideOfProjects}).
 */
public interface PromptRepository extends InProject<Prompt>, Listed<PromptFilter, Prompt> {
    Set<String> SORTS = Set.of("title", "createdAt", "updatedAt");

    /**
     * Answers the live prompts with these titles, ignoring case, by one query; prompts outside of projects may have
     * several authors.
     *
     * @param project null for those of no project
     */
    List<Prompt> findByTitles(@Nullable Id<Project> project, Collection<String> titles);

    /** Stores changed prompts, each as {@link #update} does. */
    void storeAll(List<Prompt> changed);
}
