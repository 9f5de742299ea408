package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The links and parents of an import, stored at its end: they may point forward in the file. */
final class ImportLinks {
    /** Tickets read at a time. */
    private static final int BATCH_SIZE = 500;

    private final TicketStores stores;
    private final Id<Project> project;
    private final List<Pending> pending = new ArrayList<>();
    private final List<Child> children = new ArrayList<>();

    private record Pending(String externalId, ImportedLink link) {}

    private record Child(String place, String externalId, String parent) {}

    ImportLinks(TicketStores stores, Id<Project> project) {
        this.stores = stores;
        this.project = project;
    }

    void add(ImportedTicket ticket) {
        ticket.links().forEach(link -> pending.add(new Pending(ticket.externalId(), link)));
        if (ticket.parent() != null) {
            children.add(new Child(ticket.place(), ticket.externalId(), ticket.parent()));
        }
    }

    void store(ImportRun run) {
        Map<Id<Ticket>, Set<Id<Ticket>>> blocks = new HashMap<>();
        stores.links().findByProject(project, LinkKind.BLOCKS).forEach(link -> edge(blocks, link));
        pending.forEach(link -> store(run, link, blocks));
        for (int from = 0; from < children.size(); from += BATCH_SIZE) {
            adopt(run, children.subList(from, Math.min(children.size(), from + BATCH_SIZE)));
        }
    }

    private void store(ImportRun run, Pending pending, Map<Id<Ticket>, Set<Id<Ticket>>> blocks) {
        ImportedLink link = pending.link();
        Id<Ticket> self = run.ids().get(pending.externalId());
        Id<Ticket> other = resolve(run, link.place(), link.other());
        if (self == null || other == null) {
            return;
        }
        Id<Ticket> from = link.outgoing() ? self : other;
        Id<Ticket> to = link.outgoing() ? other : self;
        boolean known = blocks.getOrDefault(from, Set.of()).contains(to) && link.kind() == LinkKind.BLOCKS;
        if (from.equals(to) || (link.kind() == LinkKind.BLOCKS && !known && reaches(blocks, to, from))) {
            run.problem(
                    new ImportProblem(link.place(), "cycle", "The link to %s closes a circle".formatted(link.other())));
            return;
        }
        TicketLink wanted = new TicketLink(from, to, link.kind());
        if (!known && stores.links().insert(wanted)) {
            run.changed(pending.externalId());
        }
        if (link.kind() == LinkKind.BLOCKS) {
            edge(blocks, wanted);
        }
    }

    private @Nullable Id<Ticket> resolve(ImportRun run, String place, String externalId) {
        Id<Ticket> id = run.ids().get(externalId);
        if (id == null) {
            boolean skipped = run.wasSkipped(externalId);
            run.problem(new ImportProblem(
                    place,
                    skipped ? "skipped_target" : "dangling",
                    skipped
                            ? "It refers to %s, which was skipped".formatted(externalId)
                            : "It refers to %s, which is not in the file".formatted(externalId)));
        }
        return id;
    }

    private void adopt(ImportRun run, List<Child> batch) {
        Map<Id<Ticket>, Ticket> tickets =
                stores
                        .tickets()
                        .findAll(batch.stream()
                                .flatMap(child -> ids(run, child))
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Ticket::id, Function.identity()));
        for (Child child : batch) {
            Id<Ticket> parent = resolve(run, child.place(), child.parent());
            Id<Ticket> id = run.ids().get(child.externalId());
            Ticket ticket = id == null ? null : tickets.get(id);
            if (ticket == null
                    || parent == null
                    || parent.equals(ticket.content().parentId())) {
                continue;
            }
            if (stores.tickets().isSelfOrAncestor(ticket.id(), parent)) {
                run.problem(new ImportProblem(
                        child.place(), "cycle", "The parent %s is below its own child".formatted(child.parent())));
            } else {
                stores.tickets().update(withParent(ticket, parent));
                run.changed(child.externalId());
            }
        }
    }

    private static Stream<Id<Ticket>> ids(ImportRun run, Child child) {
        return Stream.ofNullable(run.ids().get(child.externalId()));
    }

    /** Keeps {@code updatedAt}: the file's own time says more than the import's. */
    private static Ticket withParent(Ticket ticket, Id<Ticket> parent) {
        TicketContent old = ticket.content();
        TicketContent content = new TicketContent(
                old.type(),
                old.title(),
                old.overview(),
                old.priority(),
                old.assigneeId(),
                parent,
                old.labels(),
                old.acceptanceCriteria(),
                old.suggestedFileIds(),
                old.suggestedAgentIds(),
                old.suggestedPromptIds(),
                old.estimatedMinutes(),
                old.dueAt(),
                old.position(),
                old.metadata());
        return new Ticket(
                ticket.id(),
                ticket.projectId(),
                ticket.key(),
                content,
                ticket.status(),
                ticket.startedAt(),
                ticket.completedAt(),
                ticket.lifecycle());
    }

    private static void edge(Map<Id<Ticket>, Set<Id<Ticket>>> blocks, TicketLink link) {
        blocks.computeIfAbsent(link.fromId(), _ -> new HashSet<>()).add(link.toId());
    }

    private static boolean reaches(Map<Id<Ticket>, Set<Id<Ticket>>> blocks, Id<Ticket> from, Id<Ticket> target) {
        Deque<Id<Ticket>> open = new ArrayDeque<>(Set.of(from));
        Set<Id<Ticket>> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Id<Ticket> next = open.pop();
            if (next.equals(target)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(blocks.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}
