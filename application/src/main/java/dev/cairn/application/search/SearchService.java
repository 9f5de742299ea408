package dev.cairn.application.search;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.file.FileWordRepository;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchIndex;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.user.Caller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds things by their words (R35). */
public final class SearchService {
    private final UnitOfWork work;
    private final SearchIndex index;
    private final FileWordRepository files;
    private final ProjectRepository projects;

    public SearchService(UnitOfWork work, SearchIndex index, FileWordRepository files, ProjectRepository projects) {
        this.work = work;
        this.index = index;
        this.files = files;
        this.projects = projects;
    }

    /**
     * Answers ranked hits, best first; a text without any letter or digit finds nothing.
     *
     * @param kinds empty means all
     * @param project null means all that the caller may see
     */
    public List<SearchHit> search(
            Caller caller, String text, List<SearchKind> kinds, @Nullable ProjectRef project, int limit) {
        Access access = Access.read(caller);
        return work.read(() -> {
            SearchQuery query = new SearchQuery(
                    text,
                    kinds,
                    project == null ? null : projects.require(access, project).id(),
                    limit);
            return query.words().isEmpty() ? List.of() : found(access, query);
        });
    }

    /** Files have an index of their own; of hits with equal scores, they come last. */
    private List<SearchHit> found(Access access, SearchQuery query) {
        boolean filesToo = query.kinds().isEmpty() || query.kinds().contains(SearchKind.FILE);
        List<SearchKind> others =
                query.kinds().stream().filter(kind -> kind != SearchKind.FILE).toList();
        List<SearchHit> hits = new ArrayList<>();
        if (query.kinds().isEmpty() || !others.isEmpty()) {
            hits.addAll(index.search(access, new SearchQuery(query.text(), others, query.projectId(), query.limit())));
        }
        if (filesToo) {
            hits.addAll(files.search(access, query));
            hits.sort(Comparator.comparingDouble(SearchHit::score).reversed());
        }
        return hits.stream().limit(query.limit()).toList();
    }
}
