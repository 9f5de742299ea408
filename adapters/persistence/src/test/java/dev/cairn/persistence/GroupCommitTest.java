package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.sqlite.SqliteDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes of many threads, committed together: while one thread holds the writer, the others gather behind it. */
final class GroupCommitTest {
    private static final int WRITERS = 20;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger commits = new AtomicInteger();
    private TestStores database;
    private Transactions transactions;
    private Sql sql;

    @BeforeEach
    void open() {
        database = new TestStores(new DatabaseOptions.Sqlite(TestStores.temporaryFile()));
        transactions = database.port(Transactions.class);
        sql = database.context().getBean(Sql.class);
        sql.update("CREATE TABLE notes (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES notes (id)) STRICT");
        SqliteDataSource source = (SqliteDataSource)
                DelegatingDataSource.unwrapDataSource(database.context().getBean(DataSource.class));
        source.log().observe(statement -> {
            if (statement.equals("COMMIT")) {
                commits.incrementAndGet();
            }
        });
    }

    @AfterEach
    void close() {
        threads.close();
        database.context().close();
    }

    @Test
    void thoseWhoWaitCommitTogether() {
        List<CompletableFuture<Void>> writers = behindALongWrite(this::insert);
        writers.forEach(CompletableFuture::join);
        assertThat(stored()).isEqualTo(WRITERS);
        assertThat(commits.get()).isLessThan(WRITERS);
    }

    @Test
    void oneThatFailsIsUndoneAlone() {
        List<CompletableFuture<Void>> writers = behindALongWrite(id -> {
            insert(id);
            if (id % 5 == 0) {
                throw new IllegalArgumentException("on purpose");
            }
        });
        assertThat(failures(writers)).hasSize(WRITERS / 5).allMatch(IllegalArgumentException.class::isInstance);
        assertThat(stored()).isEqualTo(WRITERS - WRITERS / 5);
    }

    /** As a full disk does: the engine rolls back more than the statement. */
    @Test
    void aGroupThatTheEngineRollsBackRunsAgain() {
        AtomicInteger runs = new AtomicInteger();
        List<CompletableFuture<Void>> writers = behindALongWrite(id -> {
            runs.incrementAndGet();
            insert(id);
            if (id == WRITERS) {
                sql.update("INSERT OR ROLLBACK INTO notes (id) VALUES (?)", id);
            }
        });
        assertThat(failures(writers)).singleElement().isInstanceOf(Conflict.class);
        assertThat(stored()).isEqualTo(WRITERS - 1);
        assertThat(runs.get()).isGreaterThanOrEqualTo(WRITERS);
    }

    @Test
    void aCommitThatIsRefusedIsAskedAgainOneByOne() {
        List<CompletableFuture<Void>> writers = behindALongWrite(id -> {
            insert(id);
            if (id == 7) {
                sql.update("PRAGMA defer_foreign_keys = ON");
                sql.update("INSERT INTO notes (id, parent) VALUES (1000, 999)");
            }
        });
        assertThat(failures(writers)).singleElement().isInstanceOf(Conflict.class);
        assertThat(stored()).isEqualTo(WRITERS - 1);
    }

    @Test
    void oneThatIsInterruptedWhileItWaitsHasNotRun() throws InterruptedException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> holdTheWriter(writing, enough), threads);
        writing.await();
        List<DomainError> failures = new ArrayList<>();
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                write(() -> insert(1));
            } catch (Unavailable e) {
                failures.add(e);
            }
        });
        waiting.interrupt();
        waiting.join();
        enough.countDown();
        first.join();
        assertThat(failures).extracting(DomainError::code).containsExactly(ErrorCode.BUSY);
        assertThat(stored()).isZero();
    }

    @Test
    void bulkWritesAreServedToo() {
        CompletableFuture<Void> slice = CompletableFuture.runAsync(
                () -> transactions.bulk(() -> sql.update("INSERT INTO notes (id) VALUES (1)")), threads);
        slice.join();
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void theWriterWorksAfterItWasReplaced() {
        SqliteDataSource source = (SqliteDataSource)
                DelegatingDataSource.unwrapDataSource(database.context().getBean(DataSource.class));
        write(() -> {
            insert(1);
            source.replaceWriter();
        });
        write(() -> insert(2));
        assertThat(stored()).isEqualTo(2);
        assertThatThrownBy(() -> write(() -> insert(2))).isInstanceOf(Conflict.class);
    }

    private interface Writing {
        void write(int id);
    }

    /** Starts the writers 1 to {@value #WRITERS} while another holds the writer, until most of them wait. */
    private List<CompletableFuture<Void>> behindALongWrite(Writing writing) {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(WRITERS);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> holdTheWriter(held, enough), threads);
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 1; i <= WRITERS; i++) {
            int id = i;
            writers.add(CompletableFuture.runAsync(
                    () -> {
                        enough.countDown();
                        write(() -> writing.write(id));
                    },
                    threads));
        }
        first.join();
        commits.set(0);
        return writers;
    }

    private void holdTheWriter(CountDownLatch writing, CountDownLatch enough) {
        write(() -> {
            writing.countDown();
            try {
                enough.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void write(Runnable work) {
        transactions.write(() -> {
            work.run();
            return "";
        });
    }

    private void insert(int id) {
        sql.update("INSERT INTO notes (id) VALUES (?)", id);
    }

    private long stored() {
        return sql.one("SELECT count(*) AS n FROM notes", row -> row.integer("n"));
    }

    private static List<Throwable> failures(List<CompletableFuture<Void>> writers) {
        List<Throwable> failures = new ArrayList<>();
        for (CompletableFuture<Void> writer : writers) {
            try {
                writer.join();
            } catch (CompletionException e) {
                failures.add(e.getCause());
            }
        }
        return failures;
    }
}
