package dev.cairn.http.wire;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.TicketRef;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriBuilder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of one list request, and writes its page. */
public final class Query {
    public static final String TOTAL = "total";
    private static final int DIGITS_MAX = 9;

    private final HttpRequest<?> request;

    public Query(HttpRequest<?> request) {
        this.request = request;
    }

    public @Nullable String text(String name, int max) {
        return Text.optional(name, raw(name), max);
    }

    public int limit() {
        return number("limit", PageRequest.LIMIT_DEFAULT);
    }

    public @Nullable String cursor() {
        return raw("cursor");
    }

    /** Comma means or; absent means any. */
    public <E extends Enum<E>> List<E> values(String name, Class<E> type) {
        String raw = raw(name);
        return raw == null
                ? List.of()
                : Arrays.stream(raw.split(",", -1))
                        .map(text -> constant(name, type, text))
                        .distinct()
                        .toList();
    }

    public <T> @Nullable Id<T> id(String name) {
        String raw = raw(name);
        return raw == null ? null : Id.parse(raw);
    }

    public @Nullable TicketRef ticket(String name) {
        String raw = raw(name);
        return raw == null ? null : TicketRef.parse(raw);
    }

    public boolean flag(String name) {
        String raw = raw(name);
        if (raw == null || raw.equals("false")) {
            return false;
        }
        if (raw.equals("true")) {
            return true;
        }
        throw Invalid.of(ErrorCode.UNKNOWN_VALUE, name, name + " must be true or false");
    }

    /** {@code archived=false} (the default), {@code true} or {@code any}. */
    public Archived archived() {
        String raw = raw("archived");
        if (raw == null) {
            return Archived.NO;
        }
        return switch (raw) {
            case "false" -> Archived.NO;
            case "true" -> Archived.YES;
            case "any" -> Archived.ANY;
            default -> throw Invalid.of(ErrorCode.UNKNOWN_VALUE, "archived", "archived must be true, false or any");
        };
    }

    public Includes includes(Set<String> allowed) {
        return Includes.parse(raw("include"), allowed);
    }

    public PageRequest page(Set<String> sorts, Sort standard) {
        return page(sorts, standard, false);
    }

    public PageRequest page(Set<String> sorts, Sort standard, boolean total) {
        String sort = raw("sort");
        return new PageRequest(limit(), cursor(), sort == null ? standard : Sort.parse(sort, sorts), total);
    }

    /** The page as a body, with a link to the next one that keeps all parameters. */
    public Reply reply(Page<?> page) {
        return reply(page.items(), page.nextCursor(), page.total());
    }

    public Reply reply(List<?> items, @Nullable String nextCursor, @Nullable Long total) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", items);
        body.put("nextCursor", nextCursor);
        if (total != null) {
            body.put(TOTAL, total);
        }
        Map<String, String> headers =
                nextCursor == null ? Map.of() : Map.of("Link", "<%s>; rel=\"next\"".formatted(next(nextCursor)));
        return new Reply(200, headers, body, true);
    }

    private String next(String cursor) {
        return UriBuilder.of(request.getUri())
                .replaceQueryParam("cursor", cursor)
                .build()
                .toString();
    }

    private int number(String name, int standard) {
        Integer number = optionalNumber(name);
        return number == null ? standard : number;
    }

    public @Nullable Integer optionalNumber(String name) {
        String raw = raw(name);
        return raw == null ? null : Integer.valueOf(whole(name, raw));
    }

    /** A number of few digits, without a sign. */
    public static int whole(String name, String text) {
        if (text.isEmpty() || text.length() > DIGITS_MAX || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Invalid.of(ErrorCode.FORMAT, name, name + " must be a whole number");
        }
        return Integer.parseInt(text);
    }

    /** An enum constant by its wire name. */
    public static <E extends Enum<E>> E constant(String name, Class<E> type, String text) {
        try {
            return WireTypes.constant(type, text);
        } catch (Invalid invalid) {
            throw Invalid.of(invalid.code(), name, invalid.reason());
        }
    }

    private @Nullable String raw(String name) {
        return request.getParameters().get(name);
    }
}
