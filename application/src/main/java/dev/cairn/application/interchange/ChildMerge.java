package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportedTicket.ForeignId;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.application.ticket.ImportedMoves.Move;
import dev.cairn.application.work.Act;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.interchange.Seen;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges the tasks and comments of one ticket with those of the file. Stores nothing. */
final class ChildMerge {
    /** The fields of a task that are merged in their own way. */
    private static final Set<String> OURS = Set.of("assigneeId", "labels", "dependsOn");

    private final ImportContext context;
    private final Act act;
    private final ImportedTicket imported;
    private final Id<Ticket> ticket;
    private final @Nullable Instant fileTime;
    private final Map<Id<?>, Task> tasksHere = new LinkedHashMap<>();
    private final CommentsHere commentsHere;
    private final Map<String, Alias> known = new LinkedHashMap<>();
    private final Set<Id<?>> claimed;

    private final List<Alias> newAliases = new ArrayList<>();
    private final List<Alias> changedAliases = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final List<Task> newTasks = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<Comment> newComments = new ArrayList<>();
    private final List<Comment> changedComments = new ArrayList<>();
    private final Set<Id<?>> matched = new HashSet<>();
    private final Set<String> withoutRoom = new HashSet<>();
    private boolean deferred;

    /** @param claimed tasks that are held now */
    ChildMerge(
            ImportContext context,
            Act act,
            ImportedTicket imported,
            Id<Ticket> ticket,
            List<Task> tasksHere,
            List<Comment> commentsHere,
            List<Alias> aliases,
            Set<Id<?>> claimed) {
        this.context = context;
        this.act = act;
        this.imported = imported;
        this.ticket = ticket;
        this.fileTime = imported.updatedAt();
        this.claimed = claimed;
        tasksHere.forEach(task -> this.tasksHere.put(task.id(), task));
        aliases.forEach(alias -> known.put(alias.externalId(), alias));
        this.commentsHere = new CommentsHere(commentsHere, known.values());
    }

    List<Alias> newAliases() {
        return newAliases;
    }

    List<Alias> changedAliases() {
        return changedAliases;
    }

    List<ImportProblem> problems() {
        return problems;
    }

    List<Task> newTasks() {
        return newTasks;
    }

    List<Move> moves() {
        return moves;
    }

    List<Comment> newComments() {
        return newComments;
    }

    List<Comment> changedComments() {
        return changedComments;
    }

    /** Whether the next import has to look at a child again. */
    boolean deferred() {
        return deferred;
    }

    boolean changed() {
        return !(newTasks.isEmpty() && moves.isEmpty() && newComments.isEmpty() && changedComments.isEmpty());
    }

    /** Returns the tasks of an earlier import that the file has lost. */
    Map<String, Task> goneTasks(Collection<String> before) {
        Map<Id<?>, String> gone = gone(before, AliasKind.TASK);
        Map<String, Task> found = new LinkedHashMap<>();
        for (Task task : tasksHere.values()) {
            String externalId = gone.get(task.id());
            if (externalId != null) {
                found.put(externalId, task);
            }
        }
        return found;
    }

    Map<String, Comment> goneComments(Collection<String> before) {
        Map<Id<?>, String> gone = gone(before, AliasKind.COMMENT);
        Map<String, Comment> found = new LinkedHashMap<>();
        for (Comment comment : commentsHere.all()) {
            String externalId = gone.get(comment.id());
            if (externalId != null) {
                found.put(externalId, comment);
            }
        }
        return found;
    }

    /** Returns the external ids of the tasks in their order, then of the comments. */
    List<String> children() {
        List<String> children = new ArrayList<>();
        imported.tasks().forEach(task -> children.add(task.externalId()));
        imported.comments().forEach(comment -> children.add(comment.externalId()));
        return children;
    }

    void merge(@Nullable Seen base) {
        mergeTasks(base);
        imported.comments().forEach(this::mergeComment);
    }

    private Map<Id<?>, String> gone(Collection<String> before, AliasKind kind) {
        Map<Id<?>, String> gone = new HashMap<>();
        for (String child : before) {
            Alias alias = known.get(child);
            if (alias != null && alias.kind() == kind && !matched.contains(alias.subjectId())) {
                gone.put(alias.subjectId(), child);
            }
        }
        return gone;
    }

    private void mergeTasks(@Nullable Seen base) {
        Map<String, Task> current = new LinkedHashMap<>();
        int room = Task.PER_TICKET_MAX - tasksHere.size();
        for (ImportedTask task : imported.tasks()) {
            Task found = current(task);
            if (found != null && !isHere(found) && room-- <= 0) {
                withoutRoom.add(task.externalId());
            } else if (found != null) {
                current.put(task.externalId(), found);
                matched.add(found.id());
            }
        }
        if (!withoutRoom.isEmpty()) {
            deferred = true;
            problem(
                    imported.place(),
                    "not_carried_over",
                    "%d of its tasks have no room: a ticket takes %d"
                            .formatted(withoutRoom.size(), Task.PER_TICKET_MAX));
        }
        Map<String, List<String>> dependencies = ImportedDependencies.acyclic(imported, current.keySet(), problems);
        boolean sameOrder = base != null && base.children().equals(children());
        Map<Id<Task>, Task> after = new LinkedHashMap<>();
        for (ImportedTask task : imported.tasks()) {
            Task before = current.get(task.externalId());
            if (before != null) {
                List<Id<Task>> dependsOn = dependencies.getOrDefault(task.externalId(), List.of()).stream()
                        .map(current::get)
                        .filter(Objects::nonNull)
                        .map(Task::id)
                        .toList();
                after.put(before.id(), merged(task, before, dependsOn));
            }
        }
        withoutCircles(after);
        place(after, sameOrder);
    }

    /** Returns the stored task, or a new one; null for a task that was deleted here. */
    private @Nullable Task current(ImportedTask task) {
        Alias alias = known.get(task.externalId());
        if (alias != null) {
            return tasksHere.get(alias.subjectId());
        }
        Task here = Id.isId(task.externalId()) ? tasksHere.get(Id.<Task>parse(task.externalId())) : null;
        if (here != null) {
            return here;
        }
        Instant created = task.createdAt() == null ? act.now() : task.createdAt();
        Instant updated = task.updatedAt() == null || task.updatedAt().isBefore(created) ? created : task.updatedAt();
        TaskContent blank = TaskContent.of(task.content().content());
        return new Task(act.newId(), ticket, blank, TaskStatus.PENDING, 0, created, updated, null);
    }

    private boolean isHere(Task task) {
        return tasksHere.containsKey(task.id());
    }

    private Task merged(ImportedTask task, Task before, List<Id<Task>> dependsOn) {
        boolean here = isHere(before);
        Alias alias = known.get(task.externalId());
        Seen base = alias == null ? null : alias.seen();
        FieldMerge merge = new FieldMerge(
                base == null ? null : base.fields(),
                !here || (fileTime != null && fileTime.isAfter(before.updatedAt())));
        TaskContent theirs = task.content();
        TaskContent ours = before.content();
        List<String> labelsBefore = base == null ? null : base.labels();
        List<String> labels = FieldMerge.labels(theirs.labels(), ours.labels(), labelsBefore, TicketContent.LABELS_MAX);
        List<String> labelsWithoutRoom = FieldMerge.labelsWithoutRoom(theirs.labels(), labels, labelsBefore);
        if (!labelsWithoutRoom.isEmpty()) {
            problems.add(FieldMerge.withoutRoom(task.place(), labelsWithoutRoom));
            deferred = true;
        }
        boolean sameDependencies = merge.unchangedInFile("dependsOn", task.dependsOn());
        merge.pick("dependsOn", task.dependsOn(), task.dependsOn());
        if (!Collections.disjoint(task.dependsOn(), withoutRoom)) {
            merge.defer("dependsOn");
        }
        TaskContent content = merge.pickAll(theirs, ours, OURS)
                .withAssigneeId(assignee(task, merge, ours.assigneeId()))
                .withLabels(labels)
                .withDependsOn(sameDependencies ? ours.dependsOn() : dependsOn);
        boolean held = claimed.contains(before.id());
        TaskStatus status = held
                ? merge.pickHeld("status", task.status(), before.status())
                : merge.pick("status", task.status(), before.status());
        if (status != before.status() && !status.finished() && held) {
            status = before.status();
            merge.defer("status");
            deferred = true;
            problem(task.place(), "claimed", "Somebody holds the task: its status was left alone");
        }
        if (here) {
            conflicts(task.place(), merge);
        }
        List<String> labelsSeen = theirs.labels().stream()
                .filter(label -> !labelsWithoutRoom.contains(label))
                .toList();
        remember(task.externalId(), AliasKind.TASK, before.id(), Seen.of(merge.fields(), labelsSeen), alias);
        foreignIds(task.aliases(), AliasKind.TASK, before.id());
        return before.withContent(content).withStatus(status);
    }

    private @Nullable Id<User> assignee(ImportedTask task, FieldMerge merge, @Nullable Id<User> ours) {
        if (!context.own()) {
            return ours;
        }
        String here = context.people().name(ours);
        String name = merge.<@Nullable String>pick("assignee", task.assignee(), here);
        if (name == null || name.equals(here)) {
            return name == null ? null : ours;
        }
        Id<User> found = context.people().find(name);
        if (found == null) {
            problem(
                    task.place(),
                    "unknown_assignee",
                    "No member is called %s: the task has no assignee".formatted(name));
        }
        return found;
    }

    /** Removes new dependencies that close a cycle together with those of the other side. */
    private void withoutCircles(Map<Id<Task>, Task> after) {
        Map<Id<Task>, List<Id<Task>>> graph = new HashMap<>();
        tasksHere.values().forEach(task -> graph.put(task.id(), task.content().dependsOn()));
        after.forEach((id, task) -> graph.put(id, List.of()));
        for (Task task : List.copyOf(after.values())) {
            List<Id<Task>> taken = new ArrayList<>();
            for (Id<Task> other : task.content().dependsOn()) {
                if (ImportedDependencies.reaches(graph, other, task.id())) {
                    problem(imported.place(), "cycle", "A task would wait for itself: the dependency is left out");
                } else {
                    taken.add(other);
                }
                graph.put(task.id(), List.copyOf(taken));
            }
            if (taken.size() < task.content().dependsOn().size()) {
                after.put(task.id(), task.withContent(task.content().withDependsOn(taken)));
            }
        }
    }

    /** Puts the tasks into the file's order if it has changed, with tasks that were added here behind them (R31: dense). */
    private void place(Map<Id<Task>, Task> after, boolean sameOrder) {
        List<Task> order = new ArrayList<>();
        if (sameOrder) {
            tasksHere.values().stream()
                    .sorted(Comparator.comparingInt(Task::orderIndex))
                    .map(task -> after.getOrDefault(task.id(), task))
                    .forEach(order::add);
            after.values().stream().filter(task -> !isHere(task)).forEach(order::add);
        } else {
            order.addAll(after.values());
            tasksHere.values().stream()
                    .sorted(Comparator.comparingInt(Task::orderIndex))
                    .filter(task -> !after.containsKey(task.id()))
                    .forEach(order::add);
        }
        for (int i = 0; i < order.size(); i++) {
            Task task = order.get(i);
            Task old = tasksHere.get(task.id());
            Task placed = task.withOrderIndex(i);
            if (old == null) {
                newTasks.add(placed);
            } else if (!placed.equals(old)) {
                moves.add(new Move(
                        old,
                        old.edit(placed.content(), act.now())
                                .moveTo(placed.status(), act.now())
                                .at(i, act.now())));
            }
        }
    }

    private void mergeComment(ImportedComment comment) {
        Alias alias = known.get(comment.externalId());
        String same = CommentsHere.fingerprint(comment);
        Comment here = alias == null ? commentsHere.find(comment, matched) : commentsHere.get(alias.subjectId());
        Id<?> before =
                here != null ? here.id() : alias != null ? alias.subjectId() : commentsHere.findDeleted(same, matched);
        if (before == null) {
            before = write(comment);
        }
        matched.add(before);
        Seen base = alias == null ? null : alias.seen();
        FieldMerge merge = new FieldMerge(
                base == null ? null : base.fields(),
                here == null || (fileTime != null && fileTime.isAfter(here.updatedAt())));
        if (here == null) {
            merge.pick("content", comment.content(), comment.content());
        } else {
            String content = merge.pick("content", comment.content(), here.content());
            conflicts(imported.place(), merge);
            edit(here, content);
        }
        Map<String, String> fields = new HashMap<>(merge.fields());
        fields.put(CommentsHere.SAME, same);
        remember(comment.externalId(), AliasKind.COMMENT, before, Seen.of(fields, List.of()), alias);
        foreignIds(comment.aliases(), AliasKind.COMMENT, before);
    }

    private Id<Comment> write(ImportedComment comment) {
        Instant created = comment.createdAt() == null ? act.now() : comment.createdAt();
        Id<Comment> id = act.newId();
        newComments.add(new Comment(
                id, ticket, null, comment.author(), comment.content(), created, created, comment.editedAt(), null));
        return id;
    }

    /** Edits a comment if it is the importing user's own (R34), or came with an import and has no author here. */
    private void edit(Comment here, String content) {
        boolean may = here.authorId() == null
                || here.authorId().equals(context.caller().userId());
        if (may && !here.content().equals(content.strip())) {
            changedComments.add(
                    here.withContent(content).withUpdatedAt(act.now()).withEditedAt(act.now()));
        }
    }

    private void conflicts(String place, FieldMerge merge) {
        problems.addAll(Conflicts.of(place, merge));
    }

    private void problem(String place, String code, String message) {
        problems.add(new ImportProblem(place, code, message));
    }

    private void remember(String externalId, AliasKind kind, Id<?> subject, Seen seen, @Nullable Alias alias) {
        if (alias == null) {
            Alias fresh =
                    new Alias(act.newId(), context.project().id(), context.source(), externalId, kind, subject, seen);
            newAliases.add(fresh);
        } else if (!seen.equals(alias.seen()) || !alias.source().equals(context.source())) {
            changedAliases.add(alias.with(context.source(), seen));
        }
    }

    private void foreignIds(List<ForeignId> ids, AliasKind kind, Id<?> subject) {
        ids.forEach(id -> newAliases.add(new Alias(
                act.newId(), context.project().id(), id.source(), id.externalId(), kind, subject, id.seen())));
    }
}
