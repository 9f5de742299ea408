package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportPlan.Action;
import dev.cairn.application.interchange.ImportPlan.Entry;
import dev.cairn.application.interchange.ImportTally.Opening;
import dev.cairn.application.work.Act;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.interchange.Staging;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stores a file that was read once and found valid (I4): a small one in one transaction, a large one in slices, between
 * which others write. First come new tickets, hidden until they and their links are complete; then changed tickets;
 * last the tickets that are open again, blockers before the tickets that wait for them.
 */
record ImportRun(ImportContext context, Reading file, Stagings stagings) {
    /** The most rows of a file that is stored in one transaction. */
    private static final int UNIT_ROWS_MAX = 120;

    private static final int UNIT_BYTES_MAX = 100_000;

    static void recordCreated(Act act, Project project, Id<Ticket> ticket, String key) {
        act.record(ActivityType.TICKET_CREATED, project.id(), ticket).with("key", key);
    }

    ImportReport run() throws IOException {
        boolean unit = context.plan().rows() <= UNIT_ROWS_MAX && file.size() <= UNIT_BYTES_MAX;
        try {
            return unit ? context.slice(_ -> stored(null)) : sliced();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private ImportReport sliced() {
        boolean creates = context.plan().entries().values().stream().anyMatch(entry -> entry.action == Action.CREATE);
        Staging staging =
                creates ? stagings.begin(context.caller(), context.project().id()) : null;
        boolean done = false;
        try {
            ImportReport report = stored(staging);
            done = true;
            return report;
        } finally {
            if (!done && staging != null) {
                stagings.abandon(context.caller(), staging);
            }
        }
    }

    private ImportReport stored(@Nullable Staging staging) {
        ImportTally tally = new ImportTally();
        Pace pace = new Pace();
        NewTickets created = new NewTickets(context, tally, stagings, staging, pace);
        read(created);
        created.finish();
        if (staging != null) {
            stagings.show(context, staging);
        }
        ChangedTickets changed = new ChangedTickets(context, tally, pace);
        boolean again = context.plan().hasParts()
                || context.plan().entries().values().stream().anyMatch(entry -> entry.action == Action.UPDATE);
        if (again) {
            OtherParts parts = new OtherParts(context, tally, changed);
            read(parts);
            parts.finish();
        }
        changed.countOthers();
        tombstones(tally);
        open(tally, pace);
        ImportReport report = tally.report(context.plan());
        if (tally.hasChanged()) {
            context.slice(act -> recorded(act, report));
        }
        return report;
    }

    private void read(Consumer<Imported> sink) {
        try {
            file.read(sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reports tickets that the file marks as deleted and that were imported before; with {@code prune}, deletes them (I5). */
    private void tombstones(ImportTally tally) {
        List<Alias> known = context.work()
                .read(() -> context.stores()
                        .aliases()
                        .findAll(
                                context.project().id(),
                                context.source(),
                                context.plan().skipped()));
        for (Alias alias : known) {
            if (alias.kind() == AliasKind.TICKET) {
                ImportProblem problem = context.slice(act -> tombstone(act, alias));
                if (problem == null) {
                    continue;
                }
                if (context.request().prune()) {
                    tally.changed();
                } else {
                    tally.problem(problem);
                }
            }
        }
    }

    private @Nullable ImportProblem tombstone(Act act, Alias alias) {
        Ticket ticket = context.stores()
                .work()
                .tickets()
                .find(new Id<>(alias.subjectId().value()))
                .orElse(null);
        if (ticket == null) {
            return null;
        }
        if (context.request().prune()) {
            context.moves().delete(act, ticket);
        }
        return new ImportProblem(
                alias.externalId(),
                "tombstone",
                "%s was deleted in the file: %s was left here; prune removes it"
                        .formatted(alias.externalId(), ticket.key()));
    }

    private void open(ImportTally tally, Pace pace) {
        if (tally.openings().isEmpty()) {
            return;
        }
        Map<Id<Ticket>, Integer> ranks = context.graph().ranks();
        List<Opening> openings = new ArrayList<>(tally.openings());
        openings.sort(Comparator.comparing(opening -> ranks.getOrDefault(opening.ticket(), 0)));
        pace.slices(
                openings,
                some -> context.slice(act -> {
                    for (Opening opening : some) {
                        Ticket ticket = context.stores()
                                .work()
                                .tickets()
                                .find(opening.ticket())
                                .orElse(null);
                        if (ticket != null && ticket.lifecycle().version() == opening.version()) {
                            context.moves().store(act, ticket, ticket.enter(TicketStatus.OPEN, act.now()));
                        }
                    }
                    return some;
                }));
    }

    private ImportReport recorded(Act act, ImportReport report) {
        act.record(
                        ActivityType.PROJECT_IMPORTED,
                        context.project().id(),
                        context.project().id())
                .with("format", context.request().format())
                .with("source", SourceChoice.name(context.source()))
                .with("created", report.created())
                .with("updated", report.updated())
                .with("unchanged", report.unchanged())
                .with("skipped", report.skipped())
                .with("problems", report.problems().size());
        return report;
    }

    /** Finds the tickets of the file's entries here, and decides the action for each. */
    static void decide(
            ImportStores stores,
            Project project,
            String source,
            ImportRequest request,
            SourceChoice choice,
            ImportPlan plan) {
        new Decision(stores, project, source, request, choice, plan).run();
    }

    /** Matches the entries of a file with tickets. */
    private record Decision(
            ImportStores stores,
            Project project,
            String source,
            ImportRequest request,
            SourceChoice choice,
            ImportPlan plan) {
        private static final int CHUNK = 1_000;

        void run() {
            List<Entry> all = List.copyOf(plan.entries().values());
            for (int from = 0; from < all.size(); from += CHUNK) {
                chunk(all.subList(from, Math.min(all.size(), from + CHUNK)));
            }
        }

        private void chunk(List<Entry> entries) {
            Map<String, Alias> known = new java.util.HashMap<>();
            List<String> ids = entries.stream().map(entry -> entry.externalId).toList();
            if (!source.equals(request.format())) {
                stores.aliases().findAll(project.id(), request.format(), ids).stream()
                        .filter(alias -> alias.seen() == null)
                        .forEach(alias -> known.put(alias.externalId(), alias));
            }
            stores.aliases().findAll(project.id(), source, ids).forEach(alias -> known.put(alias.externalId(), alias));
            List<Id<Ticket>> candidates = new ArrayList<>();
            for (Entry entry : entries) {
                Alias alias = known.get(entry.externalId);
                if (alias != null) {
                    candidates.add(new Id<>(alias.subjectId().value()));
                } else if (Id.isId(entry.externalId)) {
                    candidates.add(Id.parse(entry.externalId));
                }
            }
            Map<Id<Ticket>, Ticket> here = new java.util.HashMap<>();
            stores.work().tickets().findAll(candidates).stream()
                    .filter(ticket -> ticket.projectId().equals(project.id()))
                    .forEach(ticket -> here.put(ticket.id(), ticket));
            requireShown(candidates.stream().filter(id -> !here.containsKey(id)).toList());
            entries.forEach(entry -> decide(entry, known.get(entry.externalId), here));
        }

        /** Checks that no missing ticket is one that a running import still hides, rather than one that was deleted here. */
        private void requireShown(List<Id<Ticket>> missing) {
            if (stores.stagings().hides(missing)) {
                throw new Conflict(
                        ErrorCode.IMPORT_RUNNING,
                        "Another import of the same file into %s is running, or has just died, and then is undone within minutes"
                                .formatted(project.key()));
            }
        }

        private void decide(Entry entry, @Nullable Alias alias, Map<Id<Ticket>, Ticket> here) {
            Id<Ticket> id = alias != null
                    ? new Id<>(alias.subjectId().value())
                    : Id.isId(entry.externalId) && here.containsKey(Id.<Ticket>parse(entry.externalId))
                            ? Id.parse(entry.externalId)
                            : null;
            entry.id = id;
            if (id == null) {
                entry.action = Action.CREATE;
            } else if (!here.containsKey(id) || (alias != null && alias.kind() != AliasKind.TICKET)) {
                entry.action = Action.SKIP;
            } else if (alias != null && choice.foreign(entry, alias)) {
                entry.action = Action.SKIP;
                plan.problem(new ImportProblem(
                        entry.place,
                        "other_source",
                        "%s names another thing here, created at another time: left out. Import it with a source of its own (source=, --source)"
                                .formatted(entry.externalId)));
            } else {
                boolean same = alias != null
                        && alias.seen() != null
                        && entry.hash.equals(alias.seen().hash())
                        && (!request.prune() || alias.seen().left().isEmpty());
                entry.action = same ? Action.NONE : Action.UPDATE;
            }
        }
    }
}
