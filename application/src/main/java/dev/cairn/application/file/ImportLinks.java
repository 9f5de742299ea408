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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where imports lead. An import that means several files, as one of all that is in a package, leads to none
 * of them.
 */
record ImportLinks(UnitOfWork work, FileStores stores, Attempt attempt) {
    private static final int READ_AT_ONCE = 5_000;
    private static final int STORED_PER_SLICE = 200;

    /**
     * False when it is to stop.
     *
     * @param all whether those are looked at, too, that lead somewhere
     */
    boolean link(Id<Project> project, boolean all) {
        List<FileImport> edges = next(project, null, all);
        if (edges.isEmpty()) {
            return true;
        }
        Map<String, Id<ProjectFile>> ids = new HashMap<>();
        Map<Id<ProjectFile>, String> paths = new HashMap<>();
        for (IndexedFile file : work.read(() -> stores.files().findIndexed(project))) {
            ids.put(file.path(), file.id());
            paths.put(file.id(), file.path());
        }
        ImportTargets targets = new ImportTargets(ids.keySet());
        while (!edges.isEmpty()) {
            List<FileImport> changed = new ArrayList<>();
            for (FileImport edge : edges) {
                List<String> meant = targets.of(paths.getOrDefault(edge.fromFileId(), ""), edge.target());
                Id<ProjectFile> to = meant.size() == 1 ? ids.get(meant.getFirst()) : null;
                if (!Objects.equals(to, edge.toFileId())) {
                    changed.add(new FileImport(edge.fromFileId(), edge.target(), to));
                }
            }
            if (!store(changed)) {
                return false;
            }
            edges = edges.size() < READ_AT_ONCE ? List.of() : next(project, edges.getLast(), all);
        }
        return true;
    }

    private List<FileImport> next(Id<Project> project, @Nullable FileImport after, boolean all) {
        return work.read(() -> all
                ? stores.imports().edges(project, after, READ_AT_ONCE)
                : stores.imports().unresolved(project, after, READ_AT_ONCE));
    }

    private boolean store(List<FileImport> changed) {
        for (int from = 0; from < changed.size(); from += STORED_PER_SLICE) {
            List<FileImport> slice = changed.subList(from, Math.min(changed.size(), from + STORED_PER_SLICE));
            if (attempt.reason() != null || !attempt.save(_ -> stores.imports().resolve(slice))) {
                return false;
            }
        }
        return true;
    }
}
