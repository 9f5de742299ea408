package dev.cairn.usecase;

import dev.cairn.Cairn;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.file.FileImport;
import dev.cairn.domain.file.FileImportRepository;
import dev.cairn.domain.file.FileWordRepository;
import dev.cairn.domain.file.FileWords;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.file.ProjectFileRepository;
import dev.cairn.domain.file.WordCutter;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sha256;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.source.ImportTargets;
import dev.cairn.domain.source.SourceFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts files into the index of a project, as a run over its folder does. */
final class PutFiles {
    private final Cairn cairn;
    private final Id<Project> project;
    private final Map<String, ProjectFile> files = new LinkedHashMap<>();

    PutFiles(Cairn cairn, Project project) {
        this.cairn = cairn;
        this.project = project.id();
    }

    /** A file that was changed a second after the one before. */
    ProjectFile put(String path, String text) {
        return put(path, text, Instant.EPOCH.plusSeconds(files.size()));
    }

    ProjectFile put(String path, String text, Instant modifiedAt) {
        SourceFacts facts = SourceFacts.of(path, text);
        String name = path.substring(path.lastIndexOf('/') + 1);
        String hash = Sha256.of(text);
        boolean described = !facts.summary().isEmpty();
        ProjectFile file = new ProjectFile(
                cairn.get(IdGenerator.class).next(),
                project,
                path,
                name,
                name.substring(name.lastIndexOf('.') + 1),
                text.length(),
                modifiedAt,
                null,
                "text/plain",
                null,
                hash,
                described ? facts.summary() : null,
                described ? hash : null,
                null,
                Instant.EPOCH);
        files.put(path, file);
        cairn.get(Transactions.class).write(() -> {
            cairn.get(ProjectFileRepository.class).insertAll(List.of(file));
            cairn.get(FileWordRepository.class)
                    .put(List.of(new FileWords(
                            file.id(),
                            project,
                            WordCutter.cut(path),
                            WordCutter.cut(name),
                            WordCutter.cut(String.join(" ", facts.declared())),
                            WordCutter.cut(facts.summary()),
                            WordCutter.cut(text))));
            cairn.get(FileImportRepository.class).replace(List.of(file.id()), edges(file, facts.imports()));
            return file;
        });
        return file;
    }

    private List<FileImport> edges(ProjectFile from, List<String> imports) {
        ImportTargets targets = new ImportTargets(files.keySet());
        List<FileImport> edges = new ArrayList<>();
        for (String each : imports) {
            targets.of(from.path(), each)
                    .forEach(to -> edges.add(new FileImport(
                            from.id(),
                            each,
                            Objects.requireNonNull(files.get(to)).id())));
        }
        return edges;
    }

    void delete(ProjectFile file) {
        cairn.get(Transactions.class).write(() -> {
            cairn.get(ProjectFileRepository.class).deleteAll(List.of(file.id()));
            return file;
        });
    }
}
