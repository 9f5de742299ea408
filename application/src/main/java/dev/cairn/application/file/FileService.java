package dev.cairn.application.file;

import dev.cairn.application.file.OpenFolder.Content;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.file.FileFilter;
import dev.cairn.domain.file.FileImport;
import dev.cairn.domain.file.FileText;
import dev.cairn.domain.file.LineRange;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds and reads the files of projects, for their members. */
public final class FileService {
    private final UnitOfWork work;
    private final FileStores stores;
    private final FileTexts texts;

    public FileService(UnitOfWork work, FileStores stores, FileTexts texts) {
        this.work = work;
        this.stores = stores;
        this.texts = texts;
    }

    /**
     * An edge, with the file at its other end.
     *
     * @param target the target as the importing file writes it
     * @param file the imported file; null when it is none of the project's
     */
    public record Edge(String target, @Nullable ProjectFile file) {}

    public Page<ProjectFile> list(Caller caller, ProjectRef ref, FileFilter filter, PageRequest page) {
        Access access = Access.read(caller);
        return work.read(() -> {
            Project project = stores.projects().require(access, ref);
            return stores.files().page(filter.in(project.id()), page);
        });
    }

    public ProjectFile get(Caller caller, Id<ProjectFile> id) {
        Access access = Access.read(caller);
        return work.read(() -> stores.files().require(access, id));
    }

    /**
     * Reads lines of a file as it is on the disk now, at most {@value FileText#LINES_MAX} of them. Conflicts: {@code content_unreadable}
     * when there is no such text file any more; {@code folder_not_found}.
     */
    public FileText content(Caller caller, Id<ProjectFile> id, LineRange lines) {
        ProjectFile file = get(caller, id);
        return switch (texts.read(file)) {
            case Content.Text now -> FileText.of(file, now.text(), !now.sha256().equals(file.sha256()), lines);
            case Content.None(OpenFolder.Reason reason) ->
                throw new Conflict(
                        ErrorCode.CONTENT_UNREADABLE,
                        "The file cannot be read as text now: %s. Index the folder again".formatted(Wire.of(reason)));
        };
    }

    /** Answers the imports of a file, in the order of the targets. */
    public List<Edge> imports(Caller caller, Id<ProjectFile> id) {
        Access access = Access.read(caller);
        return work.read(() -> {
            ProjectFile file = stores.files().require(access, id);
            return edges(file, stores.imports().importsOf(id), FileImport::toFileId);
        });
    }

    /** Answers the files that import a file, in the order of their ids. */
    public List<Edge> importers(Caller caller, Id<ProjectFile> id) {
        Access access = Access.read(caller);
        return work.read(() -> {
            ProjectFile file = stores.files().require(access, id);
            return edges(file, stores.imports().importersOf(id), FileImport::fromFileId);
        });
    }

    private List<Edge> edges(
            ProjectFile of, List<FileImport> edges, Function<FileImport, @Nullable Id<ProjectFile>> end) {
        List<Id<ProjectFile>> ids = edges.stream()
                .flatMap(edge -> Stream.ofNullable(end.apply(edge)))
                .toList();
        Map<Id<ProjectFile>, ProjectFile> files = stores.files().findAll(of.projectId(), ids).stream()
                .collect(Collectors.toMap(ProjectFile::id, Function.identity()));
        return edges.stream()
                .map(edge -> {
                    Id<ProjectFile> other = end.apply(edge);
                    return new Edge(edge.target(), other == null ? null : files.get(other));
                })
                .toList();
    }
}
