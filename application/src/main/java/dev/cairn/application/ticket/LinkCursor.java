package dev.cairn.application.ticket;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.ticket.LinkedTicket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages through the links of one ticket, which have no id of their own: a cursor names the last one seen. */
final class LinkCursor {
    private LinkCursor() {}

    /** @throws Invalid {@code malformed_cursor} when it names none of the links */
    static Page<LinkedTicket> page(List<LinkedTicket> links, int limit, @Nullable String cursor) {
        int from = cursor == null ? 0 : after(links, cursor);
        int to = Math.min(from + limit, links.size());
        return new Page<>(links.subList(from, to), to < links.size() ? cursor(links.get(to - 1)) : null, null);
    }

    private static int after(List<LinkedTicket> links, String cursor) {
        for (int i = 0; i < links.size(); i++) {
            if (cursor(links.get(i)).equals(cursor)) {
                return i + 1;
            }
        }
        throw Invalid.of(ErrorCode.MALFORMED_CURSOR, "cursor", "The cursor is not of this list, or its link is gone");
    }

    private static String cursor(LinkedTicket link) {
        String text = "%s %s %s".formatted(link.kind(), link.fromId(), link.toId());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
