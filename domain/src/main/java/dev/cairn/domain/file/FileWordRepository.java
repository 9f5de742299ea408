package dev.cairn.domain.file;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchQuery;
import java.util.List;

/** Stores the words of files; those of a file that is removed go with it. */
public interface FileWordRepository {
    /** Of path 4, name 6, symbols 3, summary and contents 1: as measured. */
    List<Integer> WEIGHTS = List.of(4, 6, 3, 1, 1);

    /** A file with some of the words, and how well they fit: more is better, and means nothing besides. */
    record Match(Id<ProjectFile> fileId, double score) {}

    /** Puts words into the place of those that a file had. */
    void put(List<FileWords> words);

    /** Whether there are words of the files of a project: there are none when the database was moved to another one (G7). */
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
