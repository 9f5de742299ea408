package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.CairnOptions;
import dev.cairn.application.event.EventRequest;
import dev.cairn.application.event.Polled;
import dev.cairn.application.file.FolderWatches.Outcome;
import dev.cairn.application.file.WatchedFolders;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.file.ProjectFileRepository;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobStatus;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** X4, L32: the index follows its folder by itself. Each test waits for the log to say so. */
@Timeout(120)
class FileWatchUseCaseTest extends UseCaseTest {
    private static final Duration WAIT = Duration.ofSeconds(25);
    private static final int MANY = 1_000;

    private Path root = Path.of("");

    @Override
    CairnOptions openedWith() {
        return super.openedWith().withWatches(true);
    }

    @Override
    Clock time() {
        return Clock.systemUTC();
    }

    @BeforeEach
    void folder() throws IOException {
        root = Files.createDirectory(directory.resolve("work"));
        write("README.md", "# Cairn\n");
        write("src/Main.java", "class Main {}\n");
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withLocalPath(root.toString()));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void index() {
        Id<Job> job = services.indexing().start(owner, CRN, false).id();
        long seen = 0;
        while (services.indexing().get(owner, job).status() != JobStatus.COMPLETED) {
            seen = next(seen);
        }
    }

    /** Waits until something happens. */
    private long next(long seen) {
        Polled polled = services.events().poll(owner, EventRequest.of(CRN).after(seen), WAIT);
        assertThat(polled.items())
                .as("nothing happens, and this is known: %s", indexed())
                .isNotEmpty();
        return polled.after();
    }

    private Set<String> indexed() {
        Set<String> paths = new TreeSet<>();
        cairn.get(Transactions.class)
                .read(() -> cairn.get(ProjectFileRepository.class).findIndexed(project.id()))
                .forEach(file -> paths.add(file.path()));
        return paths;
    }

    private Set<String> there() {
        try (Stream<Path> files = Files.walk(root)) {
            Set<String> paths = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(path -> !path.startsWith("node_modules/"))
                    .forEach(paths::add);
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the index has what is there. */
    private void awaitTruth() {
        Set<String> there = there();
        long seen = 0;
        while (!indexed().equals(there)) {
            seen = next(seen);
        }
    }

    @Test
    void whatChangesIsFound() throws IOException {
        index();
        write("src/New.java", "class New {}\n");
        awaitTruth();
        Id<ProjectFile> before = id("src/New.java");
        Files.move(root.resolve("src/New.java"), root.resolve("Moved.java"));
        awaitTruth();
        assertThat(id("Moved.java")).isEqualTo(before);
        Files.delete(root.resolve("Moved.java"));
        awaitTruth();
        write("deep/er/than/ever.txt", "down there");
        awaitTruth();
        write("deep/er/than/ever2.txt", "down there");
        awaitTruth();
    }

    private Id<ProjectFile> id(String path) {
        return cairn.get(Transactions.class)
                .read(() -> cairn.get(ProjectFileRepository.class).findByPaths(project.id(), List.of(path)))
                .getFirst()
                .id();
    }

    @Test
    void aStormLeavesTheIndexThatAFreshOneWouldBe() throws IOException {
        index();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            paths.add("many/%d/f%d.txt".formatted(i % 40, i));
            write(paths.getLast(), "word" + i);
        }
        awaitTruth();
        Files.move(root.resolve("many"), root.resolve("others"));
        for (int i = 0; i < MANY; i += 2) {
            Files.delete(root.resolve(paths.get(i).replace("many", "others")));
        }
        write(".gitignore", "node_modules\n");
        write("node_modules/ignored.js", "");
        awaitTruth();
    }

    /** What happened meanwhile is found, too. */
    @Test
    void afterARestartWhatHasAnIndexIsWatchedAgain() throws IOException {
        index();
        cairn.close();
        write("meanwhile.txt", "nobody was there");
        reopen();
        awaitTruth();
        write("afterwards.txt", "somebody is");
        awaitTruth();
    }

    @Test
    void onlyWhatHasAnIndexIsLookedThrough() {
        assertThat(cairn.get(WatchedFolders.class).changed(project.id())).isEqualTo(Outcome.OVER);
        index();
        assertThat(cairn.get(WatchedFolders.class).changed(project.id())).isNotEqualTo(Outcome.OVER);
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withLocalPath(null));
        assertThat(cairn.get(WatchedFolders.class).changed(project.id())).isEqualTo(Outcome.OVER);
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withLocalPath(root.toString()));
        services.projects().archive(owner, CRN, Expected.ANY);
        assertThat(cairn.get(WatchedFolders.class).changed(project.id())).isEqualTo(Outcome.OVER);
        services.projects().unarchive(owner, CRN, Expected.ANY);
        services.projects().delete(owner, CRN, Expected.ANY);
        assertThat(cairn.get(WatchedFolders.class).changed(project.id())).isEqualTo(Outcome.OVER);
    }
}
