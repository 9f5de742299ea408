package dev.cairn.application.ticket;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.Sha256;
import dev.cairn.domain.ticket.LinkedTicket;
import dev.cairn.domain.ticket.Ticket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages through the links of one ticket, which have no id of their own: a cursor holds the place of the last one seen. */
final class LinkCursor {
    private static final int HASH_DIGITS = 16;

    private LinkCursor() {}

    /** @throws Invalid {@code malformed_cursor} when it is of another list */
    static Page<LinkedTicket> page(Id<Ticket> ticket, List<LinkedTicket> links, int limit, @Nullable String cursor) {
        String list = Sha256.of(ticket.toString()).substring(0, HASH_DIGITS) + " ";
        String seen = cursor == null ? "" : decoded(list, cursor);
        List<LinkedTicket> rest = links.stream()
                .filter(link -> place(link).compareTo(seen) > 0)
                .sorted(Comparator.comparing(LinkCursor::place))
                .toList();
        if (rest.size() <= limit) {
            return new Page<>(rest, null, null);
        }
        List<LinkedTicket> items = rest.subList(0, limit);
        return new Page<>(items, encoded(list + place(items.getLast())), null);
    }

    /** Sorts as its parts do, since a blank comes before whatever they hold. */
    private static String place(LinkedTicket link) {
        return "%s %s %s".formatted(link.kind(), link.fromKey(), link.toKey());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String list, String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(list)) {
                return text.substring(list.length());
            }
        } catch (IllegalArgumentException _) {
            // It is refused as one of another list is.
        }
        throw Invalid.of(
                ErrorCode.MALFORMED_CURSOR,
                "cursor",
                "The cursor does not belong to this list: start at its first page");
    }
}
