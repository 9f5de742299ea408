package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Copies that are made while the database is used. */
class BackupUseCaseTest extends UseCaseTest {
    private static final int ADMINS = 6;

    /** P10: the clock stands still, so that all of them would have one name. */
    @Test
    void ofSeveralAtOnceOneIsMadeAndWhole() throws Exception {
        CyclicBarrier together = new CyclicBarrier(ADMINS);
        List<Future<String>> outcomes = new ArrayList<>();
        try (ExecutorService admins = Executors.newFixedThreadPool(ADMINS)) {
            for (int i = 0; i < ADMINS; i++) {
                outcomes.add(admins.submit(() -> {
                    together.await();
                    return outcome();
                }));
            }
        }
        List<String> said = new ArrayList<>();
        for (Future<String> outcome : outcomes) {
            said.add(outcome.get());
        }
        assertThat(said).contains("made").containsOnly("made", "A backup is being made already: wait until it is done");
        assertWhole();
    }

    private String outcome() {
        try {
            var _ = services.backups().make(owner);
            return "made";
        } catch (Conflict refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.BACKUP_REFUSED);
            return refused.reason();
        }
    }

    @Test
    void whyThereIsNoneIsSaidWithoutNamingAFolder() throws IOException {
        Files.writeString(folder(), "No folder.");
        assertThat(outcome()).isEqualTo("Backups cannot be made or read: the server's log says why");
        Files.delete(folder());
        assertThat(outcome()).isEqualTo("made");
        assertWhole();
    }

    private Path folder() {
        return directory.resolve("backups");
    }

    private void assertWhole() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder())) {
            files = all.toList();
        }
        assertThat(files).hasSize(2);
        for (Path file : files) {
            if (file.toString().endsWith(".db")) {
                assertThat(Files.readString(Path.of(file + ".sha256"))).startsWith(Sha256.of(Files.readAllBytes(file)));
            }
        }
    }
}
