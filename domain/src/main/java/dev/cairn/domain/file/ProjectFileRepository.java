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

    /** Answers all files of a project with the fields that are compared with the disk, in the order of their paths. */
    List<IndexedFile> findIndexed(Id<Project> project);

    /** Answers the files of a project that have one of these ids, in the order of their paths. */
    List<ProjectFile> findAll(Id<Project> project, Collection<Id<ProjectFile>> ids);

    /** Answers the files of a project that have one of these paths, in the order of the paths. */
    List<ProjectFile> findByPaths(Id<Project> project, Collection<String> paths);

    /** Answers the files that were modified last, the newest first, ties by path. */
    List<ProjectFile> findNewest(Id<Project> project, int limit);

    /**
     * Answers the files whose summary no model wrote, in the order of their paths.
     *
     * @param after the path behind which the files begin; empty for all
     */
    List<ProjectFile> findUnsummarized(Id<Project> project, String after, int limit);

    /** Stores a summary; answers false and stores nothing when the file's contents have changed since. */
    boolean summarize(ProjectFile file);

    void insertAll(List<ProjectFile> files);

    void updateAll(List<ProjectFile> files);

    /** Stores size, time and key of files whose contents are unchanged. */
    void touchAll(List<IndexedFile> files);

    /** Removes files with their words, edges and selections. */
    void deleteAll(Collection<Id<ProjectFile>> ids);

    int count(Id<Project> project);
}
