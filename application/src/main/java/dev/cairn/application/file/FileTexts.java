package dev.cairn.application.file;

import dev.cairn.application.file.OpenFolder.Content;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.file.ProjectFolder;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;

/** Reads indexed files of one project from the disk. The caller has found the files with an access. */
public record FileTexts(UnitOfWork work, FileStores stores, Folders folders) {
    /** A folder with the rules for reading it. */
    private record Known(ProjectFolder folder, FolderRules rules) {}

    /** @throws Conflict {@code folder_not_found} */
    public Content read(ProjectFile file) {
        try (OpenFolder folder = open(file.projectId())) {
            return folder.read(file.path());
        }
    }

    private OpenFolder open(Id<Project> project) {
        Known known = work.read(() -> new Known(
                stores.folders()
                        .find(project)
                        .orElseThrow(() -> new Conflict(
                                ErrorCode.FOLDER_NOT_FOUND, "The project's folder has not been indexed yet")),
                stores.rules()));
        return folders.open(known.folder().root(), known.rules());
    }
}
