package dev.cairn.domain.file;

import dev.cairn.domain.access.Guarded;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.project.Project;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Stores what the index knows of files. Their words are in {@link FileWordRepository}, and go with them. */
public interface ProjectFileRepository extends Guarded<ProjectFile>, Listed<FileFilter, ProjectFile> {
    Set<String> SORTS = Set.of("path", "modifiedAt", "size");

    /** Answers all files of a project in the order of their paths, with what is compared with the disk. */
    List<IndexedFile> findIndexed(Id<Project> project);

    /** Answers those of a project that have one of these ids, in the order of their paths. */
    List<ProjectFile> findAll(Id<Project> project, Collection<Id<ProjectFile>> ids);

    /** Answers those of a project that have one of these paths, in the order of the paths. */
    List<ProjectFile> findByPaths(Id<Project> project, Collection<String> paths);

    /** Answers those that were changed last, the newest first, ties by path. */
    List<ProjectFile> findNewest(Id<Project> project, int limit);

    /**
     * Answers those of which no model wrote the summary, in the order of their paths.
     *
     * @param after the path behind which they begin; empty for all
     */
    List<ProjectFile> findUnsummarized(Id<Project> project, String after, int limit);

    /** Stores a summary unless the contents are others by now; then it answers false. */
    boolean summarize(ProjectFile file);

    void insertAll(List<ProjectFile> files);

    void updateAll(List<ProjectFile> files);

    /** Stores size, time and key of files whose contents are what they were. */
    void touchAll(List<IndexedFile> files);

    /** Removes them with their words, edges and selections. */
    void deleteAll(Collection<Id<ProjectFile>> ids);

    int count(Id<Project> project);
}
