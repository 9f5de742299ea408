package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportGraph.Ref;
import dev.cairn.application.interchange.ImportPlan.Entry;
import dev.cairn.application.interchange.ImportTally.Opening;
import dev.cairn.application.work.Act;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.interchange.Seen;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketLink;
import dev.cairn.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Updates the ticket of an entry that has changed since the last import. */
final class TicketUpdate {
    private static final String CHILD = "child>";
    private static final String PARENT = "parent>";

    private final ImportContext context;
    private final Act act;
    private final Entry entry;
    private final ImportedTicket imported;
    private final Ticket current;
    private final @Nullable Alias alias;
    private final @Nullable Seen base;
    private final Set<Id<?>> claimed;
    private final Set<TicketLink> links;
    private final List<ImportProblem> problems = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final Set<String> circular = new HashSet<>();
    private boolean deferred;
    private boolean changed;

    record Result(
            String externalId,
            boolean changed,
            List<ImportProblem> problems,
            @Nullable Opening opening) {}

    /**
     * @param claimed the tickets and tasks that are held now
     * @param links of the ticket, among others
     */
    TicketUpdate(
            ImportContext context,
            Act act,
            ChangedTickets.Arrival arrival,
            Ticket current,
            @Nullable Alias alias,
            Set<Id<?>> claimed,
            Set<TicketLink> links) {
        this.context = context;
        this.act = act;
        this.entry = arrival.entry();
        this.imported = arrival.ticket();
        this.current = current;
        this.alias = alias;
        this.base = alias == null ? null : alias.seen();
        this.claimed = claimed;
        this.links = links;
        if (base != null) {
            left.addAll(base.left());
        }
    }

    Result store(List<Task> tasks, List<Comment> comments, List<Alias> childAliases) {
        if (current.lifecycle().archived() && imported.archivedAt() == null) {
            return leftAlone("archived", "%s is archived here: it was left alone");
        }
        if (older()) {
            return leftAlone("older", "The entry is older than what %s was imported from last: it was left alone");
        }
        Instant time = imported.updatedAt();
        TicketMerge merge = new TicketMerge(
                context,
                imported,
                base,
                time != null && time.isAfter(current.lifecycle().updatedAt()));
        ChildMerge children = children(tasks, comments, childAliases);
        storeChildren(children);
        storeLinks();
        Opening opening = storeTicket(merge);
        remember(merge, children);
        return new Result(entry.externalId, changed, problems, opening);
    }

    private boolean older() {
        Instant now = imported.updatedAt();
        Instant last = base == null ? null : base.updatedAt();
        return now != null && last != null && now.isBefore(last);
    }

    private Result leftAlone(String code, String message) {
        problem(code, message.formatted(current.key()));
        return new Result(entry.externalId, false, problems, null);
    }

    private ChildMerge children(List<Task> tasks, List<Comment> comments, List<Alias> childAliases) {
        ChildMerge children =
                new ChildMerge(context, act, imported, current.id(), tasks, comments, childAliases, claimed);
        children.merge(base);
        problems.addAll(children.problems());
        deferred |= children.deferred();
        return children;
    }

    private void storeChildren(ChildMerge children) {
        var stores = context.stores().work();
        context.moves().create(act, current, children.newTasks());
        context.moves().move(act, current, children.moves());
        stores.comments().insertAll(children.newComments());
        children.newComments().forEach(comment -> recorded(ActivityType.COMMENT_CREATED, comment.id()));
        children.changedComments().forEach(stores.comments()::update);
        changed |= children.changed();
        storeGone(children);
    }

    private void storeGone(ChildMerge children) {
        List<String> leftBefore = left.stream()
                .filter(ref -> ref.startsWith(CHILD))
                .map(ref -> ref.substring(CHILD.length()))
                .toList();
        left.removeIf(ref -> ref.startsWith(CHILD));
        Set<String> before = new LinkedHashSet<>(base == null ? List.of() : base.children());
        before.addAll(leftBefore);
        Map<String, Task> tasks = children.goneTasks(before);
        Map<String, Comment> comments = children.goneComments(before);
        if (context.request().prune()) {
            // From the last to the first, so that the places of the earlier ones stay valid.
            List.copyOf(tasks.values())
                    .reversed()
                    .forEach(task -> context.moves().delete(act, current, task));
            comments.values().forEach(this::delete);
            changed |= !tasks.isEmpty() || !comments.isEmpty();
            return;
        }
        tasks.forEach((id, task) -> leave(
                id,
                leftBefore,
                "The task '%s'".formatted(Text.excerpt(task.content().content()))));
        comments.forEach(
                (id, comment) -> leave(id, leftBefore, "The comment '%s'".formatted(Text.excerpt(comment.content()))));
    }

    private void leave(String child, List<String> leftBefore, String what) {
        left.add(CHILD + child);
        if (!leftBefore.contains(child)) {
            gone(what);
        }
    }

    private void delete(Comment comment) {
        Deletion deletion = act.newDeletion();
        context.stores()
                .work()
                .comments()
                .update(comment.withUpdatedAt(Times.after(comment.updatedAt(), deletion.at()))
                        .withDeletion(deletion));
        act.forgetSubject(comment.id());
        recorded(ActivityType.COMMENT_DELETED, comment.id());
    }

    private void storeLinks() {
        List<String> seen = base == null ? List.of() : base.refs();
        Set<String> wanted = new LinkedHashSet<>(ChangedTickets.refs(context.graph(), entry));
        for (Ref ref : context.graph().refs(entry)) {
            boolean missing = !links.contains(ref.link());
            boolean takenAwayHere = missing && seen.contains(ref.text());
            if (missing && !takenAwayHere && ImportGraph.closesCircle(context.stores(), ref.link())) {
                problems.add(ImportGraph.circle(imported.place(), ref));
                circular.add(ref.text());
                deferred = true;
            } else if (!takenAwayHere && context.stores().work().links().insert(ref.link())) {
                links.add(ref.link());
                recorded(ActivityType.LINK_CREATED, ref.link());
            }
        }
        left.removeAll(wanted);
        Set<String> gone = new LinkedHashSet<>(seen);
        gone.removeAll(wanted);
        boolean prune = context.request().prune();
        if (prune) {
            gone.addAll(left);
            left.removeIf(ref -> !ref.startsWith(PARENT));
        }
        gone.removeIf(ref -> ref.startsWith(PARENT) || ref.startsWith(CHILD));
        for (String ref : gone) {
            TicketLink link = link(ref);
            if (link == null || !links.contains(link) || context.graph().wants(link)) {
                continue;
            }
            if (prune) {
                context.stores().work().links().delete(link);
                recorded(ActivityType.LINK_DELETED, link);
            } else {
                left.add(ref);
                gone("The link %s".formatted(ref));
            }
        }
    }

    /** Returns the stored link that an earlier import made of this text; null when its other end is unknown. */
    private @Nullable TicketLink link(String ref) {
        for (LinkKind kind : LinkKind.values()) {
            String name = Wire.of(kind);
            if (ref.startsWith(name + ">") || ref.startsWith(name + "<")) {
                boolean outgoing = ref.charAt(name.length()) == '>';
                Id<Ticket> other = find(ref.substring(name.length() + 1));
                if (other == null || other.equals(current.id())) {
                    return null;
                }
                TicketLink link = outgoing
                        ? new TicketLink(current.id(), other, kind)
                        : new TicketLink(other, current.id(), kind);
                TicketLink reverse = link.reversed();
                return kind.symmetric() && !links.contains(link) && links.contains(reverse) ? reverse : link;
            }
        }
        return null;
    }

    private @Nullable Id<Ticket> find(String externalId) {
        Entry other = context.plan().entries().get(externalId);
        if (other != null) {
            return other.id;
        }
        Id<?> known = context.stores()
                .aliases()
                .find(context.project().id(), context.source(), List.of(externalId))
                .get(externalId);
        return known == null ? null : new Id<>(known.value());
    }

    private @Nullable Opening storeTicket(TicketMerge merge) {
        TicketStatus status = status(merge);
        boolean opens = status == TicketStatus.OPEN && current.status() != TicketStatus.OPEN;
        Ticket wanted = merge.enter(
                current,
                merge.content(current.content()).withParentId(parent()),
                opens ? current.status() : status,
                act.now());
        problems.addAll(Conflicts.of(imported.place(), merge.fields()));
        if (merge.unknownAssignee() != null) {
            problem(
                    "unknown_assignee",
                    "No member is called %s: the assignee stays".formatted(merge.unknownAssignee()));
        }
        if (!merge.labelsWithoutRoom().isEmpty()) {
            problems.add(FieldMerge.withoutRoom(imported.place(), merge.labelsWithoutRoom()));
            deferred = true;
        }
        wanted = archived(wanted);
        changed |= !wanted.equals(current);
        long version = current.lifecycle().version();
        if (changed) {
            Ticket touched = wanted.withLifecycle(wanted.lifecycle().touch(act.now()));
            version = context.moves().store(act, current, touched).lifecycle().version();
        }
        changed |= opens;
        return opens ? new Opening(current.id(), version) : null;
    }

    /** Merges the status; a held ticket stays with its holder unless it is finished in the file (I1). */
    private TicketStatus status(TicketMerge merge) {
        boolean held = claimed.contains(current.id());
        TicketStatus next = merge.status(current.status(), held);
        if (next != current.status() && !next.finished() && held) {
            merge.fields().defer("status");
            deferred = true;
            problem("claimed", "Somebody holds %s: its status was left alone".formatted(current.key()));
            return current.status();
        }
        return next;
    }

    private Ticket archived(Ticket wanted) {
        Lifecycle life = wanted.lifecycle();
        return imported.archivedAt() == null || life.archived()
                ? wanted
                : wanted.withLifecycle(life.withArchivedAt(imported.archivedAt()));
    }

    /** Returns the file's parent if only the file has changed it, else ours. */
    private @Nullable Id<Ticket> parent() {
        Id<Ticket> ours = current.content().parentId();
        Id<Ticket> theirs = context.graph().parent(entry);
        String text = entry.parent == null ? null : ImportGraph.parentText(entry.parent);
        String before = parentBefore();
        if (entry.parent != null && theirs == null) {
            return ours;
        }
        if (text == null ? before == null : text.equals(before)) {
            return ours;
        }
        Id<Ticket> was = before == null ? null : find(before.substring(PARENT.length()));
        boolean oursIsOld = ours == null ? was == null || base == null : ours.equals(was);
        if (theirs == null) {
            return withoutParent(before, ours, oursIsOld);
        }
        if (theirs.equals(ours)) {
            return ours;
        }
        if (!oursIsOld) {
            problem("conflict_kept_ours", "The parent was changed here and in the file: ours stays");
            return ours;
        }
        if (context.stores().work().tickets().isSelfOrAncestor(current.id(), theirs)) {
            problem("cycle", "The parent %s is below its own child".formatted(entry.parent));
            deferred = true;
            return ours;
        }
        return theirs;
    }

    private @Nullable String parentBefore() {
        return base == null
                ? null
                : base.refs().stream()
                        .filter(ref -> ref.startsWith(PARENT))
                        .findFirst()
                        .orElseGet(() -> left.stream()
                                .filter(ref -> ref.startsWith(PARENT))
                                .findFirst()
                                .orElse(null));
    }

    private @Nullable Id<Ticket> withoutParent(@Nullable String before, @Nullable Id<Ticket> ours, boolean oursIsOld) {
        if (before == null || ours == null || !oursIsOld) {
            return ours;
        }
        if (context.request().prune()) {
            left.remove(before);
            return null;
        }
        if (!left.contains(before)) {
            left.add(before);
            gone("The parent %s".formatted(before.substring(PARENT.length())));
        }
        return ours;
    }

    /** Returns the links and the parent of the file, also stored ones whose other end was deleted here since (I2). */
    private List<String> refs() {
        Set<String> named = new LinkedHashSet<>();
        entry.links.forEach(link -> named.add(ImportGraph.text(link)));
        if (entry.parent != null) {
            named.add(ImportGraph.parentText(entry.parent));
        }
        Set<String> refs = new LinkedHashSet<>(base == null ? List.of() : base.refs());
        refs.retainAll(named);
        refs.addAll(ChangedTickets.refs(context.graph(), entry));
        refs.removeAll(circular);
        return List.copyOf(refs);
    }

    private void remember(TicketMerge merge, ChildMerge children) {
        boolean complete = !deferred && context.graph().complete(entry);
        Seen seen = new Seen(
                complete ? entry.hash : null,
                imported.content().title(),
                imported.createdAt(),
                imported.updatedAt(),
                merge.fields().fields(),
                merge.labels(),
                refs(),
                left,
                children.children());
        List<Alias> fresh = new ArrayList<>(children.newAliases());
        List<Alias> updated = new ArrayList<>(children.changedAliases());
        if (alias == null || !alias.externalId().equals(entry.externalId)) {
            fresh.add(new Alias(
                    act.newId(),
                    context.project().id(),
                    context.source(),
                    entry.externalId,
                    AliasKind.TICKET,
                    current.id(),
                    seen));
        } else if (!seen.equals(base) || !alias.source().equals(context.source())) {
            updated.add(alias.with(context.source(), seen));
        }
        Set<String> taken = context.stores()
                .aliases()
                .find(
                        context.project().id(),
                        context.source(),
                        fresh.stream().map(Alias::externalId).toList())
                .keySet();
        context.stores()
                .aliases()
                .insertAll(fresh.stream()
                        .filter(each -> each.source().equals(context.source()) && !taken.contains(each.externalId()))
                        .toList());
        context.stores().aliases().updateAll(updated);
    }

    private void gone(String what) {
        problem(
                "gone",
                "%s of %s is not in the file any more and was left; prune removes it".formatted(what, current.key()));
    }

    private void problem(String code, String message) {
        problems.add(new ImportProblem(imported.place(), code, message));
    }

    private void recorded(ActivityType type, Id<?> subject) {
        act.record(type, current.projectId(), subject)
                .with("ticket", current.key().toString());
    }

    private void recorded(ActivityType type, TicketLink link) {
        changed = true;
        act.record(type, current.projectId(), link.fromId())
                .with("kind", Wire.of(link.kind()))
                .with("from", link.fromId().toString())
                .with("to", link.toId().toString());
    }
}
