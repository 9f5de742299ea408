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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The use case of full-text search (R35). */
public final class SearchService {
    /** The share of files in an answer: at least one in this many places, if files match. */
    private static final int FILES_SHARE = 4;

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

    /**
     * Files have an index of their own, whose scores say nothing beside those of the other: they come last, and have a quarter of the places
     * at least.
     */
    private List<SearchHit> found(Access access, SearchQuery query) {
        boolean filesToo = query.kinds().isEmpty() || query.kinds().contains(SearchKind.FILE);
        List<SearchHit> found = filesToo ? files.search(access, query) : List.of();
        List<SearchKind> others =
                query.kinds().stream().filter(kind -> kind != SearchKind.FILE).toList();
        if (!query.kinds().isEmpty() && others.isEmpty()) {
            return found;
        }
        List<SearchHit> first =
                index.search(access, new SearchQuery(query.text(), others, query.projectId(), query.limit()));
        int kept = Math.min(first.size(), query.limit() - Math.min(found.size(), query.limit() / FILES_SHARE));
        return Stream.concat(first.stream().limit(kept), behind(first, found).limit(query.limit() - kept))
                .toList();
    }

    /** Returns the file hits with scores below those of the other hits. */
    private static Stream<SearchHit> behind(List<SearchHit> first, List<SearchHit> files) {
        if (first.isEmpty() || files.isEmpty()) {
            return files.stream();
        }
        double scale = first.getLast().score() / (files.getFirst().score() + 1);
        return files.stream().map(hit -> hit.withScore(hit.score() * scale));
    }
}
