package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.Cairn;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.event.EventRequest;
import dev.cairn.application.event.Polled;
import dev.cairn.application.file.FileService.Edge;
import dev.cairn.application.file.IndexJob;
import dev.cairn.application.job.JobRunner;
import dev.cairn.application.job.Jobs;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.file.FileFilter;
import dev.cairn.domain.file.FileSelection;
import dev.cairn.domain.file.FileSelectionRepository;
import dev.cairn.domain.file.FileText;
import dev.cairn.domain.file.FileWordRepository;
import dev.cairn.domain.file.IndexReport;
import dev.cairn.domain.file.LineRange;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.file.ProjectFileRepository;
import dev.cairn.domain.file.WordCutter;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.job.JobStatus;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.user.Caller;
import dev.cairn.persistence.jdbc.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The index of a project's folder (R50–R53). */
class FileIndexUseCaseTest extends UseCaseTest {
    private static final PageRequest ALL = new PageRequest(200, null, Sort.by(Sort.asc("path")), false);
    private static final Duration LONG = Duration.ofSeconds(60);
    /** Files that are old enough to be told apart by their times. */
    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");

    private Path root = Path.of("");

    @BeforeEach
    void folder() throws IOException {
        root = Files.createDirectory(directory.resolve("work"));
        write("README.md", "# Cairn\n\nKeeps the zeppelin.\n");
        write("src/app/Main.java", "package app;\n\nimport app.Parser;\n\n/** Starts it. */\npublic class Main {}\n");
        write("src/app/Parser.java", "package app;\n\n/** Reads a turnip. */\npublic class Parser {}\n");
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withLocalPath(root.toString()));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(OLD.plusSeconds(text.hashCode() & 0xFFFF)));
    }

    private IndexReport index() {
        return index(false);
    }

    private IndexReport index(boolean full) {
        IndexJob job = ended(services.indexing().start(owner, CRN, full).id());
        assertThat(job.status()).as(job.error()).isEqualTo(JobStatus.COMPLETED);
        return job.report();
    }

    /** Waits for a run of the background, whose thread no test can be. */
    private IndexJob ended(Id<Job> id) {
        long until = System.nanoTime() + LONG.toNanos();
        IndexJob job = services.indexing().get(owner, id);
        while (job.status().live()) {
            assertThat(System.nanoTime()).isLessThan(until);
            cairn.get(JobRunner.class).beginAll();
            Thread.onSpinWait();
            job = services.indexing().get(owner, id);
        }
        return job;
    }

    private List<ProjectFile> files() {
        return services.files().list(owner, CRN, FileFilter.ANY, ALL).items();
    }

    private ProjectFile file(String path) {
        return files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private List<String> found(String text) {
        return services.search().search(owner, text, List.of(SearchKind.FILE), null, 10).stream()
                .map(SearchHit::title)
                .toList();
    }

    private static IndexReport counts(int created, int updated, int moved, int deleted, int unchanged) {
        int total = created + updated + moved + unchanged;
        return new IndexReport(false, total, total, created, updated, moved, deleted, unchanged, 0, 0, 0, List.of(), 0);
    }

    /** R51: it would come to nothing otherwise, as the run that is under way looks at changes alone. */
    @Test
    void aFullRunTakesThePlaceOfOneThatIsUnderWay() {
        cairn.close();
        cairn = Cairn.open(openedWith().withJobs(false));
        services = cairn;
        IndexJob plain = services.indexing().start(owner, CRN, false);
        JobRepository jobs = cairn.get(JobRepository.class);
        Instant now = clock.instant();
        cairn.get(Transactions.class).write(() -> jobs.claim(now, now.plus(LONG), 1, Set.of()));
        assertThat(services.indexing().start(owner, CRN, false).id()).isEqualTo(plain.id());
        IndexJob full = services.indexing().start(owner, CRN, true);
        assertThat(services.indexing().get(owner, plain.id()).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(full.report().full()).isTrue();
        cairn.get(Transactions.class).write(() -> jobs.claim(now, now.plus(LONG), 1, Set.of()));
        assertThat(services.indexing().start(owner, CRN, true).id()).isEqualTo(full.id());
        assertThat(services.indexing().start(owner, CRN, false).id()).isEqualTo(full.id());
    }

    /** G7: after a move to another engine there are files, and no words. */
    @Test
    void wordsThatAreGoneAreReadAgain() {
        index();
        String forget = database instanceof DatabaseOptions.Sqlite
                ? "INSERT INTO project_file_words (project_file_words) VALUES ('delete-all')"
                : "DELETE FROM project_file_words";
        cairn.get(Transactions.class).write(() -> cairn.get(Sql.class).update(forget));
        assertThat(found("turnip")).isEmpty();

        assertThat(index().full()).isTrue();

        assertThat(found("turnip")).containsExactly("src/app/Parser.java");
        assertThat(index()).isEqualTo(counts(0, 0, 0, 0, 3));
    }

    /** R51, L33 */
    @Test
    void aFolderIsIndexedAndTheSecondRunChangesNothing() {
        assertThat(index()).isEqualTo(counts(3, 0, 0, 0, 0));
        assertThat(files())
                .extracting(ProjectFile::path)
                .containsExactly("README.md", "src/app/Main.java", "src/app/Parser.java");
        ProjectFile main = file("src/app/Main.java");
        assertThat(main.language()).isEqualTo("java");
        assertThat(main.contentType()).isEqualTo("text/x-java");
        assertThat(main.summary()).contains("Starts it");
        assertThat(main.summaryOf()).isEqualTo(main.sha256());
        List<ProjectFile> before = files();
        awaitLog();
        Polled log = services.events().poll(owner, EventRequest.of(CRN).after(0), Duration.ZERO);
        assertThat(log.items().getLast().type()).isEqualTo("project.indexed");
        assertThat(index()).isEqualTo(counts(0, 0, 0, 0, 3));
        assertThat(files()).isEqualTo(before);
        assertThat(services.events()
                        .poll(owner, EventRequest.of(CRN).after(log.after()), Duration.ZERO)
                        .items())
                .isEmpty();
    }

    /** R35 */
    @Test
    void filesAreFoundByTheirWordsUntilTheyAreGone() throws IOException {
        index();
        assertThat(found("zeppelin")).containsExactly("README.md");
        assertThat(found("turn")).containsExactly("src/app/Parser.java");
        assertThat(found("parser java")).contains("src/app/Parser.java");
        assertThat(services.search().search(owner, "zeppelin", List.of(), CRN, 10))
                .extracting(SearchHit::kind)
                .containsExactly(SearchKind.FILE);
        write("README.md", "# Cairn\n\nKeeps the balloon.\n");
        assertThat(index()).isEqualTo(counts(0, 1, 0, 0, 2));
        assertThat(found("zeppelin")).isEmpty();
        assertThat(found("balloon")).containsExactly("README.md");
        Files.delete(root.resolve("README.md"));
        assertThat(index()).isEqualTo(counts(0, 0, 0, 1, 2));
        assertThat(found("balloon")).isEmpty();
    }

    /** X3, L30 */
    @Test
    void aRenameKeepsTheIdTheSelectionAndTheEdges() throws IOException {
        index();
        ProjectFile parser = file("src/app/Parser.java");
        FileSelectionRepository selections = cairn.get(FileSelectionRepository.class);
        cairn.get(Transactions.class).write(() -> {
            selections.putAll(List.of(new FileSelection(project.id(), owner.userId(), parser.id(), "good")));
            return parser;
        });
        Files.move(root.resolve("src"), root.resolve("other"));
        assertThat(index()).isEqualTo(counts(0, 0, 2, 0, 1));
        assertThat(file("other/app/Parser.java").id()).isEqualTo(parser.id());
        assertThat(selections.findAll(project.id(), owner.userId())).hasSize(1);
        assertThat(services.files().importers(owner, parser.id()))
                .extracting(edge -> edge.file() == null ? "" : edge.file().path())
                .containsExactly("other/app/Main.java");
        assertThat(found("other parser")).contains("other/app/Parser.java");
    }

    /** L30 */
    @Test
    void aCopyIsANewFileAndATieIsNoMove() throws IOException {
        write("a.txt", "the same");
        index();
        Id<ProjectFile> first = file("a.txt").id();
        write("b.txt", "the same");
        assertThat(index()).isEqualTo(counts(1, 0, 0, 0, 4));
        assertThat(file("a.txt").id()).isEqualTo(first);
        // Both vanish, and two others with the same contents come: nothing says which is which.
        write("c.txt", "the same");
        write("d.txt", "the same");
        Files.delete(root.resolve("a.txt"));
        Files.delete(root.resolve("b.txt"));
        IndexReport report = index();
        assertThat(report.moved()).isZero();
        assertThat(report.deleted()).isEqualTo(2);
        // Two of the same contents are renamed: each is the same file on the disk.
        Id<ProjectFile> c = file("c.txt").id();
        Files.move(root.resolve("c.txt"), root.resolve("x.txt"));
        Files.move(root.resolve("d.txt"), root.resolve("e.txt"));
        assertThat(index().moved()).isEqualTo(2);
        assertThat(file("x.txt").id()).isEqualTo(c);
    }

    /** X2: what has another time and the same contents is no change. */
    @Test
    void aTouchedFileIsUnchanged() throws IOException {
        index();
        Files.setLastModifiedTime(root.resolve("README.md"), FileTime.from(OLD.plusSeconds(1_000_000)));
        assertThat(index()).isEqualTo(counts(0, 0, 0, 0, 3));
        assertThat(file("README.md").modifiedAt()).isEqualTo(OLD.plusSeconds(1_000_000));
        assertThat(index(true).changed()).isFalse();
        assertThat(found("zeppelin")).containsExactly("README.md");
    }

    @Test
    void whatBecomesBinaryTooLargeSecretOrIgnoredIsForgotten() throws IOException {
        write("one.txt", "one");
        write("two.txt", "two");
        write("three.pem2", "three");
        index();
        write("one.txt", "one\0");
        write("two.txt", "x".repeat(SystemSettings.DEFAULT.indexFileBytes() + 1));
        Files.move(root.resolve("three.pem2"), root.resolve("three.pem"));
        write(".gitignore", "README.md\n");
        IndexReport report = index();
        assertThat(report.deleted()).isEqualTo(4);
        assertThat(report.binary()).isEqualTo(1);
        assertThat(report.tooLarge()).isEqualTo(1);
        assertThat(report.secret()).isEqualTo(1);
        assertThat(files())
                .extracting(ProjectFile::path)
                .containsExactly(".gitignore", "src/app/Main.java", "src/app/Parser.java");
    }

    /** X7: not only what is indexed from now on. */
    @Test
    void whatIsASecretFromNowOnIsForgottenAtOnce() throws IOException {
        index();
        services.settings().changeSystem(owner, settings -> settings.withSecretFiles("app/"));
        long until = System.nanoTime() + LONG.toNanos();
        while (count() > 1) {
            assertThat(System.nanoTime()).isLessThan(until);
            cairn.get(JobRunner.class).beginAll();
            Thread.onSpinWait();
        }
        assertThat(files()).extracting(ProjectFile::path).containsExactly("README.md");
    }

    @Test
    void importsLeadToFiles() throws IOException {
        index();
        ProjectFile main = file("src/app/Main.java");
        assertThat(services.files().imports(owner, main.id()))
                .containsExactly(new Edge("app.Parser", file("src/app/Parser.java")));
        Files.delete(root.resolve("src/app/Parser.java"));
        index();
        assertThat(services.files().imports(owner, main.id())).containsExactly(new Edge("app.Parser", null));
        write("src/app/Parser.java", "package app;\n\nclass Parser {}\n");
        index();
        assertThat(services.files().imports(owner, main.id()))
                .containsExactly(new Edge("app.Parser", file("src/app/Parser.java")));
    }

    private Map<String, List<Edge>> edges() {
        return files().stream()
                .collect(Collectors.toMap(
                        ProjectFile::path, file -> services.files().imports(owner, file.id())));
    }

    /** X3: whatever happens, imports lead to where they lead in an index that is made anew. */
    @Test
    void importsLeadToWhereAFullRunFindsThem() throws IOException {
        write("src/x.ts", "import { a } from './util';\n");
        write("src/util.ts", "export const a = 1;\n");
        index();
        assertThat(edges().get("src/x.ts")).containsExactly(new Edge("./util", file("src/util.ts")));
        List<Change> changes = List.of(
                folder -> Files.move(folder.resolve("src/util.ts"), folder.resolve("util.ts")),
                _ -> write("src/util.ts", "export const a = 2;\n"),
                _ -> write("src/util/index.ts", "export const a = 3;\n"),
                folder -> Files.delete(folder.resolve("src/util.ts")),
                _ -> write("src/x.ts", "import { a } from './util';\nimport { b } from '../util';\n"),
                folder -> Files.move(folder.resolve("src/x.ts"), folder.resolve("src/util/x.ts")));
        for (Change change : changes) {
            change.make(root);
            assertThat(index().changed()).isTrue();
            Map<String, List<Edge>> known = edges();
            assertThat(index(true).changed()).isFalse();
            assertThat(known).isEqualTo(edges());
        }
        assertThat(edges().get("src/util/x.ts"))
                .containsExactly(new Edge("../util", file("src/util/index.ts")), new Edge("./util", null));
    }

    @Test
    void contentsAreReadFromTheDiskAndSayWhenTheyChanged() throws IOException {
        index();
        ProjectFile readme = file("README.md");
        FileText text = services.files().content(owner, readme.id(), LineRange.parse("3-"));
        assertThat(text.text()).isEqualTo("Keeps the zeppelin.\n");
        assertThat(text.totalLines()).isEqualTo(3);
        assertThat(text.changed()).isFalse();
        write("README.md", "changed\n".repeat(FileText.LINES_MAX + 1));
        FileText now = services.files().content(owner, readme.id(), LineRange.ALL);
        assertThat(now.changed()).isTrue();
        assertThat(now.truncated()).isTrue();
        assertThat(now.lastLine()).isEqualTo(FileText.LINES_MAX);
        write("README.md", "x".repeat(FileText.LENGTH_MAX - 1) + "😀\nmore\n");
        FileText beginning = services.files().content(owner, readme.id(), LineRange.ALL);
        assertThat(beginning.text()).isEqualTo("x".repeat(FileText.LENGTH_MAX - 1));
        assertThat(beginning.truncated()).isTrue();
        assertThat(beginning.lastLine()).isOne();
        assertThat(services.files()
                        .content(owner, readme.id(), LineRange.parse("2"))
                        .text())
                .isEqualTo("more\n");
        Files.delete(root.resolve("README.md"));
        assertRefused(ErrorCode.CONTENT_UNREADABLE, () -> services.files().content(owner, readme.id(), LineRange.ALL));
    }

    /** X3, R52: who may not look today may tomorrow. */
    @Test
    void whatCannotBeReadNowStays() throws IOException {
        index();
        List<ProjectFile> before = files();
        write("README.md", "# Another\n");
        for (String hidden : List.of("README.md", "src/app", "src")) {
            Path path = root.resolve(hidden);
            Set<PosixFilePermission> usual = Files.getPosixFilePermissions(path);
            for (String permissions : List.of("rw-------", "-wx------", "---------")) {
                if (Files.isDirectory(path) || permissions.startsWith("-")) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
                    assumeTrue(!Files.isReadable(path) || !Files.isExecutable(path), "Skipped: root reads everything");
                    IndexReport report = index();
                    assertThat(report.deleted()).isZero();
                    assertThat(report.problemCount()).isPositive();
                    assertThat(files()).isEqualTo(before);
                    Files.setPosixFilePermissions(path, usual);
                }
            }
            write("README.md", "# Cairn\n\nKeeps the zeppelin.\n");
        }
    }

    @Test
    void filesAreListedByPathWordsExtensionAndTime() throws IOException {
        write("src.txt", "no folder");
        index();
        assertThat(listed(new FileFilter(null, "src", null, null, null)))
                .containsExactly("src/app/Main.java", "src/app/Parser.java");
        assertThat(listed(new FileFilter(null, "src/app/", null, null, null))).hasSize(2);
        assertThat(listed(new FileFilter(null, "README.md", null, null, null))).containsExactly("README.md");
        assertThat(listed(new FileFilter(null, null, "turnip", null, null))).containsExactly("src/app/Parser.java");
        for (String none : List.of("\"", "\u0301", "😀")) {
            assertThat(listed(new FileFilter(null, null, none, null, null)))
                    .as(none)
                    .isEmpty();
        }
        assertThat(listed(new FileFilter(null, null, null, ".MD", null))).containsExactly("README.md");
        assertThat(listed(new FileFilter(null, null, null, null, OLD.plusSeconds(1_000_000))))
                .isEmpty();
        assertThat(listed(new FileFilter(null, null, null, null, OLD))).hasSize(4);
    }

    private List<String> listed(FileFilter filter) {
        return services.files().list(owner, CRN, filter, ALL).items().stream()
                .map(ProjectFile::path)
                .toList();
    }

    /** L41 */
    @Test
    void filesAreRankedByTheWordsThatTheyHave() {
        index();
        FileWordRepository words = cairn.get(FileWordRepository.class);
        List<FileWordRepository.Match> ranked = words.rank(project.id(), WordCutter.words("Parser, turnip"), 10);
        assertThat(ranked.getFirst().fileId())
                .isEqualTo(file("src/app/Parser.java").id());
        assertThat(ranked)
                .extracting(FileWordRepository.Match::score)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    /** R51: two at once for one project do not run. */
    @Test
    void aSecondRunThatIsAskedForMeanwhileIsTheFirst() {
        IndexJob first = services.indexing().start(owner, CRN, false);
        IndexJob second = services.indexing().start(owner, CRN, false);
        if (!second.id().equals(first.id())) {
            assertThat(services.indexing().get(owner, first.id()).status()).isEqualTo(JobStatus.COMPLETED);
        }
        ended(second.id());
        assertThat(files()).hasSize(3);
    }

    /** R51: the run that is under way ends with the folder that was asked for last. */
    @Test
    void anotherFolderThatIsAskedForMeanwhileIsIndexed() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            write("many/%d/f%d.txt".formatted(i % 50, i), "word%d other".formatted(i));
        }
        Path other = Files.createDirectory(directory.resolve("other"));
        Files.writeString(other.resolve("other.md"), "# Other\n");
        services.indexing().start(owner, CRN, false);
        while (count() == 0) {
            Thread.onSpinWait();
        }
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withLocalPath(other.toString()));
        IndexJob second = ended(services.indexing().start(owner, CRN, false).id());
        assertThat(second.status()).as(second.error()).isEqualTo(JobStatus.COMPLETED);
        assertThat(files()).extracting(ProjectFile::path).containsExactly("other.md");
    }

    /** L29 */
    @Test
    void aRunThatIsCancelledLeavesAnIndexThatHolds() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            write("many/%d/f%d.txt".formatted(i % 50, i), "word%d other".formatted(i));
        }
        IndexJob job = services.indexing().start(owner, CRN, false);
        while (count() == 0) {
            Thread.onSpinWait();
        }
        Thread thread = IndexThreads.of(job.id());
        IndexJob cancelled = services.indexing().cancel(owner, job.id());
        assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
        int stored = count();
        IndexThreads.join(thread);
        assertThat(count()).as("nothing is stored afterwards").isEqualTo(stored).isLessThan(2_003);
        assertThat(stored).isEqualTo(cancelled.report().created());
        assertRefused(ErrorCode.JOB_ENDED, () -> services.indexing().cancel(owner, job.id()));
        IndexReport next = index();
        assertThat(next.created() + next.unchanged()).isEqualTo(2_003);
        assertThat(found("word1999")).containsExactly("many/49/f1999.txt");
    }

    /** On a shared database another server may see the folder: that is no attempt, and is waited for, but not for ever. */
    @Test
    void aFolderThatNoServerSeesFailsTheRun() throws IOException {
        index();
        Files.move(root, directory.resolve("gone"));
        Job failed = failed();
        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(failed.lastError()).contains("There is no folder");
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(cairn.get(UnitOfWork.class).alone()
                        || Duration.between(failed.createdAt(), failed.finishedAt())
                                        .toMinutes()
                                >= 5)
                .isTrue();
    }

    /** Waits for a run that nobody asked for, and that no server can do. */
    private Job failed() {
        Job job = cairn.get(UnitOfWork.class)
                .write(owner, act -> cairn.get(Jobs.class).add(act, JobKind.INDEX, project.id(), null));
        JobStatus status = JobStatus.READY;
        while (status.live()) {
            if (status == JobStatus.READY) {
                clock.advance(Duration.ofSeconds(20));
                cairn.get(JobRunner.class).beginAll();
            }
            status = services.indexing().get(owner, job.id()).status();
        }
        return cairn.get(Transactions.class)
                .read(() -> cairn.get(JobRepository.class).find(job.id()))
                .orElseThrow();
    }

    /** What happens to a folder. */
    @FunctionalInterface
    private interface Change {
        void make(Path folder) throws IOException;
    }

    /** X3, R52: a disk that is not mounted leaves an empty folder behind. */
    @Test
    void aFolderThatIsAwayKeepsWhatIsKnownOfIt() throws IOException {
        index();
        List<ProjectFile> before = files();
        FileSelectionRepository selections = cairn.get(FileSelectionRepository.class);
        cairn.get(Transactions.class).write(() -> {
            selections.putAll(List.of(new FileSelection(
                    project.id(), owner.userId(), before.getFirst().id(), "good")));
            return before;
        });
        Path kept = directory.resolve("kept");
        List<Change> absences = List.of(
                _ -> {},
                Files::createDirectory,
                Files::createFile,
                folder -> Files.createDirectories(folder.resolve("lost+found")),
                folder -> Files.createSymbolicLink(folder, kept));
        for (Change absence : absences) {
            Files.move(root, kept);
            absence.make(root);
            assertThat(failed().status()).isEqualTo(JobStatus.FAILED);
            if (Files.isDirectory(root.resolve("lost+found"))) {
                Files.delete(root.resolve("lost+found"));
            }
            Files.deleteIfExists(root);
            Files.move(kept, root);
            assertThat(index()).isEqualTo(counts(0, 0, 0, 0, 3));
            assertThat(files()).isEqualTo(before);
            assertThat(selections.findAll(project.id(), owner.userId())).hasSize(1);
        }
        Files.move(root, kept);
        Files.createDirectory(root);
        assertThat(index(true).deleted()).isEqualTo(3);
        Files.delete(root);
        Files.move(kept, root);
        assertThat(index().created()).isEqualTo(3);
        Path other = Files.createDirectory(directory.resolve("other"));
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withLocalPath(other.toString()));
        assertThat(index().deleted()).as("another folder may be empty").isEqualTo(3);
    }

    private int count() {
        return cairn.get(Transactions.class)
                .read(() -> cairn.get(ProjectFileRepository.class).count(project.id()));
    }

    @Test
    void whatIsAskedForMustBePossible() throws IOException {
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withLocalPath(null));
        assertRefused(ErrorCode.FOLDER_REQUIRED, () -> services.indexing().start(owner, CRN, false));
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withLocalPath(root + "/none"));
        assertRefused(ErrorCode.FOLDER_NOT_FOUND, () -> services.indexing().start(owner, CRN, false));
    }

    /** Whoever reads an index reads the files of the machine. */
    @Test
    void onlyAnAdminSaysWhichFoldersMayBeRead() throws IOException {
        Caller editor = member("Ed", Role.EDITOR);
        assertRefused(ErrorCode.ADMIN_REQUIRED, () -> services.indexing().start(editor, CRN, false));
        services.settings().changeSystem(owner, settings -> settings.withIndexFolders(directory.toString()));
        ended(services.indexing().start(editor, CRN, false).id());
        services.settings().changeSystem(owner, settings -> settings.withIndexFolders(""));
        ended(services.indexing().start(editor, CRN, false).id());
        Path other = Files.createDirectory(directory.resolve("other"));
        Files.writeString(other.resolve("README.md"), "not agreed upon");
        Id<ProjectFile> readme = file("README.md").id();
        services.projects().update(editor, CRN, Expected.ANY, content -> content.withLocalPath(other.toString()));
        assertRefused(ErrorCode.ADMIN_REQUIRED, () -> services.indexing().start(editor, CRN, false));
        assertThat(services.files().content(editor, readme, LineRange.ALL).text())
                .contains("zeppelin");
    }

    /** What is there and what is not is refused in the same words. */
    @Test
    void othersThanAdminsLearnOfNoFolderByAsking() throws IOException {
        Path agreed = Files.createDirectory(directory.resolve("agreed"));
        Files.createDirectory(agreed.resolve("below"));
        Caller editor = member("Ed", Role.EDITOR);
        List<String> paths = List.of(
                agreed.toString(),
                agreed + "/none",
                root + "/README.md",
                directory.toString(),
                root + "/../agreed",
                root + "/../none",
                "/",
                "relative");
        List<String> before = refusals(editor, paths);
        assertThat(before).hasSameSizeAs(paths).allMatch(said -> said.contains("Only an admin"));
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withLocalPath(root.toString()));
        index();
        assertThat(refusals(editor, paths)).isEqualTo(before);
        services.settings().changeSystem(owner, settings -> settings.withIndexFolders(agreed + "/below"));
        assertThat(refusals(editor, paths)).isEqualTo(before);
        services.projects().update(editor, CRN, Expected.ANY, content -> content.withLocalPath(agreed + "/below/none"));
        assertRefused(ErrorCode.FOLDER_NOT_FOUND, () -> services.indexing().start(editor, CRN, false));
    }

    private List<String> refusals(Caller editor, List<String> paths) {
        return paths.stream()
                .map(path -> {
                    services.projects().update(editor, CRN, Expected.ANY, content -> content.withLocalPath(path));
                    return String.valueOf(catchThrowableOfType(
                            Denied.class, () -> services.indexing().start(editor, CRN, false)));
                })
                .toList();
    }

    @Test
    void filesAreForMembersOnly() throws IOException {
        index();
        ProjectFile readme = file("README.md");
        Caller viewer = member("Vi", Role.VIEWER);
        Caller stranger = human("Stan");
        assertThat(services.files().get(viewer, readme.id())).isEqualTo(readme);
        assertRefused(ErrorCode.ROLE_REQUIRED, () -> services.indexing().start(viewer, CRN, false));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.files().get(stranger, readme.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.files().content(stranger, readme.id(), LineRange.ALL));
        assertThat(services.search().search(stranger, "zeppelin", List.of(SearchKind.FILE), null, 10))
                .isEmpty();
        services.projects().delete(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.NOT_FOUND, () -> services.files().get(owner, readme.id()));
        assertThat(services.search().search(owner, "zeppelin", List.of(SearchKind.FILE), null, 10))
                .isEmpty();
    }

    /** P12 */
    @Test
    void theFolderMayBeTheOneOurDataIsIn() throws IOException {
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withLocalPath(directory.toString()));
        IndexReport report = index();
        assertThat(files())
                .extracting(ProjectFile::path)
                .contains("work/README.md")
                .noneMatch(path -> path.contains("cairn.db"));
        assertThat(report.created()).isEqualTo(files().size());
        assertThat(services.files().list(owner, CRN, FileFilter.ANY, ALL).items())
                .isNotEmpty();
    }

    /** R35 */
    @Test
    void filesStandBehindWhatPeopleWroteAndHaveSomePlaces() {
        index();
        for (int i = 0; i < 5; i++) {
            services.tickets().create(owner, CRN, CreateTicket.titled("The turnip " + i));
        }
        List<SearchHit> hits = services.search().search(owner, "turnip", List.of(), null, 4);
        assertThat(hits)
                .extracting(SearchHit::kind)
                .containsExactly(SearchKind.TICKET, SearchKind.TICKET, SearchKind.TICKET, SearchKind.FILE);
        assertThat(hits)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(SearchHit::score).reversed());
    }
}
