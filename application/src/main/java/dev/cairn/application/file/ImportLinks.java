package dev.cairn.application.file;

import dev.cairn.application.job.Attempt;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.file.FileImport;
import dev.cairn.domain.file.IndexedFile;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.source.ImportTargets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out where imports lead that lead nowhere yet. An import that means several files, as one of all that is in a package, leads to none
 * of them.
 */
final class ImportLinks {
    private static final int READ_AT_ONCE = 5_000;
    private static final int STORED_PER_SLICE = 200;

    private final UnitOfWork work;
    private final FileStores stores;
    private final Attempt attempt;

    ImportLinks(UnitOfWork work, FileStores stores, Attempt attempt) {
        this.work = work;
        this.stores = stores;
        this.attempt = attempt;
    }

    /** False when it is to stop. */
    boolean link(Id<Project> project) {
        List<FileImport> loose = work.read(() -> stores.imports().unresolved(project, null, READ_AT_ONCE));
        if (loose.isEmpty()) {
            return true;
        }
        Map<String, Id<ProjectFile>> ids = new HashMap<>();
        Map<Id<ProjectFile>, String> paths = new HashMap<>();
        for (IndexedFile file : work.read(() -> stores.files().findIndexed(project))) {
            ids.put(file.path(), file.id());
            paths.put(file.id(), file.path());
        }
        ImportTargets targets = new ImportTargets(ids.keySet());
        while (!loose.isEmpty()) {
            List<FileImport> found = new ArrayList<>();
            for (FileImport edge : loose) {
                List<String> meant = targets.of(paths.getOrDefault(edge.fromFileId(), ""), edge.target());
                if (meant.size() == 1) {
                    found.add(new FileImport(edge.fromFileId(), edge.target(), ids.get(meant.getFirst())));
                }
            }
            if (!store(found)) {
                return false;
            }
            FileImport last = loose.getLast();
            loose = loose.size() < READ_AT_ONCE
                    ? List.of()
                    : work.read(() -> stores.imports().unresolved(project, last, READ_AT_ONCE));
        }
        return true;
    }

    private boolean store(List<FileImport> found) {
        for (int from = 0; from < found.size(); from += STORED_PER_SLICE) {
            List<FileImport> slice = found.subList(from, Math.min(found.size(), from + STORED_PER_SLICE));
            if (attempt.reason() != null || !attempt.save(_ -> stores.imports().resolve(slice))) {
                return false;
            }
        }
        return true;
    }
}
