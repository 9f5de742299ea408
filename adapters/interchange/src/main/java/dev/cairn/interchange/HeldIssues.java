package dev.cairn.interchange;

import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.interchange.Problems.Code;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Delivers the issues of a file in their order. An open issue whose blocker is an open piece of beads' machinery, such
 * as a gate, is delivered as blocked: that blocker is archived here, and nobody waits for what is archived (I4, I7). An
 * issue is held back while a blocker of it has not been seen.
 */
final class HeldIssues {
    /** Beyond this many, or this size, the first goes out although a blocker of it has not been seen. */
    static final int HELD_MAX = 10_000;

    static final long HELD_MAX_CHARACTERS = 50_000_000;

    private static final String GATED = "gated";

    private final Consumer<Imported> sink;
    private final Problems problems;
    private final Queue<ImportedTicket> waiting = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> gates = new HashSet<>();
    private long characters;

    HeldIssues(Consumer<Imported> sink, Problems problems) {
        this.sink = sink;
        this.problems = problems;
    }

    /** Records the id; returns whether no earlier issue has it. */
    boolean isNew(String id) {
        return seen.add(id);
    }

    void add(ImportedTicket issue) {
        if (issue.archivedAt() != null && !issue.status().finished()) {
            gates.add(issue.externalId());
        }
        waiting.add(issue);
        characters += characters(issue);
        while (!waiting.isEmpty() && blockers(waiting.element()).allMatch(seen::contains)) {
            deliver();
        }
        while (waiting.size() > HELD_MAX || characters > HELD_MAX_CHARACTERS) {
            deliver();
        }
    }

    void end() {
        while (!waiting.isEmpty()) {
            deliver();
        }
    }

    private void deliver() {
        ImportedTicket issue = waiting.remove();
        characters -= characters(issue);
        String gate = blockers(issue).filter(gates::contains).findFirst().orElse(null);
        if (gate == null) {
            sink.accept(issue);
            return;
        }
        problems.report(
                issue.place(),
                Code.NOT_CARRIED_OVER,
                "It waits for %s, which is archived here: it is blocked, with the label %s"
                        .formatted(Text.excerpt(gate), GATED));
        sink.accept(issue.blocked(GATED));
    }

    /** Returns the ids that block an open, unarchived issue; none for others, where blockers do not matter. */
    private static Stream<String> blockers(ImportedTicket issue) {
        return issue.status() != TicketStatus.OPEN || issue.archivedAt() != null
                ? Stream.of()
                : issue.links().stream()
                        .filter(link -> link.kind() == LinkKind.BLOCKS && !link.outgoing())
                        .map(ImportedLink::other);
    }

    private static long characters(ImportedTicket issue) {
        return issue.content().overview().length()
                + issue.content().metadata().text().length()
                + issue.comments().stream()
                        .mapToLong(comment -> comment.content().length())
                        .sum();
    }
}
