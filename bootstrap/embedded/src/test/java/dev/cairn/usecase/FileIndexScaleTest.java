package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.cairn.Cairn;
import dev.cairn.application.file.IndexJob;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.domain.file.IndexReport;
import dev.cairn.domain.file.IndexedFile;
import dev.cairn.domain.file.ProjectFileRepository;
import dev.cairn.domain.job.JobStatus;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.user.Caller;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * X2, L29: many files, in bounded memory, and none of them read twice. Prints what docs/PERFORMANCE.md says. {@code -Dcairn.folder=/path}
 * measures a folder that is there.
 */
@Tag("slow")
class FileIndexScaleTest {
    private static final int FILES = Integer.getInteger("cairn.files", 50_000);
    private static final int PER_FOLDER = 20;
    private static final int WORDS = 600;
    private static final Duration ASKED_EVERY = Duration.ofMillis(20);
    private static final ProjectRef BIG = ProjectRef.parse("BIG");

    @TempDir
    Path directory;

    @Test
    void theSecondRunReadsNothing() throws IOException {
        String given = System.getProperty("cairn.folder");
        Path root = given == null
                ? Files.createDirectory(directory.resolve("root"))
                : Path.of(given).toRealPath();
        if (given == null) {
            write(root);
        }
        try (Cairn cairn = Cairn.open(directory.resolve("cairn.db"))) {
            Caller owner = cairn.owner();
            cairn.projects().create(owner, CreateProject.of("BIG", "Big"));
            cairn.projects().update(owner, BIG, Expected.ANY, content -> content.withLocalPath(root.toString()));
            long heap = used();
            long begun = System.nanoTime();
            long worked = worked();
            IndexReport first = run(cairn, owner);
            double took = seconds(begun);
            double cpu = (worked() - worked) / 1e9;
            long after = used();
            int files = first.created();
            long bytes = bytes(cairn, owner);
            assertThat(files).isEqualTo(given == null ? FILES : first.total() - first.binary());
            long again = System.nanoTime();
            IndexReport second = run(cairn, owner);
            double tookAgain = seconds(again);
            assertThat(second.unchanged()).isEqualTo(files);
            assertThat(second.changed()).isFalse();
            long asked = System.nanoTime();
            String words = given == null ? "word17 word18" : "file";
            assertThat(cairn.search().search(owner, words, List.of(SearchKind.FILE), BIG, 10))
                    .isNotEmpty();
            double search = seconds(asked) * 1_000;
            double cancel = cancelled(cairn, owner) * 1_000;
            System.out.printf(
                    Locale.ROOT,
                    "%,d files, %,d MB: first %.1f s (%,.0f files/s, %.1f MB/s; %.1f s of processors), second %.2f s; heap +%d MB; search %.0f ms; cancelled after %.1f ms; database %,d MB%n",
                    files,
                    bytes >> 20,
                    took,
                    files / took,
                    (bytes >> 20) / took,
                    cpu,
                    tookAgain,
                    (after - heap) >> 20,
                    search,
                    cancel,
                    Files.size(directory.resolve("cairn.db")) >> 20);
        }
    }

    /** From the request until the run, which reads all files again, has ended. */
    private static double cancelled(Cairn cairn, Caller owner) {
        IndexJob job = cairn.indexing().start(owner, BIG, true);
        while (job.report().done() == 0) {
            LockSupport.parkNanos(ASKED_EVERY.toNanos());
            job = cairn.indexing().get(owner, job.id());
        }
        Thread thread = IndexThreads.of(job.id());
        long asked = System.nanoTime();
        cairn.indexing().cancel(owner, job.id());
        IndexThreads.join(thread);
        return seconds(asked);
    }

    private static IndexReport run(Cairn cairn, Caller owner) {
        IndexJob job = cairn.indexing().start(owner, BIG, false);
        while (job.status().live()) {
            LockSupport.parkNanos(ASKED_EVERY.toNanos());
            job = cairn.indexing().get(owner, job.id());
        }
        assertThat(job.status()).as(job.error()).isEqualTo(JobStatus.COMPLETED);
        return job.report();
    }

    private static long bytes(Cairn cairn, Caller owner) {
        Id<Project> project = cairn.projects().get(owner, BIG).id();
        return cairn
                .get(Transactions.class)
                .read(() -> cairn.get(ProjectFileRepository.class).findIndexed(project))
                .stream()
                .mapToLong(IndexedFile::size)
                .sum();
    }

    private static void write(Path root) throws IOException {
        Random random = new Random(7);
        Path folder = root;
        for (int i = 0; i < FILES; i++) {
            if (i % PER_FOLDER == 0) {
                int number = i / PER_FOLDER;
                folder = Files.createDirectories(
                        root.resolve("m%d/p%d/f%d".formatted(number % 10, number % 50, number)));
            }
            StringBuilder text = new StringBuilder(
                    "package p;\n\n/** What number %d does. */\npublic class Type%d {\n".formatted(i, i));
            for (int j = 0; j < WORDS; j++) {
                text.append("word").append(random.nextInt(5_000)).append(j % 10 == 9 ? ";\n" : " ");
            }
            Files.writeString(folder.resolve("Type%d.java".formatted(i)), text.append("}\n"));
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** What the processors did for this process: on a machine that others use, too, it says more than the time. */
    private static long worked() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
