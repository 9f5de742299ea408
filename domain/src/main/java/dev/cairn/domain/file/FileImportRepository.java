package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores which file imports which. An edge is deleted with its importing file; of a deleted target the name stays. */
public interface FileImportRepository {
    /** Replaces all edges that go out from these files. */
    void replace(Collection<Id<ProjectFile>> from, List<FileImport> imports);

    /** Answers the edges that go out from a file, in the order of their targets. */
    List<FileImport> importsOf(Id<ProjectFile> file);

    /** Answers the edges that come in to a file, in the order of the files that they come from. */
    List<FileImport> importersOf(Id<ProjectFile> file);

    /** Answers the edges of the project that begin or end at one of these files. */
    List<FileImport> touching(Id<Project> project, Collection<Id<ProjectFile>> files);

    /**
     * Answers edges of a project that lead to no file of it, in the order of their files and targets.
     *
     * @param after the last one that was answered before; null for the first ones
     */
    List<FileImport> unresolved(Id<Project> project, @Nullable FileImport after, int limit);

    /** Answers all edges of a project, as {@link #unresolved} answers those that lead nowhere. */
    List<FileImport> edges(Id<Project> project, @Nullable FileImport after, int limit);

    /** Stores where these edges lead. */
    void resolve(List<FileImport> imports);
}
