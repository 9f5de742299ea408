package dev.cairn.relevance;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The index of a project's files as it was at one commit after the other. */
final class IndexedHistory {
    private static final Set<String> SOURCES = Set.of("java", "ts", "tsx", "js", "jsx", "mjs", "py");

    private final Cairn cairn;
    private final Git git;
    private final Id<Project> project;
    private final Map<String, ProjectFile> files = new TreeMap<>();
    private final Map<String, List<String>> imports = new HashMap<>();
    private String at = "";

    IndexedHistory(Cairn cairn, Git git, Id<Project> project) {
        this.cairn = cairn;
        this.git = git;
        this.project = project;
    }

    static boolean isSource(String path) {
        return SOURCES.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    Collection<String> paths() {
        return files.keySet();
    }

    /** @param changedAt when each path was changed last, in seconds */
    void moveTo(String commit, Map<String, Long> changedAt) {
        Map<String, String> differences = git.differences(at, commit);
        at = commit;
        List<Id<ProjectFile>> gone = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        List<String> objects = new ArrayList<>();
        differences.forEach((path, object) -> {
            if (isSource(path)) {
                if (object.isEmpty()) {
                    ProjectFile file = files.remove(path);
                    imports.remove(path);
                    if (file != null) {
                        gone.add(file.id());
                    }
                } else {
                    paths.add(path);
                    objects.add(object);
                }
            }
        });
        List<String> texts = objects.isEmpty() ? List.of() : git.texts(objects);
        List<ProjectFile> added = new ArrayList<>();
        List<ProjectFile> changed = new ArrayList<>();
        List<FileWords> words = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            SourceFacts facts = SourceFacts.of(path, texts.get(i));
            ProjectFile before = files.get(path);
            ProjectFile file = file(path, texts.get(i), facts, before, changedAt.getOrDefault(path, 0L));
            (before == null ? added : changed).add(file);
            files.put(path, file);
            imports.put(path, facts.imports());
            words.add(words(file, facts, texts.get(i)));
        }
        cairn.get(Transactions.class).write(() -> {
            ProjectFileRepository stored = cairn.get(ProjectFileRepository.class);
            stored.deleteAll(gone);
            stored.insertAll(added);
            stored.updateAll(changed);
            cairn.get(FileWordRepository.class).put(words);
            List<ProjectFile> looked =
                    Stream.concat(added.stream(), changed.stream()).toList();
            cairn.get(FileImportRepository.class)
                    .replace(looked.stream().map(ProjectFile::id).toList(), edges(looked));
            return gone;
        });
    }

    private ProjectFile file(String path, String text, SourceFacts facts, @Nullable ProjectFile before, long at) {
        String hash = Sha256.of(text);
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean described = !facts.summary().isEmpty();
        return new ProjectFile(
                before == null ? cairn.get(IdGenerator.class).next() : before.id(),
                project,
                path,
                name,
                name.substring(name.lastIndexOf('.') + 1),
                text.length(),
                Instant.ofEpochSecond(at),
                null,
                "text/plain",
                null,
                hash,
                described ? facts.summary() : null,
                described ? hash : null,
                null,
                Instant.EPOCH);
    }

    private FileWords words(ProjectFile file, SourceFacts facts, String text) {
        return new FileWords(
                file.id(),
                project,
                WordCutter.cut(file.path()),
                WordCutter.cut(file.name()),
                WordCutter.cut(String.join(" ", facts.declared())),
                WordCutter.cut(facts.summary()),
                WordCutter.cut(text));
    }

    private List<FileImport> edges(List<ProjectFile> some) {
        ImportTargets targets = new ImportTargets(files.keySet());
        List<FileImport> edges = new ArrayList<>();
        for (ProjectFile from : some) {
            for (String each : Objects.requireNonNull(imports.get(from.path()))) {
                targets.of(from.path(), each).stream()
                        .limit(1)
                        .map(to -> new FileImport(
                                from.id(),
                                each,
                                Objects.requireNonNull(files.get(to)).id()))
                        .forEach(edges::add);
            }
        }
        return edges;
    }
}
