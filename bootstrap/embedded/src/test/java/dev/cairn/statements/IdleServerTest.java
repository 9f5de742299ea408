package dev.cairn.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.sqlite.SqliteDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server asks of its database while nobody asks anything of it. */
class IdleServerTest {
    /** More than two polls; the time itself is what is tested. */
    private static final int IDLE_SECONDS = 11;

    /** What a start looks at once more comes late where others have the processors. */
    private static final int PATIENCE_SECONDS = 90;

    @TempDir
    Path directory;

    /** A thread that is parked may be woken for no reason. */
    private static void idle() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(IDLE_SECONDS);
        for (long rest = end - System.nanoTime(); rest > 0; rest = end - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }

    /** L20 */
    @Test
    @Tag("slow")
    void anIdleServerAsksNothing() {
        List<String> statements = new CopyOnWriteArrayList<>();
        DatabaseOptions database = new DatabaseOptions.Sqlite(directory.resolve("cairn.db"));
        try (Cairn cairn = Cairn.open(CairnOptions.of(database))) {
            SqliteDataSource source =
                    (SqliteDataSource) DelegatingDataSource.unwrapDataSource(cairn.get(DataSource.class));
            source.log().observe(statements::add);
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            List<String> seen;
            do {
                statements.clear();
                idle();
                seen = List.copyOf(statements);
            } while (!seen.isEmpty() && System.nanoTime() < until);
            assertThat(seen).isEmpty();
        }
    }
}
