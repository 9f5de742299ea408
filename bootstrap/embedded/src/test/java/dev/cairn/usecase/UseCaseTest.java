package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.SecretOptions;
import dev.cairn.UseCases;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TicketDraft;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.domain.user.UserType;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Opens the library on a fresh file, with a clock that the test moves. */
abstract class UseCaseTest {
    static final ProjectRef CRN = ProjectRef.parse("CRN");

    private static final Duration LOG_PATIENCE = Duration.ofSeconds(20);

    final MutableClock clock = new MutableClock();

    @TempDir
    Path directory;

    DatabaseOptions database;
    Cairn cairn;
    UseCases services;
    Caller owner;
    Project project;

    @BeforeEach
    void open() {
        database = database();
        cairn = Cairn.open(openedWith());
        services = cairn;
        owner = cairn.owner();
        project = services.projects().create(owner, CreateProject.of("CRN", "Cairn"));
    }

    /** As after a restart; what the test has stays valid. */
    void reopen() {
        cairn.close();
        cairn = Cairn.open(openedWith());
        services = cairn;
    }

    /** How the library is opened. */
    CairnOptions openedWith() {
        return CairnOptions.of(database).withClock(time()).withSecrets(SecretOptions.inFolder(directory));
    }

    /** What the library is given. */
    Clock time() {
        return clock;
    }

    /** A fresh one for each test. */
    DatabaseOptions database() {
        return FreshSqlite.database(directory);
    }

    /** Whatever a test did, the tables keep the rules of the product, and come through a move. */
    @AfterEach
    void close() throws IOException, SQLException {
        cairn.close();
        if (keepsTheRules()) {
            assertThat(Cairn.administration(CairnOptions.of(database)).verify().contradictions())
                    .isEmpty();
        }
        if (isMoved() && database instanceof DatabaseOptions.Sqlite sqlite) {
            MovedThereAndBack.check(sqlite, directory, Long.getLong("cairn.seed", System.nanoTime()));
        }
    }

    /** Whether what a test leaves is moved to PostgreSQL and back; {@code -Dcairn.move=true} does so with all. */
    boolean isMoved() {
        return Boolean.getBoolean("cairn.move");
    }

    /** Only a test that breaks the tables on purpose says no. */
    boolean keepsTheRules() {
        return true;
    }

    /**
     * Waits until the project's log can be followed as far as it goes: on PostgreSQL a write of any database of the cluster, as those of
     * other tests, holds it back. Whoever asks at once what happened asks this first.
     */
    void awaitLog() {
        ActivityFilter all = new ActivityFilter(null, null, null, List.of());
        long newest = services.activity()
                .list(owner, CRN, all, new PageRequest(1, null, ActivityLog.NEWEST_FIRST, false))
                .items()
                .getFirst()
                .seq();
        long end = System.nanoTime() + LOG_PATIENCE.toNanos();
        while (services.activity()
                .follow(owner, CRN, all, newest - 1, 1)
                .entries()
                .isEmpty()) {
            assertThat(System.nanoTime()).as("the log can be followed").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Somebody who is a member nowhere yet. */
    Caller user(String name, UserType type) {
        UserContent content = UserContent.named(name);
        User user = switch (type) {
            case HUMAN -> User.human(cairn.get(IdGenerator.class).next(), content, SystemRole.MEMBER, Times.now(clock));
            case AGENT -> User.agent(cairn.get(IdGenerator.class).next(), owner.userId(), content, Times.now(clock));
        };
        cairn.get(Transactions.class)
                .write(() -> cairn.get(UserRepository.class).insert(user));
        return Caller.of(user);
    }

    Caller human(String name) {
        return user(name, UserType.HUMAN);
    }

    Caller member(String name, Role role) {
        Caller caller = human(name);
        services.members().put(owner, CRN, caller.userId(), role);
        return caller;
    }

    TicketWithTasks ticket(String title, String... tasks) {
        return services.tickets()
                .create(
                        owner,
                        CRN,
                        new CreateTicket(
                                TicketContent.titled(title),
                                Arrays.stream(tasks).map(TaskDraft::of).toList()));
    }

    TicketRef ref(TicketWithTasks ticket) {
        return TicketRef.of(ticket.ticket().id());
    }

    TicketWithTasks read(TicketWithTasks ticket) {
        return services.tickets().get(owner, ref(ticket));
    }

    TicketStatus statusOf(TicketWithTasks ticket) {
        return read(ticket).ticket().status();
    }

    TicketWithTasks move(TicketWithTasks ticket, TicketStatus... statuses) {
        TicketWithTasks moved = ticket;
        for (TicketStatus status : statuses) {
            moved = services.tickets().changeStatus(owner, ref(ticket), Expected.ANY, status, false);
        }
        return moved;
    }

    Queue queue(String name) {
        return queue(QueueContent.named(name).withMaxParallel(10));
    }

    Queue queue(QueueContent fields) {
        return services.queues().create(owner, CRN, fields);
    }

    ItemView enqueue(Queue queue, TicketWithTasks ticket) {
        return services.items()
                .enqueue(owner, queue.id(), List.of(EnqueueItem.ticket(ref(ticket))))
                .getFirst();
    }

    Claimed claim(Queue queue) {
        return (Claimed) services.claims().claim(owner, queue.id(), ClaimRequest.DEFAULT);
    }

    Id<Ticket> id(TicketWithTasks ticket) {
        return ticket.ticket().id();
    }

    static Edit<TicketContent> parent(TicketWithTasks parent) {
        return content -> content.withParentId(parent.ticket().id());
    }

    static Edit<TicketDraft> parent(TicketRef parent) {
        return draft -> draft.withParentId(parent);
    }

    static Edit<TicketContent> assignee(Id<User> assignee) {
        return content -> content.withAssigneeId(assignee);
    }

    static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DomainError.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /** What the log says of one thing, the newest first. */
    final List<Activity> entries(Id<?> subject) {
        return services.activity()
                .list(
                        owner,
                        CRN,
                        new ActivityFilter(null, null, subject, List.of()),
                        PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items();
    }
}
