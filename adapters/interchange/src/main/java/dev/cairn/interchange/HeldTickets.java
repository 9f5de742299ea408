package dev.cairn.interchange;

import dev.cairn.application.interchange.ImportSink;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.interchange.Problems.Code;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;

/**
 * Delivers the tickets of a tag in their order, holding one back while a task it depends on has not been seen: whether
 * a dependency points nowhere is known only then.
 */
final class HeldTickets {
    /** Beyond this many, the first goes out with its links unchecked; the importer finds the dangling ones. */
    static final int HELD_MAX = 10_000;

    private final String tag;
    private final ImportSink sink;
    private final Problems problems;
    private final Queue<Held> waiting = new ArrayDeque<>();
    private final Set<String> ids = new HashSet<>();

    /**
     * A ticket whose links are not settled yet.
     *
     * @param id its own within the tag
     * @param dependencies ids within the tag
     */
    record Held(
            String place, String id, List<String> dependencies, Function<List<ImportedLink>, ImportedTicket> ticket) {}

    HeldTickets(String tag, ImportSink sink, Problems problems) {
        this.tag = tag;
        this.sink = sink;
        this.problems = problems;
    }

    void add(Held held) {
        ids.add(held.id());
        waiting.add(held);
        while (!waiting.isEmpty() && ids.containsAll(waiting.element().dependencies())) {
            deliver(waiting.remove(), false);
        }
        if (waiting.size() > HELD_MAX) {
            deliver(waiting.remove(), false);
        }
    }

    void end() {
        while (!waiting.isEmpty()) {
            deliver(waiting.remove(), true);
        }
    }

    private void deliver(Held held, boolean checked) {
        List<ImportedLink> links = new ArrayList<>();
        for (String dependency : held.dependencies()) {
            if (!checked || ids.contains(dependency)) {
                links.add(new ImportedLink(held.place(), LinkKind.BLOCKS, false, tag + "/" + dependency));
            } else {
                problems.report(held.place(), Code.DANGLING, message(dependency));
            }
        }
        sink.ticket(held.ticket().apply(links));
    }

    private static String message(String dependency) {
        return Problems.oneLine(
                dependency.contains(".")
                        ? "Depends on %s, which names a subtask: a ticket waits for tickets only".formatted(dependency)
                        : "Depends on %s, which is not a task of this tag".formatted(dependency));
    }
}
