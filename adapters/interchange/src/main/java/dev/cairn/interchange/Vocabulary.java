package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that trackers, and people who write their files by hand, have for a status and for a priority. */
final class Vocabulary {
    private static final String DEFERRED = "deferred";

    private static final Map<String, Standing> STANDINGS = standings();
    private static final Map<String, Priority> PRIORITIES = priorities();

    /**
     * The meaning of a word for a status.
     *
     * @param label what the status alone would not say
     */
    record Standing(TicketStatus status, @Nullable String label) {}

    private Vocabulary() {}

    /**
     * The status of an entry; absent is open. A word that is not known is work that nobody may begin (I6): it is kept as
     * blocked, with a label and a problem. Words that the tracker itself does not write stay in the rest.
     *
     * @param own the words of the tracker itself, as it writes them
     */
    static Standing status(Source entry, Set<String> own) {
        JsonNode raw = entry.rest().get("status");
        String word = entry.peek("status");
        if (raw == null || (word == null && !raw.isContainerNode())) {
            entry.rest().remove("status");
            return new Standing(TicketStatus.OPEN, null);
        }
        Standing known = word == null || !raw.isTextual() ? null : standing(word);
        if (known == null) {
            entry.unknown("status", raw);
            return new Standing(TicketStatus.BLOCKED, "status:" + (word == null ? "unknown" : word));
        }
        if (own.contains(word)) {
            entry.rest().remove("status");
        }
        return known;
    }

    /** The same, its label added to those of the entry. */
    static TicketStatus status(Source entry, Set<String> own, List<String> labels) {
        Standing standing = status(entry, own);
        Stream.ofNullable(standing.label()).forEach(labels::add);
        return standing.status();
    }

    /** Null for a word that is not known: whether such work may be begun is not known either. */
    static @Nullable Standing standing(String word) {
        return STANDINGS.get(key(word));
    }

    /** The priority of an entry; absent is normal. What is not known is reported, and stays in the rest. */
    static Priority priority(Source entry) {
        String word = entry.peek("priority");
        Priority known = word == null ? Priority.NORMAL : priority(word);
        if (known == null) {
            entry.unknown("priority", entry.rest().path("priority"));
            return Priority.NORMAL;
        }
        entry.rest().remove("priority");
        return known;
    }

    /** Returns the type; an unknown one, which teams may define, stays in the rest. */
    static TicketType type(Source entry) {
        String word = entry.peek("type");
        for (TicketType type : TicketType.values()) {
            if (word != null && key(word).equals(key(type.name()))) {
                entry.rest().remove("type");
                return type;
            }
        }
        return TicketType.TASK;
    }

    /** Returns the priority that a word means; null for an unknown word. */
    static @Nullable Priority priority(String word) {
        return PRIORITIES.get(key(word));
    }

    /** Words are the same whatever their case, and whether they are parted by a hyphen, a blank or an underscore. */
    static String key(String word) {
        return word.toLowerCase(Locale.ROOT)
                .replace('_', '-')
                .replace(' ', '-')
                .replace("'", "")
                .replace("’", "");
    }

    private static Map<String, Standing> standings() {
        Map<String, Standing> all = new HashMap<>();
        add(all, TicketStatus.OPEN, null, List.of("open", "pending", "todo", "to-do", "not-started", "reopened"));
        add(
                all,
                TicketStatus.IN_PROGRESS,
                null,
                List.of("in-progress", "inprogress", "doing", "started", "active", "working", "wip"));
        add(all, TicketStatus.IN_PROGRESS, "hooked", List.of("hooked"));
        add(all, TicketStatus.REVIEW, null, List.of("review", "in-review", "reviewing", "needs-review", "code-review"));
        add(all, TicketStatus.BLOCKED, null, List.of("blocked", "on-hold", "paused"));
        add(all, TicketStatus.BLOCKED, DEFERRED, List.of(DEFERRED, "postponed", "snoozed"));
        add(all, TicketStatus.BLOCKED, "pinned", List.of("pinned"));
        add(
                all,
                TicketStatus.COMPLETED,
                null,
                List.of(
                        "closed",
                        "done",
                        "completed",
                        "complete",
                        "finished",
                        "resolved",
                        "fixed",
                        "merged",
                        "shipped"));
        add(
                all,
                TicketStatus.CLOSED,
                null,
                List.of(
                        "cancelled",
                        "canceled",
                        "wontfix",
                        "wont-fix",
                        "wont-do",
                        "abandoned",
                        "rejected",
                        "obsolete",
                        "invalid",
                        "duplicate",
                        "dropped",
                        "discarded",
                        "superseded"));
        return Map.copyOf(all);
    }

    private static void add(
            Map<String, Standing> all, TicketStatus status, @Nullable String label, List<String> words) {
        words.forEach(word -> all.put(word, new Standing(status, label)));
    }

    private static Map<String, Priority> priorities() {
        Map<String, Priority> all = new HashMap<>();
        List.of("critical", "urgent", "highest", "blocker").forEach(word -> all.put(word, Priority.URGENT));
        List.of("high").forEach(word -> all.put(word, Priority.HIGH));
        List.of("medium", "normal", "moderate").forEach(word -> all.put(word, Priority.NORMAL));
        List.of("low", "lowest", "minor", "trivial").forEach(word -> all.put(word, Priority.LOW));
        return Map.copyOf(all);
    }
}
