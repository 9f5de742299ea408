package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportPlan.Action;
import dev.cairn.application.interchange.ImportPlan.Entry;
import dev.cairn.application.interchange.ImportTally.Outcome;
import dev.cairn.application.work.Act;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.interchange.Seen;
import dev.cairn.domain.interchange.Staging;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketLink;
import dev.cairn.domain.ticket.TicketStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores the tickets of a file that are new here, and then their links; the tickets stay hidden until the end unless
 * all is one transaction.
 */
final class NewTickets implements Consumer<Imported> {
    private final ImportContext context;
    private final ImportTally tally;
    private final Stagings stagings;
    private final @Nullable Staging staging;
    private final Pace pace;
    private final int firstFree;
    private final Set<Integer> numbers = new HashSet<>();
    private final Set<String> delivered = new HashSet<>();
    private final List<Arrival> waiting = new ArrayList<>();
    private final Set<Id<Ticket>> stored = new HashSet<>();
    private final Map<Id<Ticket>, Id<Ticket>> orphans = new LinkedHashMap<>();
    private int rows;

    private record Arrival(Entry entry, ImportedTicket ticket) {}

    private record Wanted(Entry entry, ImportGraph.Ref ref) {
        TicketLink link() {
            return ref.link();
        }
    }

    /** @param staging under which new tickets are hidden; null when nobody sees them before the end anyway */
    NewTickets(ImportContext context, ImportTally tally, Stagings stagings, @Nullable Staging staging, Pace pace) {
        this.context = context;
        this.tally = tally;
        this.stagings = stagings;
        this.staging = staging;
        this.pace = pace;
        this.firstFree = context.slice(_ -> reserved(context));
    }

    /** Reserves the free numbers up to the file's highest, and returns the first; tickets created meanwhile get other ones. */
    private static int reserved(ImportContext context) {
        int next =
                context.stores().projects().nextTicketNumber(context.project().id());
        if (context.plan().highestNumber() >= next) {
            context.stores()
                    .projects()
                    .reserveTicketNumber(context.project().id(), context.plan().highestNumber());
        }
        return next;
    }

    @Override
    public void accept(Imported read) {
        if (read instanceof ImportedTicket ticket) {
            add(ticket);
        }
    }

    private void add(ImportedTicket ticket) {
        Entry entry = Objects.requireNonNull(context.plan().entries().get(ticket.externalId()));
        if (entry.action != Action.CREATE || !delivered.add(ticket.externalId())) {
            return;
        }
        waiting.add(new Arrival(entry, ticket));
        rows += ImportPlan.rows(ticket);
        if (rows >= pace.rows()) {
            flush();
        }
    }

    /** Stores the last slice, and the links between tickets. */
    void finish() {
        flush();
        pace.slices(
                List.copyOf(orphans.keySet()),
                some -> context.slice(act -> pace.timed(() -> {
                    Map<Id<Ticket>, Id<Ticket>> parents = new HashMap<>();
                    some.forEach(child -> parents.put(child, Objects.requireNonNull(orphans.get(child))));
                    context.stores().work().tickets().adopt(parents);
                    beat(act);
                    return some;
                })));
        Map<Boolean, List<Wanted>> links = links().collect(Collectors.partitioningBy(this::isAmongNew));
        pace.slices(
                Objects.requireNonNull(links.get(true)),
                some -> context.slice(act -> pace.timed(() -> {
                    context.stores()
                            .work()
                            .links()
                            .insertAll(some.stream().map(Wanted::link).toList());
                    beat(act);
                    return some;
                })));
        // Last those to tickets that others can link, too: only they can close a circle now, and the last of it is
        // looked at.
        pace.slices(
                Objects.requireNonNull(links.get(false)),
                some -> context.slice(act -> pace.timed(() -> {
                            List<Wanted> circular =
                                    some.stream().filter(each -> !linked(each)).toList();
                            beat(act);
                            return circular;
                        }))
                        .forEach(each -> tally.problem(ImportGraph.circle(each.entry().place, each.ref()))));
    }

    private Stream<Wanted> links() {
        return context.plan().entries().values().stream()
                .filter(entry -> entry.action == Action.CREATE)
                .flatMap(entry -> context.graph().refs(entry).stream().map(ref -> new Wanted(entry, ref)));
    }

    private boolean isAmongNew(Wanted wanted) {
        return stored.contains(wanted.link().fromId())
                && stored.contains(wanted.link().toId());
    }

    /** Stores the link, or remembers that it waits for the next import because it would close a circle. */
    private boolean linked(Wanted wanted) {
        ImportStores stores = context.stores();
        if (!ImportGraph.closesCircle(stores, wanted.link())) {
            stores.work().links().insertAll(List.of(wanted.link()));
            return true;
        }
        stores.aliases()
                .updateAll(stores
                        .aliases()
                        .findAll(context.project().id(), context.source(), List.of(wanted.entry().externalId))
                        .stream()
                        .map(alias -> alias.with(
                                alias.source(),
                                Objects.requireNonNull(alias.seen())
                                        .without(wanted.ref().text())))
                        .toList());
        return false;
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Arrival> slice = List.copyOf(waiting);
        waiting.clear();
        rows = 0;
        Stored result = context.slice(act -> pace.timed(() -> new Slice(act).store(slice)));
        stored.addAll(result.tickets());
        orphans.putAll(result.orphans());
        numbers.addAll(result.numbers());
        result.problems().forEach(tally::problem);
        slice.forEach(arrival -> tally.put(arrival.entry().externalId, Outcome.CREATED));
    }

    private static Id<Ticket> id(Arrival arrival) {
        return Objects.requireNonNull(arrival.entry().id);
    }

    private void beat(Act act) {
        if (staging != null) {
            stagings.beat(act, staging);
        }
    }

    private record Stored(
            Set<Id<Ticket>> tickets,
            Map<Id<Ticket>, Id<Ticket>> orphans,
            Set<Integer> numbers,
            List<ImportProblem> problems) {}

    /** The work of one transaction, which may run more than once. */
    private final class Slice {
        private final Act act;
        private final List<Ticket> tickets = new ArrayList<>();
        private final List<Task> tasks = new ArrayList<>();
        private final List<Comment> comments = new ArrayList<>();
        private final List<Alias> aliases = new ArrayList<>();
        private final Stored result =
                new Stored(new HashSet<>(), new LinkedHashMap<>(), new HashSet<>(), new ArrayList<>());

        Slice(Act act) {
            this.act = act;
        }

        Stored store(List<Arrival> slice) {
            List<Integer> given = numbers(slice);
            for (int i = 0; i < slice.size(); i++) {
                add(slice.get(i), given.get(i));
            }
            ImportStores stores = context.stores();
            stores.work().tickets().insertAll(tickets);
            stores.work().tasks().insertAll(tasks);
            stores.work().comments().insertAll(comments);
            stores.aliases().insertAll(free(aliases));
            if (staging == null) {
                tickets.forEach(ticket -> ImportRun.recordCreated(
                        act, context.project(), ticket.id(), ticket.key().toString()));
            }
            beat(act);
            return result;
        }

        /** Returns the wanted numbers that were never given out, and new ones for the rest. */
        private List<Integer> numbers(List<Arrival> slice) {
            List<@Nullable Integer> wanted = new ArrayList<>();
            for (Arrival arrival : slice) {
                Integer number = arrival.ticket().number();
                boolean free = number != null
                        && number >= firstFree
                        && !numbers.contains(number)
                        && result.numbers().add(number);
                wanted.add(free ? number : null);
            }
            int missing = (int) wanted.stream().filter(Objects::isNull).count();
            int next = missing == 0
                    ? 0
                    : context.stores()
                            .projects()
                            .takeTicketNumbers(context.project().id(), missing);
            List<Integer> given = new ArrayList<>();
            for (Integer number : wanted) {
                given.add(number == null ? next++ : number);
            }
            return given;
        }

        private void add(Arrival arrival, int number) {
            Id<Ticket> id = id(arrival);
            ImportedTicket imported = arrival.ticket();
            TicketMerge merge = new TicketMerge(context, imported, null, true);
            Ticket blank = new Ticket(
                    id,
                    context.project().id(),
                    new TicketKey(context.project().key(), number),
                    TicketContent.titled(imported.content().title()).withParentId(parent(arrival.entry())),
                    TicketStatus.OPEN,
                    null,
                    null,
                    TicketMerge.lifecycle(imported, act.now()));
            Ticket ticket = merge.fresh(blank, act.now());
            tickets.add(hidden(ticket));
            result.tickets().add(id);
            ChildMerge children = new ChildMerge(context, act, imported, id, List.of(), List.of(), List.of(), Set.of());
            children.merge(null);
            tasks.addAll(children.newTasks());
            comments.addAll(children.newComments());
            result.problems().addAll(children.problems());
            if (merge.unknownAssignee() != null) {
                result.problems()
                        .add(new ImportProblem(
                                imported.place(),
                                "unknown_assignee",
                                "No member is called %s: the ticket has no assignee"
                                        .formatted(merge.unknownAssignee())));
            }
            aliases.add(new Alias(
                    act.newId(),
                    context.project().id(),
                    context.source(),
                    imported.externalId(),
                    AliasKind.TICKET,
                    id,
                    seen(arrival, merge, children)));
            imported.aliases()
                    .forEach(foreign -> aliases.add(new Alias(
                            act.newId(),
                            context.project().id(),
                            foreign.source(),
                            foreign.externalId(),
                            AliasKind.TICKET,
                            id,
                            foreign.seen())));
            aliases.addAll(children.newAliases());
        }

        private Seen seen(Arrival arrival, TicketMerge merge, ChildMerge children) {
            Entry entry = arrival.entry();
            return new Seen(
                    context.graph().complete(entry) && !children.deferred() ? entry.hash : null,
                    arrival.ticket().content().title(),
                    arrival.ticket().createdAt(),
                    arrival.ticket().updatedAt(),
                    merge.fields().fields(),
                    merge.labels(),
                    ChangedTickets.refs(context.graph(), entry),
                    List.of(),
                    children.children());
        }

        /** Returns the parent; null when it is stored later, and then adopts the child at the end. */
        private @Nullable Id<Ticket> parent(Entry entry) {
            Id<Ticket> parent = context.graph().parent(entry);
            if (parent == null) {
                return null;
            }
            Entry above = entry.parent == null ? null : context.plan().entries().get(entry.parent);
            boolean later = above != null
                    && above.action == Action.CREATE
                    && !stored.contains(parent)
                    && !result.tickets().contains(parent);
            if (later) {
                result.orphans().put(Objects.requireNonNull(entry.id), parent);
            }
            return later ? null : parent;
        }

        private Ticket hidden(Ticket ticket) {
            if (staging == null) {
                return ticket;
            }
            boolean open = ticket.status() == TicketStatus.OPEN;
            Lifecycle life = ticket.lifecycle();
            Id<Deletion> mark = open ? staging.open() : staging.other();
            return ticket.withStatus(open ? TicketStatus.BLOCKED : ticket.status())
                    .withLifecycle(life.withDeletedAt(act.now()).withDeletionId(mark));
        }

        /**
         * Returns the aliases whose ids are free; an id of another tracker that names something here already stays with
         * that.
         *
         * @throws Conflict {@code import_running} when another import has brought a ticket of this file meanwhile
         */
        private List<Alias> free(List<Alias> all) {
            Map<String, List<Alias>> bySource =
                    all.stream().collect(Collectors.groupingBy(Alias::source, LinkedHashMap::new, Collectors.toList()));
            List<Alias> free = new ArrayList<>();
            bySource.forEach((source, some) -> {
                List<Alias> here = context.stores()
                        .aliases()
                        .findAll(
                                context.project().id(),
                                source,
                                some.stream().map(Alias::externalId).toList());
                if (source.equals(context.source()) && here.stream().anyMatch(this::broughtByOthers)) {
                    throw new Conflict(
                            ErrorCode.IMPORT_RUNNING,
                            "Another import has brought tickets of the same file into %s meanwhile: send it again"
                                    .formatted(context.project().key()));
                }
                Set<String> taken = here.stream().map(Alias::externalId).collect(Collectors.toCollection(HashSet::new));
                some.stream().filter(alias -> taken.add(alias.externalId())).forEach(free::add);
            });
            return free;
        }

        /** Whether another import brought the thing of this alias; the plan found no ticket with its id. */
        private boolean broughtByOthers(Alias alias) {
            Id<Ticket> ticket = new Id<>(alias.subjectId().value());
            Entry entry = context.plan().entries().get(alias.externalId());
            return alias.kind() == AliasKind.TICKET
                    && entry != null
                    && entry.action == Action.CREATE
                    && !stored.contains(ticket);
        }
    }
}
