package dev.cairn.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.application.database.DatabaseMove;
import dev.cairn.application.database.DatabaseMove.Moved;
import dev.cairn.application.database.DatabaseMove.Progress;
import dev.cairn.application.database.DatabaseMove.Step;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.database.StorageException;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** G7: a file is moved to PostgreSQL; {@link MoveBackUseCaseTest} does the same the other way. */
@Tag("postgres")
class MoveUseCaseTest extends UseCaseTest {
    private static final int WRITERS = 4;

    /** Where to. */
    DatabaseOptions target() {
        return FreshPostgres.database();
    }

    private DatabaseMove move() {
        return Cairn.move(CairnOptions.of(database));
    }

    @Test
    void meanwhileTheSourceIsReadAndNothingIsWrittenAndAbortEndsThat() {
        TicketWithTasks ticket = ticket("before", "step");
        Set<Step> steps = EnumSet.noneOf(Step.class);

        Moved moved = move().move(target(), progress -> {
            if (steps.add(progress.step())) {
                assertThat(read(ticket).ticket().content().title()).isEqualTo("before");
                assertRefused(ErrorCode.MOVING, () -> ticket("meanwhile"));
                assertRefused(ErrorCode.MOVING, () -> services.tickets().delete(owner, ref(ticket), Expected.ANY));
            }
        });

        assertThat(steps).containsExactlyInAnyOrder(Step.values());
        assertThat(moved.rows()).isPositive();
        assertRefused(ErrorCode.MOVING, () -> ticket("afterwards"));
        reopen();
        assertThat(exported(cairn)).as("it opens, and reads").contains("before");
        assertRefused(ErrorCode.MOVING, () -> ticket("after a restart"));
        assertThat(Cairn.administration(CairnOptions.of(database)).check().isSound())
                .isTrue();

        DatabaseMove.Aborted aborted = move().abort();

        assertThat(aborted.wasMoving()).isTrue();
        assertThat(aborted.wasDone()).isTrue();
        assertThat(ticket("again").ticket().key()).hasToString("CRN-2");
        assertThat(move().abort().wasMoving()).isFalse();
    }

    @Test
    void theTargetAnswersWhatTheSourceDoes() {
        ticket("one", "a", "b");
        enqueue(queue("agents"), ticket("two"));
        String before = exported(cairn);
        DatabaseOptions target = target();

        move().move(target, _ -> {});

        assertThat(Cairn.administration(CairnOptions.of(target)).check().isSound())
                .isTrue();
        assertThat(Cairn.administration(CairnOptions.of(target)).verify().contradictions())
                .isEmpty();
        try (Cairn there = Cairn.open(CairnOptions.of(target).withClock(clock))) {
            assertThat(exported(there)).isEqualTo(before);
            assertThat(there.tickets()
                            .create(there.owner(), CRN, CreateTicket.titled("three"))
                            .ticket()
                            .key())
                    .hasToString("CRN-3");
        }
    }

    /** Whoever was told that a ticket is stored finds it on the other side, however close that was. */
    @Test
    void whatIsAcknowledgedUntilTheMoveBeginsIsMoved() throws InterruptedException {
        ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<DomainError> refused = new ConcurrentLinkedQueue<>();
        CountDownLatch writing = new CountDownLatch(WRITERS);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(Thread.ofPlatform().start(() -> {
                boolean first = true;
                while (refused.stream().noneMatch(e -> e.code() == ErrorCode.MOVING)) {
                    try {
                        acknowledged.add(ticket("t").ticket().key().toString());
                    } catch (DomainError e) {
                        refused.add(e);
                    }
                    if (first) {
                        writing.countDown();
                        first = false;
                    }
                }
            }));
        }
        writing.await();
        DatabaseOptions target = target();

        move().move(target, _ -> {});

        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(refused).allSatisfy(e -> assertThat(e.code()).isEqualTo(ErrorCode.MOVING));
        try (Cairn there = Cairn.open(CairnOptions.of(target).withClock(clock))) {
            assertThat(acknowledged)
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(there.tickets()
                                    .get(there.owner(), TicketRef.parse(key))
                                    .ticket()
                                    .key())
                            .hasToString(key));
        }
    }

    @Test
    void aMoveThatWasEndedGoesOnAndNobodyOpensWhatIsHalfFilled() {
        ticket("one", "a", "b");
        DatabaseOptions target = target();
        assertThatThrownBy(() -> move().move(target, endedAt(Step.INDEXING))).isInstanceOf(Ended.class);
        if (target instanceof DatabaseOptions.Postgres) {
            assertThatThrownBy(() -> Cairn.open(CairnOptions.of(target)).close())
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("is being filled by cairn move");
        } else {
            assertThat(((DatabaseOptions.Sqlite) target).file()).doesNotExist();
        }
        assertThatThrownBy(() -> move().move(other(), _ -> {}))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("is being moved to");

        Moved moved = move().move(target, _ -> {});

        assertThat(moved.resumed()).isEqualTo(moved.rows());
        assertThatThrownBy(() -> move().move(target, _ -> {}))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("was moved to");
    }

    /** What the source said between two attempts is not mixed with what it says now. */
    @Test
    void aMoveThatWasAbortedBeginsAnew() {
        ticket("one");
        DatabaseOptions target = target();
        assertThatThrownBy(() -> move().move(target, endedAt(Step.COMPARING))).hasStackTraceContaining("Ended");
        assertThat(move().abort().wasDone()).isFalse();
        services.tickets().delete(owner, TicketRef.parse("CRN-1"), Expected.ANY);
        ticket("two");

        Moved moved = move().move(target, _ -> {});

        assertThat(moved.resumed()).isZero();
    }

    @Test
    void whatDiffersIsNamed() {
        ticket("one", "a", "b");
        DatabaseOptions target = target();
        boolean[] harmed = {false};

        assertThatThrownBy(() -> move().move(target, progress -> {
                    if (progress.step() == Step.INDEXING && !harmed[0]) {
                        harmed[0] = true;
                        run(unfinished(target), "UPDATE tasks SET content = 'c' WHERE content = 'b'");
                    }
                }))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("tasks (2 rows here, 2 there)");

        assertRefused(ErrorCode.MOVING, () -> ticket("it only reads until somebody decides"));
    }

    @Test
    void aTargetThatHoldsSomethingIsLeftAloneAndTheSourceGoesOn() {
        DatabaseOptions full = full();

        assertThatThrownBy(() -> move().move(full, _ -> {}))
                .isInstanceOf(StorageException.class)
                .hasMessageMatching("(?s).*(is not empty|is there already).*");

        assertThat(ticket("still written").ticket().key()).hasToString("CRN-1");
        assertThatThrownBy(() -> move().move(database, _ -> {})).isInstanceOf(StorageException.class);
        ticket("and still");
    }

    /** The mover may be at work when somebody else ends the move: the source is written again then. */
    @Test
    void aMoveThatSomebodyElseEndsDoesNotSayThatTheSourceOnlyReads() {
        ticket("one");
        DatabaseOptions target = target();

        assertThatThrownBy(() -> move().move(target, progress -> {
                    if (progress.step() == Step.COMPARING) {
                        move().abort();
                    }
                }))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("ended by cairn move --abort")
                .hasMessageNotContaining("only reads now");

        ticket("it is written again");
    }

    /** What only a newer version knows would stay behind, and nobody would notice. */
    @Test
    void whatANewerVersionHasExpandedIsNotMovedByAnOlderOne() {
        ticket("one");
        DatabaseOptions target = target();
        DatabaseOptions server = target instanceof DatabaseOptions.Postgres ? target : database;
        run(server, """
                INSERT INTO flyway_schema_history
                       (installed_rank, version, description, type, script, installed_by, execution_time, success)
                VALUES (999, '999', 'of tomorrow (expand)', 'CUSTOM', 'V999__of_tomorrow.sql', '', 0, true)
                """);

        assertThatThrownBy(() -> move().move(target, _ -> {}))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("newer version (schema 999");

        ticket("still written");
        run(server, "DELETE FROM flyway_schema_history WHERE version = '999'");
    }

    /** As a kill left it that came between emptying a target and forgetting the move that had begun it. */
    @Test
    void aTargetThatIsEmptyButForItsMarkIsFilled() {
        ticket("one");
        DatabaseOptions target = target();
        if (target instanceof DatabaseOptions.Postgres) {
            assertThatThrownBy(() -> move().move(target, endedAt(Step.COMPARING)))
                    .hasStackTraceContaining("Ended");
            move().abort();
            run(target, """
                    DO $$ DECLARE found text;
                    BEGIN
                        FOR found IN SELECT relname FROM pg_class
                             WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
                               AND relname NOT LIKE 'cairn_move%'
                        LOOP
                            EXECUTE 'DROP TABLE ' || quote_ident(found) || ' CASCADE';
                        END LOOP;
                    END $$
                    """);
        }

        assertThat(move().move(target, _ -> {}).rows()).isPositive();
    }

    /** A backup is made at any time, and what is restored from it is a database of its own. */
    @Test
    void whatWasSavedWhileItOnlyReadIsWrittenAgainWhenItIsRestored() {
        ticket("one");
        if (!(database instanceof DatabaseOptions.Sqlite)) {
            return; // BackupOnPostgresTest does so, where there are programs for it.
        }
        move().move(target(), _ -> {});
        DatabaseAdministration administration = Cairn.administration(CairnOptions.of(database));
        Path backup = Path.of(
                administration.backup(DatabaseAdministration.Progress.NONE).file());
        cairn.close();

        administration.restore(backup, false, DatabaseAdministration.Progress.NONE);

        reopen();
        ticket("written again");
        assertThat(move().abort().wasMoving()).isFalse();
    }

    @Test
    void aServerThatAnotherProgramUsesIsLeftAlone() {
        DatabaseOptions used = FreshPostgres.database();
        run(used, "CREATE TABLE of_another_program (n int)");

        assertThatThrownBy(() -> move().move(used, _ -> {}))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("tables of another program (of_another_program)");

        ticket("still written");
        run(used, "DROP TABLE of_another_program");
    }

    /** What the move asks for in its end is asked for before anything stops. */
    @Test
    void aServerWhoseUserMayNotMakeASchemaIsRefusedBeforeTheSourceStops() {
        ticket("one");
        DatabaseOptions.Postgres whole = FreshPostgres.directly();
        run(whole, "DROP SCHEMA public CASCADE");
        run(whole, "CREATE ROLE lesser_mover LOGIN PASSWORD 'lesser'");
        run(whole, "CREATE SCHEMA public AUTHORIZATION lesser_mover");

        assertThatThrownBy(
                        () -> move().move(new DatabaseOptions.Postgres(whole.url(), "lesser_mover", "lesser"), _ -> {}))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("does not allow this to its user")
                .hasMessageNotContaining("only reads now");

        ticket("still written");
        run(whole, "DROP SCHEMA public CASCADE");
        run(whole, "DROP ROLE lesser_mover");
    }

    /** Another place of the same kind as the target. */
    DatabaseOptions other() {
        return FreshPostgres.database();
    }

    DatabaseOptions full() {
        DatabaseOptions full = FreshPostgres.database();
        Cairn.open(CairnOptions.of(full)).close();
        return full;
    }

    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Consumer<Progress> endedAt(Step step) {
        return progress -> {
            if (progress.step() == step) {
                throw new Ended();
            }
        };
    }

    /** Where a database is until it is filled. */
    private static DatabaseOptions unfinished(DatabaseOptions target) {
        return target instanceof DatabaseOptions.Sqlite sqlite
                ? new DatabaseOptions.Sqlite(
                        sqlite.file().resolveSibling(sqlite.file().getFileName() + ".moving"))
                : target;
    }

    private static void run(DatabaseOptions database, String sql) {
        try (Connection connection = switch (database) {
                    case DatabaseOptions.Sqlite sqlite -> DriverManager.getConnection("jdbc:sqlite:" + sqlite.file());
                    case DatabaseOptions.Postgres postgres ->
                        DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                };
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String exported(Cairn cairn) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            cairn.exports().export(cairn.owner(), CRN, out);
            return out.toString(UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static DatabaseOptions existing(Path file) {
        try {
            return new DatabaseOptions.Sqlite(Files.writeString(file, "of somebody else"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
