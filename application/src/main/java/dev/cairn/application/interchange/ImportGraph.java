package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportPlan.Action;
import dev.cairn.application.interchange.ImportPlan.Entry;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The links and parents of a file, resolved and without cycles (R30): checked once over the whole graph, in time linear
 * in the sizes of file and project, not by a search for each link (I4).
 */
final class ImportGraph {
    private final ImportPlan plan;
    private final Map<String, Id<Ticket>> others;
    private final Map<String, List<Ref>> refs = new HashMap<>();
    private final Map<String, @Nullable Id<Ticket>> parents = new HashMap<>();
    private final Set<String> incomplete = new HashSet<>();
    private final Set<TicketLink> wanted = new HashSet<>();
    private final Acyclic blocks = new Acyclic();

    /** A link of an entry, as the file writes it and as it is stored. */
    record Ref(String text, TicketLink link) {}

    private record Candidate(Entry entry, ImportedLink named, TicketLink link) {}

    private ImportGraph(ImportPlan plan, Map<String, Id<Ticket>> others) {
        this.plan = plan;
        this.others = others;
    }

    /** @param source of ids that are not in the file but were imported before */
    static ImportGraph of(ImportStores stores, Id<Project> project, String source, ImportPlan plan) {
        ImportGraph graph = new ImportGraph(plan, others(stores, project, source, plan));
        graph.resolveLinks(stores.work().links().findByProject(project, LinkKind.BLOCKS));
        graph.resolveParents(stores.work().tickets().parents(project));
        return graph;
    }

    static String text(ImportedLink link) {
        return Wire.of(link.kind()) + (link.outgoing() ? ">" : "<") + link.other();
    }

    /** Whether the link would close a circle with what others have linked since the file was looked at. */
    static boolean closesCircle(ImportStores stores, TicketLink link) {
        return link.kind() == LinkKind.BLOCKS && stores.work().links().blocksTransitively(link.toId(), link.fromId());
    }

    static ImportProblem circle(String place, Ref ref) {
        return new ImportProblem(place, "cycle", "The link %s closes a circle".formatted(ref.text()));
    }

    static String parentText(String parent) {
        return "parent>" + parent;
    }

    /** Returns the links of an entry that can be stored. */
    List<Ref> refs(Entry entry) {
        return refs.getOrDefault(entry.externalId, List.of());
    }

    /** Returns the file's parent of an entry; null when it has none, or none that is possible. */
    @Nullable
    Id<Ticket> parent(Entry entry) {
        return parents.get(entry.externalId);
    }

    /** Whether all references of the entry were found. */
    boolean complete(Entry entry) {
        return !incomplete.contains(entry.externalId);
    }

    /** Whether any entry of the file has this link. */
    boolean wants(TicketLink link) {
        return wanted.contains(link) || (link.kind().symmetric() && wanted.contains(link.reversed()));
    }

    /** Returns a rank for each ticket; blockers have smaller ranks than the tickets that wait for them. */
    Map<Id<Ticket>, Integer> ranks() {
        return blocks.ranks();
    }

    private static Map<String, Id<Ticket>> others(
            ImportStores stores, Id<Project> project, String source, ImportPlan plan) {
        Set<String> missing = new LinkedHashSet<>();
        for (Entry entry : plan.entries().values()) {
            entry.links.forEach(link -> missing.add(link.other()));
            if (entry.parent != null) {
                missing.add(entry.parent);
            }
        }
        missing.removeAll(plan.entries().keySet());
        missing.removeAll(plan.skipped());
        Map<String, Id<Ticket>> others = new HashMap<>();
        for (Alias alias : stores.aliases().findAll(project, source, missing)) {
            if (alias.kind() == AliasKind.TICKET) {
                others.put(alias.externalId(), new Id<>(alias.subjectId().value()));
            }
        }
        Set<Id<Ticket>> live = new HashSet<>();
        stores.work().tickets().findAll(others.values()).forEach(ticket -> live.add(ticket.id()));
        others.values().retainAll(live);
        return others;
    }

    private void resolveLinks(List<TicketLink> stored) {
        stored.forEach(link -> blocks.keep(link.fromId(), link.toId()));
        Map<TicketLink, Candidate> candidates = new LinkedHashMap<>();
        List<Candidate> all = new ArrayList<>();
        for (Entry entry : plan.entries().values()) {
            for (ImportedLink named : entry.links) {
                Candidate candidate = candidate(entry, named);
                if (candidate != null) {
                    all.add(candidate);
                    candidates.putIfAbsent(candidate.link(), candidate);
                }
            }
        }
        for (Candidate candidate : candidates.values()) {
            if (candidate.link().kind() == LinkKind.BLOCKS) {
                blocks.add(candidate.link().fromId(), candidate.link().toId());
            }
        }
        blocks.settle();
        for (Candidate candidate : all) {
            accept(candidate);
        }
    }

    private @Nullable Candidate candidate(Entry entry, ImportedLink named) {
        Id<Ticket> other = resolve(entry, named.place(), named.other());
        if (entry.id == null || entry.action == Action.SKIP || other == null) {
            return null;
        }
        if (other.equals(entry.id)) {
            circle(entry, named);
            return null;
        }
        Id<Ticket> from = named.outgoing() ? entry.id : other;
        Id<Ticket> to = named.outgoing() ? other : entry.id;
        return new Candidate(entry, named, new TicketLink(from, to, named.kind()));
    }

    private void accept(Candidate candidate) {
        TicketLink link = candidate.link();
        if (link.kind() == LinkKind.BLOCKS && !blocks.accepted(link.fromId(), link.toId())) {
            circle(candidate.entry(), candidate.named());
            return;
        }
        if (!wants(link)) {
            wanted.add(link);
        }
        refs.computeIfAbsent(candidate.entry().externalId, _ -> new ArrayList<>())
                .add(new Ref(text(candidate.named()), link));
    }

    private void circle(Entry entry, ImportedLink named) {
        incomplete.add(entry.externalId);
        plan.problem(
                new ImportProblem(named.place(), "cycle", "The link to %s closes a circle".formatted(named.other())));
    }

    /**
     * Replaces stored parents by those of the file; of a cycle, the entry that comes last in the file keeps its stored
     * parent.
     */
    private void resolveParents(Map<Id<Ticket>, Id<Ticket>> stored) {
        Map<Id<Ticket>, Id<Ticket>> above = new HashMap<>(stored);
        Map<Id<Ticket>, Entry> children = new LinkedHashMap<>();
        for (Entry entry : plan.entries().values()) {
            Id<Ticket> parent = entry.parent == null ? null : resolve(entry, entry.place, entry.parent);
            if (parent != null && entry.id != null && entry.action != Action.SKIP) {
                if (entry.action != Action.NONE) {
                    above.put(entry.id, parent);
                }
                children.put(entry.id, entry);
                parents.put(entry.externalId, parent);
            }
        }
        for (Id<Ticket> member : circles(above, stored, children)) {
            Entry entry = Objects.requireNonNull(children.get(member));
            incomplete.add(entry.externalId);
            parents.remove(entry.externalId);
            plan.problem(new ImportProblem(
                    entry.place, "cycle", "The parent %s is below its own child".formatted(entry.parent)));
        }
    }

    /** Returns, of each cycle of parents, the member that comes last in the file; it keeps its stored parent. */
    private static List<Id<Ticket>> circles(
            Map<Id<Ticket>, Id<Ticket>> above, Map<Id<Ticket>, Id<Ticket>> stored, Map<Id<Ticket>, Entry> children) {
        Map<Id<Ticket>, Integer> places = new HashMap<>();
        children.keySet().forEach(id -> places.put(id, places.size()));
        List<Id<Ticket>> cut = new ArrayList<>();
        Set<Id<Ticket>> done = new HashSet<>();
        Deque<Id<Ticket>> open = new ArrayDeque<>(children.keySet());
        while (!open.isEmpty()) {
            List<Id<Ticket>> circle = walk(open.pop(), above, done);
            Id<Ticket> last = circle.stream()
                    .filter(places::containsKey)
                    .max(Comparator.comparing(places::get))
                    .orElse(null);
            if (last != null) {
                cut.add(last);
                places.remove(last);
                done.removeAll(circle);
                if (stored.containsKey(last)) {
                    above.put(last, stored.get(last));
                } else {
                    above.remove(last);
                }
                open.push(last);
            }
        }
        return cut;
    }

    /** Returns the cycle that the path to the ancestors ends in; empty when it ends at a root. */
    private static List<Id<Ticket>> walk(Id<Ticket> start, Map<Id<Ticket>, Id<Ticket>> above, Set<Id<Ticket>> done) {
        List<Id<Ticket>> path = new ArrayList<>();
        Map<Id<Ticket>, Integer> onPath = new HashMap<>();
        Id<Ticket> at = start;
        while (at != null && !done.contains(at) && onPath.putIfAbsent(at, path.size()) == null) {
            path.add(at);
            at = above.get(at);
        }
        done.addAll(path);
        Integer from = at == null ? null : onPath.get(at);
        return from == null ? List.of() : path.subList(from, path.size());
    }

    private @Nullable Id<Ticket> resolve(Entry entry, String place, String externalId) {
        Entry other = plan.entries().get(externalId);
        boolean left =
                other != null ? other.action == Action.SKIP : plan.skipped().contains(externalId);
        Id<Ticket> id = left ? null : other != null ? other.id : others.get(externalId);
        if (id == null) {
            incomplete.add(entry.externalId);
            plan.problem(new ImportProblem(
                    place,
                    left ? "skipped_target" : "dangling",
                    left
                            ? "It refers to %s, which was skipped".formatted(externalId)
                            : "It refers to %s, which is not in the file".formatted(externalId)));
        }
        return id;
    }
}
