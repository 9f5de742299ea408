package dev.cairn.testkit;

import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Right;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.queue.QueueRepository;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.CommentRepository;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskRepository;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketLink;
import dev.cairn.domain.ticket.TicketLinkRepository;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserRepository;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all contracts need: the ports of the store under test, and things to put in it. */
public abstract class StoreContract {
    protected static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");
    private static final AtomicInteger KEYS = new AtomicInteger(1_000);

    /** The store under test behind this port, or another one; tests share one database and each makes its own project. */
    protected abstract <T> T port(Class<T> type);

    protected final <T extends @Nullable Object> T write(Supplier<T> work) {
        return port(Transactions.class).write(work);
    }

    protected final void change(Runnable work) {
        write(() -> {
            work.run();
            return "";
        });
    }

    protected final <T> Id<T> id() {
        return port(IdGenerator.class).next();
    }

    protected final Deletion deletion() {
        return new Deletion(id(), NOW.plusSeconds(60));
    }

    protected final User user() {
        return write(() ->
                port(UserRepository.class).insert(User.human(id(), UserContent.named("Ada"), SystemRole.MEMBER, NOW)));
    }

    protected final Project project(User owner, String name) {
        ProjectKey key = new ProjectKey("P" + KEYS.incrementAndGet());
        ProjectContent content = new ProjectContent(name, "", null, null, null);
        return write(() -> {
            Project project = port(ProjectRepository.class).insert(Project.create(id(), owner.id(), key, content, NOW));
            port(MemberRepository.class).save(ProjectMember.owner(project));
            return project;
        });
    }

    protected final Project project() {
        return project(user(), "Cairn");
    }

    /** The project's owner as a caller. */
    protected final Caller ownerOf(Project project) {
        return Caller.of(port(UserRepository.class).require(project.ownerId()));
    }

    /** What the project's owner may ask for. */
    protected static Access of(Project project, Right right) {
        return new Access(project.ownerId(), right, null);
    }

    protected static Access reading(User user) {
        return new Access(user.id(), Right.READ, null);
    }

    protected static Access reading(Project project) {
        return of(project, Right.READ);
    }

    protected final Ticket ticket(Project project, TicketContent content) {
        return write(() -> {
            int number = port(ProjectRepository.class).takeTicketNumbers(project.id(), 1);
            TicketKey key = new TicketKey(project.key(), number);
            return port(TicketRepository.class).insert(Ticket.create(id(), project.id(), key, content, NOW));
        });
    }

    protected final Ticket ticket(Project project, String title) {
        return ticket(project, TicketContent.titled(title));
    }

    protected final Task task(Ticket ticket, int index, TaskContent content) {
        Task task = Task.create(id(), ticket.id(), content, index, NOW);
        change(() -> port(TaskRepository.class).insertAll(List.of(task)));
        return task;
    }

    protected final Comment comment(Ticket ticket, String text) {
        Comment comment = Comment.write(id(), ticket.id(), Caller.of(user()), text, NOW);
        change(() -> port(CommentRepository.class).insertAll(List.of(comment)));
        return comment;
    }

    protected final void link(Ticket from, LinkKind kind, Ticket to) {
        change(() -> port(TicketLinkRepository.class).insert(new TicketLink(from.id(), to.id(), kind)));
    }

    protected final Queue queue(Project project, QueueContent content) {
        return write(() -> port(QueueRepository.class).insert(Queue.create(id(), project.id(), content, true, NOW)));
    }

    protected final QueueItem item(Queue queue, Subject subject, Instant runAt) {
        QueueItem item = QueueItem.enqueue(
                id(),
                queue.id(),
                subject,
                null,
                dev.cairn.domain.ticket.Priority.NORMAL,
                TicketContent.POSITION_LAST,
                NOW,
                runAt);
        change(() -> port(QueueItemRepository.class).insertAll(List.of(item)));
        return item;
    }

    protected final QueueItem item(Queue queue, Ticket ticket) {
        return item(queue, new Subject.OfTicket(ticket.id()), NOW);
    }
}
