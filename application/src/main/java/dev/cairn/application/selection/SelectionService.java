package dev.cairn.application.selection;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.file.FileSelection;
import dev.cairn.domain.file.FileSelectionRepository;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.file.ProjectFileRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Use cases of a user's file selection in a project, for packs and for the agents that the user asks. Each member who
 * may read has an own selection, which nobody else sees (R52). Each use case answers the selection afterwards, in the
 * order of the paths.
 */
public final class SelectionService {
    private final UnitOfWork work;
    private final ProjectRepository projects;
    private final ProjectFileRepository files;
    private final FileSelectionRepository selections;
    private final NamedFiles named;

    public SelectionService(
            UnitOfWork work,
            ProjectRepository projects,
            ProjectFileRepository files,
            FileSelectionRepository selections,
            NamedFiles named) {
        this.work = work;
        this.projects = projects;
        this.files = files;
        this.selections = selections;
        this.named = named;
    }

    public List<SelectedFile> get(Caller caller, ProjectRef ref) {
        Access access = Access.read(caller);
        return work.read(() -> of(caller.userId(), projects.require(access, ref).id()));
    }

    /**
     * Replaces the selection by these files.
     *
     * @throws NotFound {@code not_found} for a name that is no indexed file's; then nothing changes
     */
    public List<SelectedFile> replace(Caller caller, ProjectRef ref, SelectFiles command) {
        return change(caller, ref, project -> {
            List<ProjectFile> wanted = named.require(project, command.files());
            selections.clear(project, caller.userId());
            put(caller, project, wanted, command);
        });
    }

    /**
     * Adds these files to the selection.
     *
     * @throws NotFound {@code not_found} for a name that is no indexed file's; then nothing changes
     * @throws Invalid {@code too_many} when the set would have more than {@value SelectFiles#FILES_MAX}
     */
    public List<SelectedFile> add(Caller caller, ProjectRef ref, SelectFiles command) {
        return change(caller, ref, project -> put(caller, project, named.require(project, command.files()), command));
    }

    /** Removes these files from the selection; ignores those that are not in it, or are gone. */
    public List<SelectedFile> remove(Caller caller, ProjectRef ref, DeselectFiles command) {
        return change(
                caller,
                ref,
                project -> selections.removeAll(
                        project,
                        caller.userId(),
                        named.find(project, command.files()).values().stream()
                                .map(ProjectFile::id)
                                .toList()));
    }

    private List<SelectedFile> change(Caller caller, ProjectRef ref, Consumer<Id<Project>> change) {
        Access access = Access.read(caller);
        return work.write(caller, act -> {
            Id<Project> project =
                    projects.require(access, ref).requireWritable().id();
            change.accept(project);
            List<SelectedFile> selected = of(caller.userId(), project);
            if (selected.size() > SelectFiles.FILES_MAX) {
                throw Invalid.of(
                        ErrorCode.TOO_MANY,
                        "files",
                        "A selection has at most %d files, this one would have %d"
                                .formatted(SelectFiles.FILES_MAX, selected.size()));
            }
            return selected;
        });
    }

    private void put(Caller caller, Id<Project> project, List<ProjectFile> wanted, SelectFiles command) {
        selections.putAll(wanted.stream()
                .map(file -> new FileSelection(project, caller.userId(), file.id(), command.reason()))
                .toList());
    }

    /** Answers a user's selection in a project that the user may see; call it inside a transaction. */
    public List<SelectedFile> of(Id<User> user, Id<Project> project) {
        List<FileSelection> selected = selections.findAll(project, user);
        Map<Id<ProjectFile>, ProjectFile> byId =
                files
                        .findAll(
                                project,
                                selected.stream().map(FileSelection::fileId).toList())
                        .stream()
                        .collect(Collectors.toMap(ProjectFile::id, Function.identity()));
        return selected.stream()
                .map(each -> new SelectedFile(Objects.requireNonNull(byId.get(each.fileId())), each.reason()))
                .toList();
    }
}
