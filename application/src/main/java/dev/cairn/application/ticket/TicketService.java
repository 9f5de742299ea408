package dev.cairn.application.ticket;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.ShownTicket;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Use cases of tickets. All throw {@code NotFound} for a ticket that the caller cannot see, and {@code Denied}
 * {@code role_required} when its role does not suffice (R18).
 */
public final class TicketService {
    private final UnitOfWork work;
    private final TicketStores stores;
    private final TicketFlow flow;
    private final SubjectObserver observer;
    private final Assignees assignees;

    public TicketService(UnitOfWork work, TicketStores stores, TicketFlow flow, SubjectObserver observer) {
        this.work = work;
        this.stores = stores;
        this.flow = flow;
        this.observer = observer;
        this.assignees = new Assignees(stores.members());
    }

    public TicketWithTasks create(Caller caller, ProjectRef project, CreateTicket command) {
        return insert(caller, project, Map.of("", command.checked())).getFirst();
    }

    /** Creates 1 to {@value Limits#BULK_MAX} tickets, with their tasks at most {@value Limits#ROWS_MAX} rows, all or nothing, and answers them in the order given (R12). */
    public List<TicketWithTasks> createAll(Caller caller, ProjectRef ref, List<CreateTicket> commands) {
        Limits.bulk("items", commands);
        Limits.rows("items", commands.stream().mapToLong(CreateTicket::rows).sum());
        return insert(caller, ref, placed(commands));
    }

    /** @param commands by the place in the request where their fields stand */
    private List<TicketWithTasks> insert(Caller caller, ProjectRef ref, Map<String, CreateTicket> commands) {
        return work.write(caller, act -> {
            Project project =
                    stores.projects().require(Access.write(caller), ref).requireWritable();
            assignees.require(project.id(), commands);
            int number = stores.projects().takeTicketNumbers(project.id(), commands.size());
            List<Ticket> tickets = new ArrayList<>();
            List<Task> tasks = new ArrayList<>();
            for (CreateTicket command : commands.values()) {
                Id<Ticket> id = act.newId();
                TicketRef parent = command.ticket().parentId();
                TicketContent content = command.ticket()
                        .content()
                        .withParentId(parent == null ? null : requireParent(caller, project.id(), parent));
                tickets.add(
                        Ticket.create(id, project.id(), new TicketKey(project.key(), number++), content, act.now()));
                tasks.addAll(command.tasks(act, id));
            }
            List<Ticket> stored = stores.tickets().insertAll(tickets);
            stores.tasks().insertAll(tasks);
            Map<Id<Ticket>, List<Task>> byTicket = tasks.stream().collect(Collectors.groupingBy(Task::ticketId));
            stored.forEach(ticket -> act.record(ActivityType.TICKET_CREATED, ticket));
            return stored.stream()
                    .map(ticket -> new TicketWithTasks(ticket, byTicket.getOrDefault(ticket.id(), List.of())))
                    .toList();
        });
    }

    /** Answers a ticket with its tasks by one query (R33). */
    public TicketWithTasks get(Caller caller, TicketRef ref) {
        return stores.tickets().requireWithTasks(Access.read(caller), ref);
    }

    /** Answers a ticket as {@link #get} does, with its holder (Q24). */
    public ShownTicket show(Caller caller, TicketRef ref) {
        return work.read(() -> stores.tickets().requireShown(Access.read(caller), ref));
    }

    /** Adds the holder to a ticket that a use case returned to the caller. */
    public ShownTicket shown(TicketWithTasks ticket) {
        Id<Ticket> id = ticket.ticket().id();
        return work.read(() -> new ShownTicket(
                ticket, stores.tickets().findHolders(List.of(id)).get(id)));
    }

    public Page<TicketSummary> list(Caller caller, ProjectRef ref, TicketFilter filter, PageRequest page) {
        return work.read(() -> stores.tickets()
                .page(
                        filter.in(stores.projects()
                                .require(Access.read(caller), ref)
                                .id()),
                        page));
    }

    /**
     * Answers the live tickets among these that the caller may see, with all their fields, in no order, for lists that
     * include the long ones.
     */
    public List<Ticket> getAll(Caller caller, Collection<Id<Ticket>> ids) {
        return stores.tickets().findAll(Access.read(caller), ids);
    }

    /** Edits a ticket. Conflicts: {@code parent_cycle}, {@code other_project}, {@code stale_version}. */
    public TicketWithTasks update(Caller caller, TicketRef ref, Expected expected, Edit<TicketContent> edit) {
        return redraft(caller, ref, expected, draft -> TicketDraft.of(edit.of(draft.content())));
    }

    /** Edits a ticket as {@link #update} does; its parent may be given by key. */
    public TicketWithTasks redraft(Caller caller, TicketRef ref, Expected expected, Edit<TicketDraft> edit) {
        return work.write(caller, act -> {
            TicketWithTasks current = requireWritable(caller, ref, expected);
            Ticket ticket = current.ticket();
            TicketDraft wanted = edit.of(TicketDraft.of(ticket.content()));
            TicketContent content = wanted.content().withParentId(newParent(caller, ticket, wanted.parentId()));
            assignees.require(ticket.projectId(), ticket.content().assigneeId(), content.assigneeId());
            Ticket edited = ticket.edit(content, act.now());
            if (edited.equals(ticket)) {
                return current;
            }
            Ticket stored = stores.tickets().update(edited);
            act.record(ActivityType.TICKET_UPDATED, stored).changed(Difference.between(ticket, stored));
            observer.ticketEdited(act, ticket, stored);
            return new TicketWithTasks(stored, current.tasks());
        });
    }

    /** Moves a ticket to another status. Conflict {@code blocked} while it waits for another ticket. */
    public TicketWithTasks changeStatus(
            Caller caller, TicketRef ref, Expected expected, TicketStatus status, boolean finishTasks) {
        return changeStatus(caller, ref, expected, new StatusChange(status, finishTasks, false));
    }

    /**
     * Moves a ticket to another status. Conflicts: {@code transition_refused} naming the allowed ones (R27), {@code
     * tasks_open} (R29), {@code blocked} naming what it waits for (Q20).
     */
    public TicketWithTasks changeStatus(Caller caller, TicketRef ref, Expected expected, StatusChange change) {
        return work.write(caller, act -> flow.move(act, requireWritable(caller, ref, expected), change));
    }

    /** Archives a ticket: hides it from default lists and makes it read-only; it leaves its queue (R4, Q6). */
    public TicketWithTasks archive(Caller caller, TicketRef ref, Expected expected) {
        return change(caller, ref, expected, ActivityType.TICKET_ARCHIVED, (current, act) -> {
            TicketWithTasks down = current.ticket().lifecycle().archived() ? current : flow.withdraw(act, current);
            return new TicketWithTasks(down.ticket().archive(act.now()), down.tasks());
        });
    }

    public TicketWithTasks unarchive(Caller caller, TicketRef ref, Expected expected) {
        return change(
                caller,
                ref,
                expected,
                ActivityType.TICKET_UNARCHIVED,
                (current, act) -> new TicketWithTasks(current.ticket().unarchive(act.now()), current.tasks()));
    }

    /** Deletes a ticket with its tasks and comments so that it can be restored; it leaves its queue (R5, Q6). */
    public void delete(Caller caller, TicketRef ref, Expected expected) {
        work.write(caller, act -> {
            Access access = Access.write(caller);
            TicketWithTasks current = stores.tickets().requireWithTasks(access, ref);
            stores.projects().require(access, current.ticket().projectId()).requireWritable();
            expected.check(current.ticket().lifecycle());
            Ticket ticket = flow.withdraw(act, current).ticket();
            Deletion deletion = act.newDeletion();
            stores.tasks().deleteByTicket(ticket.id(), deletion);
            stores.comments().deleteByTicket(ticket.id(), deletion);
            Ticket deleted = stores.tickets().update(ticket.delete(deletion));
            act.record(ActivityType.TICKET_DELETED, deleted);
            return deleted;
        });
    }

    /** Restores a ticket with exactly what its deletion took along (R5). */
    public TicketWithTasks restore(Caller caller, TicketRef ref, Expected expected) {
        return work.write(caller, act -> {
            Access access = Access.write(caller);
            Ticket ticket = stores.tickets().requireAny(access, ref);
            expected.check(ticket.lifecycle());
            Project project = stores.projects().requireAny(access, ticket.projectId());
            if (project.lifecycle().deleted()) {
                throw new Conflict(ErrorCode.PARENT_DELETED, "Its project is deleted: restore the project first");
            }
            project.requireWritable();
            Ticket restored = stores.tickets().update(ticket.restore(act.now()));
            Deletion deletion = ticket.lifecycle().deletion();
            stores.tasks().restore(deletion);
            stores.comments().restore(deletion);
            act.record(ActivityType.TICKET_RESTORED, restored);
            return new TicketWithTasks(restored, stores.tasks().findByTicket(restored.id()));
        });
    }

    /**
     * Removes the ticket for good, deleted or not; the log keeps no contents of it. As it cannot be undone, only the
     * project's owner may.
     */
    public void purge(Caller caller, TicketRef ref, Expected expected) {
        work.write(caller, act -> {
            Access access = Access.manage(caller);
            Ticket ticket = stores.tickets().requireAny(access, ref);
            stores.projects().requireAny(access, ticket.projectId()).requireWritable();
            expected.check(ticket.lifecycle());
            var _ = observer.ticketWithdrawn(act, ticket);
            act.forgetSubject(ticket.id());
            stores.tickets().delete(ticket.id());
            act.record(ActivityType.TICKET_PURGED, ticket);
            return ticket;
        });
    }

    private TicketWithTasks change(
            Caller caller,
            TicketRef ref,
            Expected expected,
            ActivityType type,
            BiFunction<TicketWithTasks, Act, TicketWithTasks> change) {
        return work.write(caller, act -> {
            Access access = Access.write(caller);
            TicketWithTasks current = stores.tickets().requireWithTasks(access, ref);
            Ticket ticket = current.ticket();
            stores.projects().require(access, ticket.projectId()).requireWritable();
            expected.check(ticket.lifecycle());
            TicketWithTasks changed = change.apply(current, act);
            Ticket stored = stores.tickets().update(changed.ticket());
            act.record(type, stored).changed(Difference.between(ticket, stored));
            return new TicketWithTasks(stored, changed.tasks());
        });
    }

    private TicketWithTasks requireWritable(Caller caller, TicketRef ref, Expected expected) {
        TicketWithTasks current = stores.tickets().requireWithTasks(Access.write(caller), ref);
        expected.check(current.ticket().lifecycle());
        flow.requireWritable(current.ticket());
        return current;
    }

    private @Nullable Id<Ticket> newParent(Caller caller, Ticket ticket, @Nullable TicketRef ref) {
        Id<Ticket> old = ticket.content().parentId();
        if (ref == null || (old != null && ref.equals(TicketRef.of(old)))) {
            return ref == null ? null : old;
        }
        Id<Ticket> parent = requireParent(caller, ticket.projectId(), ref);
        if (stores.tickets().isSelfOrAncestor(ticket.id(), parent)) {
            throw new Conflict(ErrorCode.PARENT_CYCLE, "The parent would be below its own child");
        }
        return parent;
    }

    private Id<Ticket> requireParent(Caller caller, Id<Project> project, TicketRef ref) {
        Ticket parent = stores.tickets().require(Access.read(caller), ref);
        if (!parent.projectId().equals(project)) {
            throw new Conflict(ErrorCode.OTHER_PROJECT, "The parent is in another project");
        }
        return parent.id();
    }

    private static Map<String, CreateTicket> placed(List<CreateTicket> commands) {
        Map<String, CreateTicket> placed = new LinkedHashMap<>();
        for (CreateTicket command : commands) {
            String place = "items/" + placed.size();
            try {
                placed.put(place + "/", command.checked());
            } catch (Invalid invalid) {
                throw invalid.below(place);
            }
        }
        return placed;
    }
}
