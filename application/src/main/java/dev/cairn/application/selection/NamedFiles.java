package dev.cairn.application.selection;

import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.file.ProjectFileRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Finds files by their id, or by their path within the project. */
public record NamedFiles(ProjectFileRepository files) {
    static List<String> checked(List<String> names) {
        return Text.set("files", names, SelectFiles.FILES_MAX, ProjectFile.PATH_BYTES_MAX);
    }

    /**
     * Answers the indexed files by name, in the order of the names.
     *
     * @param names each an id or a path; a path that could be an id is taken for a path when there is such a file
     */
    public Map<String, ProjectFile> find(Id<Project> project, List<String> names) {
        Map<String, ProjectFile> known = new HashMap<>();
        List<Id<ProjectFile>> ids =
                names.stream().filter(Id::isId).map(Id::<ProjectFile>parse).toList();
        files.findAll(project, ids).forEach(file -> known.put(file.id().toString(), file));
        files.findByPaths(project, names).forEach(file -> known.put(file.path(), file));
        Map<String, ProjectFile> found = new LinkedHashMap<>();
        for (String name : new LinkedHashSet<>(names)) {
            ProjectFile byPath = known.get(name);
            ProjectFile file =
                    byPath == null && Id.isId(name) ? known.get(Id.parse(name).toString()) : byPath;
            if (file != null) {
                found.put(name, file);
            }
        }
        return found;
    }

    /** @throws NotFound {@code not_found} that names the first that there is not */
    List<ProjectFile> require(Id<Project> project, List<String> names) {
        Map<String, ProjectFile> found = find(project, names);
        names.stream().filter(name -> !found.containsKey(name)).findFirst().ifPresent(name -> {
            throw NotFound.of("file", Text.excerpt(name));
        });
        return found.values().stream().distinct().toList();
    }
}
