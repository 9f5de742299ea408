package dev.cairn.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.file.FileWordRepository;
import dev.cairn.domain.file.FileWordRepository.Match;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.file.ProjectFileRepository;
import dev.cairn.domain.file.WordCutter;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.relevance.RelevantFile;
import dev.cairn.domain.relevance.SoughtWords;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.relevance.Git.Commit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A commit's message is a ticket, and the files that it changed are those that ought to be found for it, in the tree before it: recall
 * among the first ten (L39, X5). {@code -Dcairn.repository=/path/to/another} measures another history.
 */
class HistoryRelevanceTest {
    /** The history goes on; what is measured stays. */
    private static final String UNTIL = System.getProperty("cairn.until", "2026-11-30T01:30:00Z");

    private static final int PAIRS_MIN = 60;
    private static final int PAIRS_MAX = Integer.getInteger("cairn.pairs", 80);
    private static final int FILES_MAX = 8;
    private static final int FOUND = 10;
    private static final double RECALL_MIN = 0.40;
    private static final Pattern ROUTINE =
            Pattern.compile("(?i)^(merge|revert|bump|release|version|format|v?\\d)\\b.*");
    private static final Pattern NUMBERS =
            Pattern.compile("\\(?#\\d+\\)?|https?://\\S+|(?im)^(co-authored|signed-off)-by:.*$");

    @TempDir
    Path directory;

    /** How well one way to rank does. */
    private static final class Recall {
        private double sum;
        private int count;

        void add(List<String> found, Set<String> changed) {
            sum += (double) found.stream()
                            .limit(FOUND)
                            .filter(changed::contains)
                            .count()
                    / changed.size();
            count++;
        }

        double mean() {
            return sum / count;
        }
    }

    @Tag("slow")
    @Test
    void whatChangesTouchedIsFoundForTheirMessagesBetterThanByPaths() {
        Git git = new Git(Path.of(System.getProperty("cairn.repository", "../..")));
        assumeTrue(git.hasHistory(), "skipped: there is no git, or no history to measure with");
        List<Commit> commits = git.commits(UNTIL);
        List<Commit> pairs =
                spread(commits.stream().filter(HistoryRelevanceTest::isPair).toList());
        assumeTrue(pairs.size() >= PAIRS_MIN, "skipped: the history has too few commits");
        Recall relevance = new Recall();
        Recall words = new Recall();
        Recall paths = new Recall();
        int files = 0;
        try (Cairn cairn =
                Cairn.open(CairnOptions.of(new DatabaseOptions.Sqlite(directory.resolve("cairn.db"), true)))) {
            Project project = cairn.projects().create(cairn.owner(), CreateProject.of("HIS", "History"));
            IndexedHistory index = new IndexedHistory(cairn, git, project.id());
            Map<String, Long> changedAt = new HashMap<>();
            Set<Commit> wanted = new HashSet<>(pairs);
            for (Commit commit : commits) {
                if (wanted.contains(commit)) {
                    index.moveTo(commit.parent(), changedAt);
                    files = index.paths().size();
                    Set<String> changed = sources(commit);
                    TicketContent ticket = ticket(commit);
                    relevance.add(found(cairn, ticket), changed);
                    words.add(byWords(cairn, project, ticket), changed);
                    paths.add(byPaths(index.paths(), ticket), changed);
                }
                commit.touched().forEach(path -> changedAt.merge(path, commit.at(), Math::max));
            }
        }
        System.err.printf(
                "recall@%d of %d changes, %d files at last: relevance %.3f, words alone %.3f, paths alone %.3f%n",
                FOUND, pairs.size(), files, relevance.mean(), words.mean(), paths.mean());
        assertThat(relevance.mean())
                .isGreaterThanOrEqualTo(RECALL_MIN)
                .isGreaterThan(words.mean())
                .isGreaterThan(paths.mean());
    }

    private static boolean isPair(Commit commit) {
        int changed = sources(commit).size();
        return changed >= 1
                && changed <= FILES_MAX
                && !ROUTINE.matcher(Git.subject(commit)).matches();
    }

    private static Set<String> sources(Commit commit) {
        return new HashSet<>(
                commit.modified().stream().filter(IndexedHistory::isSource).toList());
    }

    private static List<Commit> spread(List<Commit> commits) {
        List<Commit> some = new ArrayList<>();
        int count = Math.min(PAIRS_MAX, commits.size());
        for (int i = 0; i < count; i++) {
            some.add(commits.get((int) ((long) i * commits.size() / count)));
        }
        return some;
    }

    private static TicketContent ticket(Commit commit) {
        String message = NUMBERS.matcher(commit.message()).replaceAll(" ").strip();
        String subject = message.lines().findFirst().orElse("").strip();
        int cut = Math.min(subject.length(), TicketContent.TITLE_MAX);
        return TicketContent.titled(subject.isEmpty() ? "-" : subject.substring(0, cut))
                .withOverview(message.substring(Math.min(message.length(), cut)));
    }

    private static List<String> found(Cairn cairn, TicketContent content) {
        TicketRef ticket = TicketRef.of(cairn.tickets()
                .create(cairn.owner(), ProjectRef.parse("HIS"), new CreateTicket(content, List.of()))
                .ticket()
                .id());
        return cairn.relevance().relevant(cairn.owner(), ticket, FOUND).stream()
                .map(RelevantFile::file)
                .map(ProjectFile::path)
                .toList();
    }

    private static List<String> byWords(Cairn cairn, Project project, TicketContent ticket) {
        return cairn.get(Transactions.class).read(() -> {
            List<Match> matches = cairn.get(FileWordRepository.class).rank(project.id(), SoughtWords.of(ticket), FOUND);
            Map<Id<ProjectFile>, String> paths = new HashMap<>();
            cairn.get(ProjectFileRepository.class)
                    .findAll(project.id(), matches.stream().map(Match::fileId).toList())
                    .forEach(file -> paths.put(file.id(), file.path()));
            return matches.stream()
                    .map(match -> paths.getOrDefault(match.fileId(), ""))
                    .toList();
        });
    }

    private static List<String> byPaths(Iterable<String> paths, TicketContent ticket) {
        Set<String> sought = new HashSet<>(SoughtWords.of(ticket));
        Map<String, Long> hits = new HashMap<>();
        paths.forEach(path -> hits.put(
                path, WordCutter.words(path).stream().filter(sought::contains).count()));
        return hits.keySet().stream()
                .sorted(Comparator.<String, Long>comparing(hits::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(FOUND)
                .toList();
    }
}
