package dev.cairn.application.interchange;

import dev.cairn.domain.interchange.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only Cairn's own format says of a ticket (I8).
 *
 * @param assignee by name
 * @param aliases the ids it had in trackers before
 * @param children of tasks and comments, by their external ids
 */
public record TicketExtras(@Nullable String assignee, List<ForeignId> aliases, Map<String, ChildExtras> children) {
    public static final TicketExtras NONE = new TicketExtras(null, List.of(), Map.of());

    /** An id in another tracker, and what its last import saw. */
    public record ForeignId(
            String source, String externalId, @Nullable Seen seen) {}

    /** What only Cairn's own format says of a task or a comment. */
    public record ChildExtras(
            @Nullable String assignee,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt,
            List<ForeignId> aliases) {
        public static final ChildExtras NONE = new ChildExtras(null, null, null, List.of());

        public ChildExtras {
            aliases = List.copyOf(aliases);
        }
    }

    public TicketExtras {
        aliases = List.copyOf(aliases);
        children = Map.copyOf(children);
    }

    ChildExtras of(String externalId) {
        return children.getOrDefault(externalId, ChildExtras.NONE);
    }
}
