package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportPlan.Action;
import dev.cairn.application.interchange.ImportPlan.Entry;
import dev.cairn.application.interchange.ImportTally.Outcome;
import dev.cairn.application.work.Act;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Updates stored tickets whose entries have changed in the file, slice by slice. */
final class ChangedTickets {
    private final ImportContext context;
    private final ImportTally tally;
    private final Pace pace;
    private final Set<String> delivered = new HashSet<>();
    private final List<Arrival> waiting = new ArrayList<>();
    private int rows;

    record Arrival(Entry entry, ImportedTicket ticket) {}

    ChangedTickets(ImportContext context, ImportTally tally, Pace pace) {
        this.context = context;
        this.tally = tally;
        this.pace = pace;
    }

    static List<String> refs(ImportGraph graph, Entry entry) {
        List<String> refs = new ArrayList<>();
        graph.refs(entry).forEach(ref -> refs.add(ref.text()));
        if (entry.parent != null && graph.parent(entry) != null) {
            refs.add(ImportGraph.parentText(entry.parent));
        }
        return refs;
    }

    void add(ImportedTicket ticket) {
        Entry entry = Objects.requireNonNull(context.plan().entries().get(ticket.externalId()));
        if (!delivered.add(ticket.externalId())) {
            return;
        }
        switch (entry.action) {
            case CREATE -> {}
            case NONE -> tally.put(entry.externalId, Outcome.UNCHANGED);
            case SKIP -> tally.put(entry.externalId, Outcome.SKIPPED);
            case UPDATE -> {
                waiting.add(new Arrival(entry, ticket));
                rows += ImportPlan.rows(ticket);
                if (rows >= pace.rows()) {
                    flush();
                }
            }
        }
    }

    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Arrival> slice = List.copyOf(waiting);
        waiting.clear();
        rows = 0;
        List<TicketUpdate.Result> results = context.slice(act -> pace.timed(() -> new Slice(act).store(slice)));
        for (TicketUpdate.Result result : results) {
            tally.put(result.externalId(), result.changed() ? Outcome.UPDATED : Outcome.UNCHANGED);
            result.problems().forEach(tally::problem);
            if (result.opening() != null) {
                tally.open(result.opening());
            }
        }
    }

    /** Counts the entries that need no second reading of the file. */
    void countOthers() {
        context.plan().entries().values().stream()
                .filter(entry -> !delivered.contains(entry.externalId))
                .forEach(entry -> {
                    if (entry.action == Action.NONE) {
                        tally.put(entry.externalId, Outcome.UNCHANGED);
                    } else if (entry.action == Action.SKIP) {
                        tally.put(entry.externalId, Outcome.SKIPPED);
                    }
                });
    }

    /** The work of one transaction, which may run more than once. Reads its tickets by a handful of queries. */
    private final class Slice {
        private final Act act;
        private final Map<Id<Ticket>, Ticket> tickets = new HashMap<>();
        private final Map<Id<Ticket>, List<Task>> tasks = new HashMap<>();
        private final Map<Id<Ticket>, List<Comment>> comments = new HashMap<>();
        private final Map<String, Alias> aliases = new HashMap<>();
        private final Map<Id<Ticket>, List<Alias>> children = new HashMap<>();
        private final Set<TicketLink> links = new HashSet<>();
        private final Set<Id<?>> claimed = new HashSet<>();

        Slice(Act act) {
            this.act = act;
        }

        List<TicketUpdate.Result> store(List<Arrival> slice) {
            load(slice.stream()
                    .map(arrival -> Objects.requireNonNull(arrival.entry().id))
                    .toList());
            List<TicketUpdate.Result> results = new ArrayList<>();
            for (Arrival arrival : slice) {
                Id<Ticket> id = Objects.requireNonNull(arrival.entry().id);
                Ticket ticket = tickets.get(id);
                if (ticket != null) {
                    results.add(new TicketUpdate(
                                    context,
                                    act,
                                    arrival,
                                    ticket,
                                    aliases.get(arrival.entry().externalId),
                                    claimed,
                                    links)
                            .store(
                                    tasks.getOrDefault(id, List.of()),
                                    comments.getOrDefault(id, List.of()),
                                    children.getOrDefault(id, List.of())));
                }
            }
            return results;
        }

        private void load(List<Id<Ticket>> ids) {
            ImportStores stores = context.stores();
            stores.work().tickets().findAll(ids).forEach(ticket -> tickets.put(ticket.id(), ticket));
            tasks.putAll(
                    stores.work().tasks().findByTickets(ids).stream().collect(Collectors.groupingBy(Task::ticketId)));
            comments.putAll(stores.work().comments().findByTickets(ids).stream()
                    .collect(Collectors.groupingBy(Comment::ticketId)));
            links.addAll(stores.work().links().findTouching(ids));
            loadAliases(ids);
            loadClaims(ids);
        }

        /** Loads the aliases of this source, and those that earlier versions stored for the format without a seen state. */
        private void loadAliases(List<Id<Ticket>> ids) {
            context.stores().aliases().findByTickets(ids).forEach((ticket, some) -> {
                for (Alias alias : some) {
                    boolean old = alias.seen() == null
                            && alias.source().equals(context.request().format());
                    if (!old && !alias.source().equals(context.source())) {
                        continue;
                    }
                    if (alias.kind() == AliasKind.TICKET) {
                        aliases.put(alias.externalId(), alias);
                    } else {
                        children.computeIfAbsent(ticket, _ -> new ArrayList<>()).add(alias);
                    }
                }
            });
        }

        private void loadClaims(List<Id<Ticket>> ids) {
            List<Subject> subjects = new ArrayList<>();
            ids.forEach(id -> subjects.add(new Subject.OfTicket(id)));
            tasks.values().forEach(some -> some.forEach(task -> subjects.add(new Subject.OfTask(task.id()))));
            Function<QueueItem, Id<?>> subject = item -> switch (item.subject()) {
                case Subject.OfTicket(var id) -> id;
                case Subject.OfTask(var id) -> id;
            };
            context.stores().items().findLive(subjects).stream()
                    .filter(item -> item.status() == ItemStatus.CLAIMED)
                    .forEach(item -> claimed.add(subject.apply(item)));
        }
    }
}
