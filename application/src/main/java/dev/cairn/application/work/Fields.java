package dev.cairn.application.work;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.ticket.TicketContent;
import org.jspecify.annotations.Nullable;

/** Checks on the fields of partial updates (R10). */
public final class Fields {
    private Fields() {}

    /** @throws Invalid {@code null_not_allowed} when the field is given as null */
    public static void notNull(String field, Change<?> change) {
        if (change instanceof Change.To<?>(Object value) && value == null) {
            throw Invalid.of(ErrorCode.NULL_NOT_ALLOWED, field, field + " cannot be null");
        }
    }

    /** A place in an order, where null means behind all that have one. */
    public static long position(Change<@Nullable Long> change, long current) {
        Long position = change.over(current);
        return position == null ? TicketContent.POSITION_LAST : position;
    }

    /** @throws Invalid {@code required} when the field of a create is absent */
    public static <T extends @Nullable Object> T required(String field, Change<T> change) {
        return switch (change) {
            case Change.To<T>(T value) -> value;
            case Change.Keep<T> _ -> throw Invalid.of(ErrorCode.REQUIRED, field, field + " is required");
        };
    }
}
