package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.port.Readiness;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DISK-2: whether it is ready is what the file says, not only the process. */
class SqliteReadinessTest {
    @TempDir
    Path folder;

    private Path file;
    private TestStores stores;
    private Readiness readiness;

    @BeforeEach
    void open() {
        file = folder.resolve("cairn.db");
        stores = new TestStores(new DatabaseOptions.Sqlite(file));
        readiness = stores.context().getBean(Readiness.class);
        assertThat(readiness.problem()).isEmpty();
    }

    @AfterEach
    void close() {
        stores.context().close();
    }

    @Test
    void aFileThatWasRemovedIsNotReady() throws IOException {
        Files.delete(file);
        assertGone();
    }

    @Test
    void aFileThatWasReplacedIsNotReady() throws IOException {
        Path copy = Files.copy(file, folder.resolve("copy.db"));
        Files.delete(file);
        Files.move(copy, file);
        assertGone();
        assertThat(readiness.problem()).as("also later").isPresent();
    }

    @Test
    void whatWaitsForTheWriterDoesNotKeepReadinessWaiting() {
        Transactions transactions = stores.context().getBean(Transactions.class);
        assertThat(transactions.write(readiness::problem)).isEmpty();
    }

    private void assertGone() {
        assertThat(readiness.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.READ_ONLY);
            assertThat(problem.reason()).contains("removed or replaced");
        });
    }
}
