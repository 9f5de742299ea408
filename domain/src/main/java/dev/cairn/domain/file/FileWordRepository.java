package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.List;

/** Stores the words of files; those of a file that is removed go with it. */
public interface FileWordRepository {
    /** Of path 4, name 6, symbols 3, summary and contents 1: as measured. */
    List<Integer> WEIGHTS = List.of(4, 6, 3, 1, 1);

    /** A file with some of the words, and how well they fit: more is better, and means nothing besides. */
    record Match(Id<ProjectFile> fileId, double score) {}

    /** Puts words into the place of those that a file had. */
    void put(List<FileWords> words);

    /**
     * Ranks the files of a project that have at least one of these words, the best first, ties by id.
     *
     * @param words as {@link WordCutter#words} cuts them
     */
    List<Match> rank(Id<Project> project, List<String> words, int limit);
}
