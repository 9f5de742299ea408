package dev.cairn.application.relevance;

import dev.cairn.domain.file.FileImport;
import dev.cairn.domain.file.FileImportRepository;
import dev.cairn.domain.file.FileWordRepository;
import dev.cairn.domain.file.FileWordRepository.Match;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.file.ProjectFileRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.relevance.Relevance;
import dev.cairn.domain.relevance.RelevantFile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Ranks the files of a project inside a transaction, by one query to the word index and some for rows by their keys (L38). */
public record FileRanking(ProjectFileRepository files, FileWordRepository words, FileImportRepository imports) {
    /**
     * Answers all that matter somehow, the best first.
     *
     * @param sought the words that are looked for
     * @param suggested files that are named; those that the project does not have are passed over
     */
    public List<RelevantFile> rank(Id<Project> project, List<String> sought, Collection<Id<ProjectFile>> suggested) {
        List<Match> matches = words.rank(project, sought, Relevance.MATCHES_MAX);
        List<ProjectFile> newest = files.findNewest(project, Relevance.NEWEST_MAX);
        Map<Id<ProjectFile>, ProjectFile> known = new LinkedHashMap<>();
        newest.forEach(file -> known.put(file.id(), file));
        add(known, project, Stream.concat(matches.stream().map(Match::fileId), suggested.stream()));
        Relevance relevance = new Relevance(sought, matches, newest, suggested);
        List<RelevantFile> best = relevance.rank(known.values()).stream()
                .limit(Relevance.BEST_MAX)
                .toList();
        List<FileImport> edges = imports.touching(
                project, best.stream().map(ranked -> ranked.file().id()).toList());
        add(known, project, edges.stream().flatMap(FileRanking::ends));
        return relevance.rank(known.values(), best, edges);
    }

    private void add(Map<Id<ProjectFile>, ProjectFile> known, Id<Project> project, Stream<Id<ProjectFile>> ids) {
        Set<Id<ProjectFile>> missing =
                new LinkedHashSet<>(ids.filter(id -> !known.containsKey(id)).toList());
        files.findAll(project, missing).forEach(file -> known.put(file.id(), file));
    }

    private static Stream<Id<ProjectFile>> ends(FileImport edge) {
        Id<ProjectFile> to = edge.toFileId();
        return to == null ? Stream.empty() : Stream.of(edge.fromFileId(), to);
    }
}
