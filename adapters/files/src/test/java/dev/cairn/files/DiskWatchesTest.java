package dev.cairn.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.file.FolderVisitor;
import dev.cairn.application.file.FolderWatch;
import dev.cairn.application.file.FolderWatches.Outcome;
import dev.cairn.application.file.FoundFile;
import dev.cairn.domain.file.FileProblem;
import dev.cairn.domain.file.ProjectFolder;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** X4, L32: what is watched, and what it is good for. */
@Timeout(60)
class DiskWatchesTest {
    private static final Id<Project> PROJECT = new Id<>(7);
    private static final Duration NEVER = Duration.ofDays(1);
    /** Tells of each event by itself, and of nothing else. */
    private static final WatchTimes EAGER = new WatchTimes(Duration.ZERO, Duration.ZERO, NEVER, NEVER);

    private static final int MANY = 1_000;

    @TempDir
    Path directory;

    private final BlockingQueue<Id<Project>> told = new LinkedBlockingQueue<>();
    private volatile Outcome answer = Outcome.EXPECTED;
    private Path root = Path.of("");
    private DiskWatches watches = new DiskWatches();

    /** A walk that is watched. */
    private record Walker(FolderWatch watch) implements FolderVisitor {
        @Override
        public void folder(String path) {
            watch.folder(path);
        }

        @Override
        public void ignored(Predicate<String> names) {
            watch.ignored(names);
        }

        @Override
        public void file(FoundFile file) {}

        @Override
        public void leftOut(LeftOut why) {}

        @Override
        public void problem(FileProblem problem) {}
    }

    @BeforeEach
    void folder() throws IOException {
        root = Files.createDirectory(directory.toRealPath().resolve("root"));
        Files.createDirectories(root.resolve("src/main"));
        Files.writeString(root.resolve(".gitignore"), "node_modules/\n*.log\n");
        Files.writeString(root.resolve("README.md"), "one");
        watched(EAGER);
    }

    @AfterEach
    void close() {
        watches.close();
    }

    private void watched(WatchTimes times) {
        watched(1_000, times);
    }

    private void watched(int most, WatchTimes times) {
        watches.close();
        watches = new DiskWatches(most, times);
        watches.start(project -> {
            told.add(project);
            return answer;
        });
    }

    private void walk() {
        walk(PROJECT, OwnFiles.NONE);
    }

    private void walk(Id<Project> project, OwnFiles own) {
        FolderWatch watch = watches.walk(new ProjectFolder(project, root.toString(), null));
        new DiskFolders(own, InstantSource.system()).walk(root.toString(), Listing.RULES, new Walker(watch));
        watch.walked();
    }

    private void isTold() throws InterruptedException {
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(PROJECT);
    }

    /** Walks until nothing is told of what was done before. */
    private void settle() throws IOException, InterruptedException {
        walk();
        Files.writeString(root.resolve("settled"), "");
        isTold();
        Files.delete(root.resolve("settled"));
        isTold();
        walk();
        told.clear();
    }

    @Test
    void whateverHappensToFilesIsTold() throws IOException, InterruptedException {
        walk();
        Path file = root.resolve("src/main/A.java");
        List<Change> changes = List.of(
                () -> Files.writeString(file, "class A {}"),
                () -> Files.writeString(file, "class A { int a; }"),
                () -> Files.move(file, root.resolve("B.java")),
                () -> Files.delete(root.resolve("B.java")),
                () -> Files.writeString(root.resolve(".gitignore"), "*.md\n"));
        for (Change change : changes) {
            change.make();
            isTold();
            settle();
        }
    }

    /** Something that happens. */
    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    /** What comes while a walk is under way is found by it, or told. */
    @Test
    void foldersThatAppearAreWatchedAndThoseThatGoAreNot() throws IOException, InterruptedException {
        walk();
        assertThat(watches.size()).isEqualTo(3);
        Files.createDirectories(root.resolve("a/b/c"));
        isTold();
        settle();
        assertThat(watches.size()).isEqualTo(6);
        Files.writeString(root.resolve("a/b/c/deep.txt"), "deep");
        isTold();
        Files.move(root.resolve("a"), directory.resolve("elsewhere"));
        settle();
        assertThat(watches.size()).isEqualTo(3);
    }

    @Test
    void whatIsIgnoredCostsNothing() throws IOException, InterruptedException {
        Path modules = Files.createDirectory(root.resolve("node_modules"));
        settle();
        for (int i = 0; i < MANY; i++) {
            Files.writeString(Files.createDirectory(modules.resolve("m" + i)).resolve("index.js"), "");
            Files.writeString(root.resolve("debug.log"), "line " + i);
        }
        Files.writeString(root.resolve("src/main/last.txt"), "");
        isTold();
        settle();
        assertThat(watches.size()).isEqualTo(3);
    }

    @Test
    void ignoredFilesTellNothing() throws IOException, InterruptedException {
        settle();
        for (int i = 0; i < MANY; i++) {
            Files.writeString(root.resolve("debug.log"), "line " + i);
        }
        Files.createDirectory(root.resolve("last"));
        isTold();
        assertThat(told).isEmpty();
    }

    @Test
    void linksAreNotFollowedAndOurOwnFolderIsNotWatched() throws IOException {
        Path outside = Files.createDirectories(directory.resolve("outside/below"));
        Files.createSymbolicLink(root.resolve("link"), outside.getParent());
        Path own = Files.createDirectories(root.resolve("data/tmp")).getParent();
        walk(PROJECT, new OwnFiles(List.of(), List.of(own)));
        assertThat(watches.size()).isEqualTo(3);
    }

    /** A link that takes the place of a folder while it is walked. */
    @Test
    void aLinkInThePlaceOfAFolderIsNotWatched() throws IOException {
        Path outside = Files.createDirectories(directory.resolve("outside"));
        Files.createSymbolicLink(root.resolve("link"), outside);
        FolderWatch watch = watches.walk(new ProjectFolder(PROJECT, root.toString(), null));
        watch.folder("");
        watch.folder("link");
        assertThat(watches.size()).isEqualTo(1);
    }

    @Test
    void whereNotAllCanBeWatchedItIsLookedThroughInstead() throws InterruptedException {
        watched(2, new WatchTimes(Duration.ZERO, Duration.ZERO, NEVER, Duration.ofMillis(10)));
        walk();
        assertThat(watches.size()).isEqualTo(2);
        isTold();
        isTold();
    }

    @Test
    void aFolderThatCouldNotBeWalkedIsLookedForAgain() throws InterruptedException {
        watched(new WatchTimes(Duration.ZERO, Duration.ZERO, Duration.ofMillis(10), NEVER));
        walk();
        watches.walk(new ProjectFolder(PROJECT, root.toString(), null)).failed();
        assertThat(watches.size()).isZero();
        told.clear();
        isTold();
        isTold();
        walk();
        assertThat(watches.size()).isEqualTo(3);
    }

    @Test
    void whatChangesDuringARunIsToldAgainAfterIt() throws IOException, InterruptedException {
        answer = Outcome.RUNNING;
        walk();
        Files.writeString(root.resolve("new.txt"), "");
        isTold();
        isTold();
        answer = Outcome.OVER;
        while (watches.size() > 0) {
            var _ = told.poll(1, TimeUnit.SECONDS);
        }
    }

    @Test
    void twoProjectsMayHaveOneFolder() throws IOException, InterruptedException {
        Id<Project> other = new Id<>(8);
        walk();
        walk(other, OwnFiles.NONE);
        answer = Outcome.OVER;
        Files.writeString(root.resolve("new.txt"), "");
        assertThat(List.of(told.take(), told.take())).containsExactlyInAnyOrder(PROJECT, other);
        walk();
        answer = Outcome.EXPECTED;
        Files.writeString(root.resolve("newer.txt"), "");
        isTold();
    }

    @Test
    void nothingIsWatchedBeforeTheStartAndAfterTheEnd() {
        watches.close();
        walk();
        assertThat(watches.size()).isZero();
        DiskWatches never = new DiskWatches();
        assertThat(never.walk(new ProjectFolder(PROJECT, root.toString(), null)))
                .isSameAs(FolderWatch.NONE);
    }
}
