package dev.cairn.interchange;

import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.interchange.Problems.Code;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the tickets of a tag in their order, holding one back while a task it depends on has not been seen: whether
 * a dependency points nowhere is known only then.
 */
final class HeldTickets {
    /** Beyond this many, the first goes out with its links unchecked; the importer finds the dangling ones. */
    static final int HELD_MAX = 10_000;
    /** The total characters beyond which the first goes out too, so that long tickets cannot fill the memory. */
    static final long HELD_MAX_CHARACTERS = 50_000_000;

    private final String tag;
    private final Consumer<Imported> sink;
    private final Problems problems;
    private final Queue<Held> waiting = new ArrayDeque<>();
    private final Map<String, String> externalIds = new HashMap<>();
    private long characters;

    /**
     * A ticket whose links are not settled yet.
     *
     * @param id its own within the tag
     * @param dependencies ids within the tag
     * @param characters its size in memory, about
     */
    record Held(String id, List<String> dependencies, int characters, ImportedTicket ticket) {}

    HeldTickets(String tag, Consumer<Imported> sink, Problems problems) {
        this.tag = tag;
        this.sink = sink;
        this.problems = problems;
    }

    void add(Held held) {
        externalIds.put(held.id(), held.ticket().externalId());
        waiting.add(held);
        characters += held.characters();
        while (!waiting.isEmpty()
                && waiting.element().dependencies().stream().allMatch(other -> ticketOf(other) != null)) {
            deliver(waiting.remove(), false);
        }
        while (waiting.size() > HELD_MAX || characters > HELD_MAX_CHARACTERS) {
            deliver(waiting.remove(), false);
        }
    }

    void end() {
        while (!waiting.isEmpty()) {
            deliver(waiting.remove(), true);
        }
    }

    private void deliver(Held held, boolean all) {
        characters -= held.characters();
        Set<ImportedLink> links = new LinkedHashSet<>();
        for (String dependency : held.dependencies()) {
            String found = ticketOf(dependency);
            String ticket = found == null && !all ? dependency : found;
            if (ticket == null) {
                report(held, Code.DANGLING, dependency, "is not a task of this tag");
            } else if (ticket.equals(held.id())) {
                report(held, Code.CYCLE, dependency, "is a subtask of its own: a ticket ends with its tasks");
            } else {
                if (!ticket.equals(dependency)) {
                    report(
                            held,
                            Code.NOT_CARRIED_OVER,
                            dependency,
                            "is a subtask: it waits for all of the ticket " + ticket);
                }
                String other = externalIds.getOrDefault(ticket, TaskMasterTicket.externalId(tag, ticket));
                links.add(new ImportedLink(held.ticket().place(), LinkKind.BLOCKS, false, other));
            }
        }
        sink.accept(held.ticket().withLinks(List.copyOf(links)));
    }

    /** The task with this id, or the one whose subtask it names, of those that have been seen; null when there is none. */
    private @Nullable String ticketOf(String id) {
        String ticket = id;
        while (!externalIds.containsKey(ticket)) {
            int dot = ticket.lastIndexOf('.');
            if (dot < 0) {
                return null;
            }
            ticket = ticket.substring(0, dot);
        }
        return ticket;
    }

    private void report(Held held, Code code, String dependency, String why) {
        problems.report(
                held.ticket().place(),
                code,
                Problems.oneLine("Depends on %s, which %s".formatted(Text.excerpt(dependency), why)));
    }
}
