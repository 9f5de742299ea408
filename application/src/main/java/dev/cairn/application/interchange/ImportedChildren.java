package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.work.Changes;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tasks and comments of a slice's tickets. What the file does not have any more stays. */
final class ImportedChildren {
    private final TicketStores stores;
    private final Changes changes;
    private final ImportSlice slice;
    private final ImportRun run;
    private final Map<Id<Task>, Task> tasks = new HashMap<>();
    private final Map<Id<Comment>, Comment> comments = new HashMap<>();
    private final List<Task> newTasks = new ArrayList<>();
    private final List<Task> changedTasks = new ArrayList<>();
    private final List<Comment> newComments = new ArrayList<>();
    private final List<Comment> changedComments = new ArrayList<>();

    ImportedChildren(TicketStores stores, Changes changes, ImportSlice slice, ImportRun run) {
        this.stores = stores;
        this.changes = changes;
        this.slice = slice;
        this.run = run;
    }

    void load(Collection<Id<Ticket>> tickets) {
        if (!tickets.isEmpty()) {
            stores.tasks().findByTickets(tickets).forEach(task -> tasks.put(task.id(), task));
            stores.comments().findByTickets(tickets).forEach(comment -> comments.put(comment.id(), comment));
        }
    }

    /** Takes in what the file has of this ticket; answers whether anything differs. */
    boolean merge(ImportedTicket imported, Id<Ticket> ticket) {
        int before = newTasks.size() + changedTasks.size() + newComments.size() + changedComments.size();
        mergeTasks(imported, ticket);
        imported.comments().forEach(comment -> mergeComment(comment, ticket));
        return newTasks.size() + changedTasks.size() + newComments.size() + changedComments.size() > before;
    }

    void store() {
        stores.tasks().insertAll(newTasks);
        stores.tasks().updateAll(changedTasks);
        stores.comments().insertAll(newComments);
        changedComments.forEach(stores.comments()::update);
    }

    private void mergeTasks(ImportedTicket imported, Id<Ticket> ticket) {
        Map<String, Task> places = new HashMap<>();
        for (ImportedTask task : imported.tasks()) {
            Task current = current(task, ticket);
            if (current != null) {
                places.put(task.externalId(), current);
            }
        }
        Map<String, Id<Task>> ids = imported.tasks().stream()
                .filter(task -> places.containsKey(task.externalId()))
                .collect(Collectors.toMap(ImportedTask::externalId, task -> id(places, task), (a, _) -> a));
        Map<String, List<String>> dependencies = ImportedDependencies.acyclic(imported, ids.keySet(), run);
        int order = 0;
        for (ImportedTask task : imported.tasks()) {
            Task current = places.get(task.externalId());
            if (current != null) {
                List<Id<Task>> dependsOn = dependencies.getOrDefault(task.externalId(), List.of()).stream()
                        .map(ids::get)
                        .filter(Objects::nonNull)
                        .toList();
                merge(task, current, order++, dependsOn);
            }
        }
        keepOthersBehind(ticket, ids.values(), order);
    }

    private static Id<Task> id(Map<String, Task> places, ImportedTask task) {
        return Objects.requireNonNull(places.get(task.externalId())).id();
    }

    /** The stored task, a new one, or null for one that was deleted here. */
    private @Nullable Task current(ImportedTask task, Id<Ticket> ticket) {
        Id<Task> id = slice.knownId(task.externalId());
        if (id == null && Id.isId(task.externalId()) && tasks.containsKey(Id.<Task>parse(task.externalId()))) {
            id = Id.parse(task.externalId());
        }
        if (id != null) {
            return tasks.get(id);
        }
        Id<Task> fresh = slice.newId(task.externalId(), AliasKind.TASK);
        return Task.create(fresh, ticket, TaskContent.of(task.content()), 0, changes.now());
    }

    private void merge(ImportedTask imported, Task current, int order, List<Id<Task>> dependsOn) {
        TaskContent content = new TaskContent(
                imported.content(),
                imported.description(),
                imported.estimatedMinutes(),
                current.content().assigneeId(),
                imported.labels(),
                dependsOn);
        boolean known = tasks.containsKey(current.id());
        boolean same = content.equals(current.content())
                && imported.status() == current.status()
                && order == current.orderIndex();
        if (!known) {
            newTasks.add(new Task(
                    current.id(),
                    current.ticketId(),
                    content,
                    imported.status(),
                    order,
                    current.createdAt(),
                    current.updatedAt(),
                    null));
        } else if (!same) {
            changedTasks.add(current.edit(content, changes.now())
                    .moveTo(imported.status(), changes.now())
                    .at(order, changes.now()));
        }
    }

    /** Tasks that were added here come after the file's, in their old order (R31: dense). */
    private void keepOthersBehind(Id<Ticket> ticket, Collection<Id<Task>> fromFile, int first) {
        List<Task> others = tasks.values().stream()
                .filter(task -> task.ticketId().equals(ticket) && !fromFile.contains(task.id()))
                .sorted(Comparator.comparingInt(Task::orderIndex))
                .toList();
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).orderIndex() != first + i) {
                changedTasks.add(others.get(i).at(first + i, changes.now()));
            }
        }
    }

    private void mergeComment(ImportedComment imported, Id<Ticket> ticket) {
        Id<Comment> id = slice.knownId(imported.externalId());
        if (id == null
                && Id.isId(imported.externalId())
                && comments.containsKey(Id.<Comment>parse(imported.externalId()))) {
            id = Id.parse(imported.externalId());
        }
        Instant created = imported.createdAt() == null ? changes.now() : imported.createdAt();
        if (id == null) {
            Id<Comment> fresh = slice.newId(imported.externalId(), AliasKind.COMMENT);
            newComments.add(new Comment(
                    fresh,
                    ticket,
                    null,
                    imported.author(),
                    imported.content(),
                    created,
                    created,
                    imported.editedAt(),
                    null));
            return;
        }
        Comment current = comments.get(id);
        if (current != null && mayEdit(current) && !current.content().equals(imported.content())) {
            changedComments.add(new Comment(
                    current.id(),
                    ticket,
                    current.authorId(),
                    current.authorName(),
                    imported.content(),
                    current.createdAt(),
                    changes.now(),
                    changes.now(),
                    null));
        }
    }

    /** What a user wrote here is edited by that user only (R34); what an import brought has no author here. */
    private boolean mayEdit(Comment comment) {
        return comment.authorId() == null
                || comment.authorId().equals(changes.caller().userId());
    }
}
