package dev.cairn.domain.file;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchQuery;
import java.util.List;

/** Stores the words of files; those of a file that is removed go with it. */
public interface FileWordRepository {
    /** A file with some of the words. A higher score is a better match; scores of different searches are not comparable. */
    record Match(Id<ProjectFile> fileId, double score) {}

    /** Replaces the words of these files. */
    void put(List<FileWords> words);

    /** Whether the index has words of a project's files; it has none after a move to another database (G7). */
    boolean has(Id<Project> project);

    /**
     * Finds files with all the words of a query, in whatever the caller may see, the last word also as a beginning (R35). Their
     * snippets are of their summaries, since their contents are stored nowhere.
     */
    List<SearchHit> search(Access access, SearchQuery query);

    /**
     * Ranks the files of a project that have at least one of these words, the best first, ties by id.
     *
     * @param words as {@link WordCutter#words} cuts them
     */
    List<Match> rank(Id<Project> project, List<String> words, int limit);
}
