package dev.cairn.domain.project;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stores roots that are known in their project by their name, as all plain ones are.
 *
 * @param <T> the root
 */
public interface PlainRepository<T> extends InProject<T>, Listed<PlainRepository.OfProject, T> {
    Set<String> SORTS = Set.of("name", "createdAt", "updatedAt");

    /** Names the project whose live roots a list shows. */
    record OfProject(Id<Project> projectId) {}

    /** Answers the live root of this name, ignoring case; empty when there is none. */
    Optional<T> findByName(Id<Project> project, String name);

    /** Answers all live roots of a project, oldest first. */
    default List<T> all(Id<Project> project) {
        List<T> all = new ArrayList<>();
        PageRequest request = new PageRequest(PageRequest.LIMIT_MAX, null, Sort.by(Sort.asc("createdAt")), false);
        Page<T> page;
        do {
            page = page(new OfProject(project), request);
            all.addAll(page.items());
            request = request.at(page.nextCursor());
        } while (page.nextCursor() != null);
        return all;
    }
}
