package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportRun.Outcome;
import dev.cairn.application.work.Changes;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One slice of an import: reads what is known of its tickets by a handful of queries, and stores the difference. */
final class ImportSlice {
    private final ImportStores stores;
    private final Changes changes;
    private final Project project;
    private final String source;
    private final boolean numbersAreFree;
    private final ImportRun run;
    private final Map<String, Id<?>> known = new HashMap<>();
    private final List<Alias> aliases = new ArrayList<>();
    private final List<Ticket> newTickets = new ArrayList<>();
    private final ImportedChildren children;

    ImportSlice(
            ImportStores stores,
            Changes changes,
            Project project,
            String source,
            boolean numbersAreFree,
            ImportRun run) {
        this.stores = stores;
        this.changes = changes;
        this.project = project;
        this.source = source;
        this.numbersAreFree = numbersAreFree;
        this.run = run;
        this.children = new ImportedChildren(stores.work(), changes, this, run);
    }

    void store(List<ImportedTicket> slice) {
        Set<String> externalIds =
                slice.stream().flatMap(ImportSlice::externalIds).collect(Collectors.toSet());
        known.putAll(stores.aliases().find(project.id(), source, externalIds));
        Map<Id<Ticket>, Ticket> existing = existing(slice);
        children.load(existing.keySet());
        List<ImportedTicket> fresh = new ArrayList<>();
        for (ImportedTicket imported : slice) {
            Ticket ticket = existing.get(this.<Ticket>knownId(imported.externalId()));
            if (ticket != null) {
                update(imported, ticket);
            } else if (known.containsKey(imported.externalId())) {
                run.refused(imported.externalId());
            } else {
                fresh.add(imported);
            }
        }
        create(fresh);
        stores.work().tickets().insertAll(newTickets);
        children.store();
        stores.aliases().insertAll(aliases);
    }

    /** Our id of something foreign, or null when it is new; Cairn's own export knows things by our ids. */
    @SuppressWarnings("unchecked") // an alias names the kind of thing it was made for
    <T> @Nullable Id<T> knownId(String externalId) {
        return (Id<T>) known.get(externalId);
    }

    <T> Id<T> newId(String externalId, AliasKind kind) {
        Id<T> id = changes.newId();
        known.put(externalId, id);
        aliases.add(new Alias(changes.newId(), project.id(), source, externalId, kind, id));
        return id;
    }

    private static Stream<String> externalIds(ImportedTicket ticket) {
        return Stream.of(
                        Stream.of(ticket.externalId()),
                        ticket.tasks().stream().map(ImportedTicket.ImportedTask::externalId),
                        ticket.comments().stream().map(ImportedTicket.ImportedComment::externalId))
                .flatMap(Function.identity());
    }

    private Map<Id<Ticket>, Ticket> existing(List<ImportedTicket> slice) {
        Set<Id<Ticket>> candidates = new HashSet<>();
        for (ImportedTicket imported : slice) {
            Id<Ticket> id = knownId(imported.externalId());
            if (id != null) {
                candidates.add(id);
            } else if (Id.isId(imported.externalId())) {
                candidates.add(Id.parse(imported.externalId()));
            }
        }
        Map<Id<Ticket>, Ticket> existing = find(candidates).stream()
                .filter(ticket -> ticket.projectId().equals(project.id()))
                .collect(Collectors.toMap(Ticket::id, Function.identity()));
        existing.keySet().forEach(id -> known.putIfAbsent(id.toString(), id));
        return existing;
    }

    private Collection<Ticket> find(Set<Id<Ticket>> ids) {
        return ids.isEmpty() ? List.of() : stores.work().tickets().findAll(ids);
    }

    private void create(List<ImportedTicket> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        List<Integer> numbers = numbers(fresh);
        for (int i = 0; i < fresh.size(); i++) {
            ImportedTicket imported = fresh.get(i);
            Id<Ticket> id = newId(imported.externalId(), AliasKind.TICKET);
            newTickets.add(fresh(imported, id, new TicketKey(project.key(), numbers.get(i))));
            children.merge(imported, id);
            run.stored(imported.externalId(), id, Outcome.CREATED);
        }
    }

    /** The numbers wanted where they are free, and new ones elsewhere. */
    private List<Integer> numbers(List<ImportedTicket> fresh) {
        List<ImportedTicket> unnumbered =
                fresh.stream().filter(ticket -> wanted(ticket) == null).toList();
        int next = unnumbered.isEmpty() ? 0 : stores.projects().takeTicketNumbers(project.id(), unnumbered.size());
        List<Integer> numbers = new ArrayList<>();
        int highest = 0;
        for (ImportedTicket ticket : fresh) {
            Integer wanted = wanted(ticket);
            numbers.add(wanted == null ? next++ : wanted);
            highest = Math.max(highest, wanted == null ? 0 : wanted);
        }
        if (highest > 0) {
            stores.projects().reserveTicketNumber(project.id(), highest);
        }
        return numbers;
    }

    private @Nullable Integer wanted(ImportedTicket ticket) {
        return numbersAreFree ? ticket.number() : null;
    }

    private Ticket fresh(ImportedTicket imported, Id<Ticket> id, TicketKey key) {
        Instant created = imported.createdAt() == null ? changes.now() : imported.createdAt();
        Instant updated =
                imported.updatedAt() == null || imported.updatedAt().isBefore(created) ? created : imported.updatedAt();
        Ticket blank = new Ticket(
                id,
                project.id(),
                key,
                TicketContent.titled(imported.title()),
                imported.status(),
                imported.startedAt(),
                null,
                new Lifecycle(0, created, updated, imported.archivedAt(), null, null));
        return filled(imported, blank);
    }

    private void update(ImportedTicket imported, Ticket current) {
        Ticket wanted = filled(imported, current);
        boolean childrenChanged = children.merge(imported, current.id());
        boolean changed = childrenChanged || !wanted.equals(current);
        if (changed) {
            Lifecycle lifecycle = wanted.lifecycle();
            stores.work()
                    .tickets()
                    .update(new Ticket(
                            wanted.id(),
                            wanted.projectId(),
                            wanted.key(),
                            wanted.content(),
                            wanted.status(),
                            wanted.startedAt(),
                            wanted.completedAt(),
                            lifecycle.touch(changes.now())));
        }
        run.stored(imported.externalId(), current.id(), changed ? Outcome.UPDATED : Outcome.UNCHANGED);
    }

    /** The ticket as the file has it; what files do not know stays: assignee, parent, suggestions. */
    private Ticket filled(ImportedTicket imported, Ticket current) {
        TicketContent old = current.content();
        TicketContent content = new TicketContent(
                imported.type(),
                imported.title(),
                imported.overview(),
                imported.priority(),
                old.assigneeId(),
                old.parentId(),
                imported.labels(),
                imported.acceptanceCriteria(),
                old.suggestedFileIds(),
                old.suggestedAgentIds(),
                old.suggestedPromptIds(),
                imported.estimatedMinutes(),
                imported.dueAt(),
                imported.position(),
                imported.metadata());
        Instant started =
                imported.startedAt() == null ? current.startedAt() : Times.checked("startedAt", imported.startedAt());
        return new Ticket(
                current.id(),
                current.projectId(),
                current.key(),
                content,
                imported.status(),
                started,
                completedAt(imported, current),
                current.lifecycle());
    }

    private @Nullable Instant completedAt(ImportedTicket imported, Ticket current) {
        if (imported.completedAt() != null || !imported.status().finished()) {
            return imported.completedAt();
        }
        if (imported.status() == TicketStatus.CLOSED || current.completedAt() != null) {
            return current.completedAt();
        }
        return imported.updatedAt() == null ? changes.now() : imported.updatedAt();
    }
}
