package dev.cairn.domain.relevance;

import dev.cairn.domain.file.FileImport;
import dev.cairn.domain.file.FileWordRepository.Match;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.file.WordCutter;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.relevance.RelevantFile.Weights;
import dev.cairn.domain.relevance.RelevantFile.Why;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Orders files by how much they matter to a ticket: a function of the ticket's words and the index, without a clock, so that equal
 * ones give an equal order on every machine (L38). The weights and the order of change are those that found most of the files that
 * real changes touched (PERFORMANCE.md).
 */
public final class Relevance {
    /** The most files that are read for their text matches. */
    public static final int MATCHES_MAX = 400;
    /** The number of files, modified last, whose change counts. */
    public static final int NEWEST_MAX = 100;
    /** The number of best files whose imports count. */
    public static final int BEST_MAX = 5;

    /** The number of places in the order of change after which the weight has fallen to 1/e, about a third. */
    private static final double FADING = 30;

    private static final double ROUNDING = 10_000;

    private static final Comparator<RelevantFile> ORDER = Comparator.comparingDouble(RelevantFile::score)
            .reversed()
            .thenComparing(ranked -> ranked.file().path());

    private final List<String> words;
    private final Map<Id<ProjectFile>, Double> text;
    private final Map<Id<ProjectFile>, Double> changed;
    private final Set<Id<ProjectFile>> suggested;
    private final Map<String, List<String>> inPaths = new HashMap<>();

    /**
     * @param words of the ticket
     * @param matches the files with such words
     * @param newest the files that were changed last, the newest first
     * @param suggested files that the ticket names
     */
    public Relevance(
            List<String> words, List<Match> matches, List<ProjectFile> newest, Collection<Id<ProjectFile>> suggested) {
        this.words = List.copyOf(words);
        this.text = matches.stream().collect(Collectors.toMap(Match::fileId, Match::score));
        this.changed = changed(newest);
        this.suggested = Set.copyOf(suggested);
    }

    /** Orders files by their text matches, paths and changes. */
    public List<RelevantFile> rank(Collection<ProjectFile> files) {
        return rank(files, Map.of());
    }

    /**
     * Orders files also by their imports.
     *
     * @param best the best that {@link #rank(Collection)} found, at most {@value #BEST_MAX} of them
     * @param edges imports that go out from these, or come in
     */
    public List<RelevantFile> rank(Collection<ProjectFile> files, List<RelevantFile> best, List<FileImport> edges) {
        Map<Id<ProjectFile>, Map<String, Double>> neighbours = new HashMap<>();
        Map<Id<ProjectFile>, RelevantFile> byId =
                best.stream().collect(Collectors.toMap(ranked -> ranked.file().id(), ranked -> ranked));
        for (FileImport edge : edges) {
            Id<ProjectFile> to = edge.toFileId();
            if (to != null) {
                connect(neighbours, byId.get(edge.fromFileId()), to, best);
                connect(neighbours, byId.get(to), edge.fromFileId(), best);
            }
        }
        return rank(files, neighbours);
    }

    private static void connect(
            Map<Id<ProjectFile>, Map<String, Double>> neighbours,
            @Nullable RelevantFile end,
            Id<ProjectFile> other,
            List<RelevantFile> best) {
        if (end != null) {
            double top = best.getFirst().score();
            neighbours
                    .computeIfAbsent(other, id -> new LinkedHashMap<>())
                    .put(end.file().path(), top == 0 ? 0 : end.score() / top);
        }
    }

    private List<RelevantFile> rank(
            Collection<ProjectFile> files, Map<Id<ProjectFile>, Map<String, Double>> neighbours) {
        Map<ProjectFile, List<String>> inPath = new LinkedHashMap<>();
        files.forEach(file -> inPath.put(file, inPath(file)));
        Map<String, Double> rarity = rarity(inPath.values());
        ToDoubleFunction<ProjectFile> path = file -> Objects.requireNonNull(inPath.get(file)).stream()
                .mapToDouble(word -> Objects.requireNonNull(rarity.get(word)))
                .sum();
        double pathMax = files.stream().mapToDouble(path).max().orElse(0);
        double textMax =
                text.values().stream().mapToDouble(score -> score).max().orElse(0);
        List<RelevantFile> ranked = new ArrayList<>();
        for (ProjectFile file : inPath.keySet()) {
            Map<String, Double> with = neighbours.getOrDefault(file.id(), Map.of());
            Why why = new Why(
                    suggested.contains(file.id()) ? 1 : 0,
                    share(text.getOrDefault(file.id(), 0.0), textMax),
                    share(path.applyAsDouble(file), pathMax),
                    Objects.requireNonNull(inPath.get(file)),
                    rounded(changed.getOrDefault(file.id(), 0.0)),
                    rounded(with.values().stream()
                            .mapToDouble(share -> share)
                            .max()
                            .orElse(0)),
                    with.keySet().stream().sorted().toList());
            ranked.add(new RelevantFile(file, score(why), why));
        }
        return ranked.stream().filter(each -> each.score() > 0).sorted(ORDER).toList();
    }

    private static double score(Why why) {
        Weights weights = Weights.USED;
        return rounded(weights.suggested() * why.suggested()
                + weights.text() * why.text()
                + weights.path() * why.path()
                + weights.changed() * why.changed()
                + weights.imports() * why.imports());
    }

    private List<String> inPath(ProjectFile file) {
        return inPaths.computeIfAbsent(file.path(), path -> {
            Set<String> parts = new HashSet<>(WordCutter.words(path));
            return words.stream().filter(parts::contains).toList();
        });
    }

    /** Returns the logarithm of one plus the number of files divided by the number of files with the word in their path. */
    private static Map<String, Double> rarity(Collection<List<String>> paths) {
        Map<String, Integer> counts = new HashMap<>();
        paths.forEach(words -> words.forEach(word -> counts.merge(word, 1, Integer::sum)));
        Map<String, Double> rarity = new HashMap<>();
        counts.forEach((word, count) -> rarity.put(word, StrictMath.log(1 + (double) paths.size() / count)));
        return rarity;
    }

    /**
     * Returns the recency of each change by its place among all. Files modified in the same second, as by a checkout,
     * share the middle of their places; those of the last second, some of which may be missing in the list, get none.
     */
    private static Map<Id<ProjectFile>, Double> changed(List<ProjectFile> newest) {
        Map<Id<ProjectFile>, Double> changed = new HashMap<>();
        int start = 0;
        while (start < newest.size()) {
            int end = start + 1;
            while (end < newest.size() && second(newest.get(end)) == second(newest.get(start))) {
                end++;
            }
            if (end == newest.size() && end >= NEWEST_MAX) {
                break;
            }
            double place = (start + end - 1) / 2.0;
            for (ProjectFile file : newest.subList(start, end)) {
                changed.put(file.id(), StrictMath.exp(-place / FADING));
            }
            start = end;
        }
        return changed;
    }

    private static long second(ProjectFile file) {
        return file.modifiedAt().truncatedTo(ChronoUnit.SECONDS).getEpochSecond();
    }

    private static double share(double value, double most) {
        return most <= 0 ? 0 : rounded(value / most);
    }

    private static double rounded(double value) {
        return Math.round(value * ROUNDING) / ROUNDING;
    }
}
