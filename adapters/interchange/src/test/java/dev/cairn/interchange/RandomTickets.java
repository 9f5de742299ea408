package dev.cairn.interchange;

import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tickets of all shapes, the same for the same seed. */
final class RandomTickets {
    /** The end of the day before the last: what has happened lies before it. */
    private static final long LATEST_MILLIS = 253_402_214_399_999L;

    private static final List<String> METADATA = List.of(
            "{}",
            "{\"a\":1.50,\"b\":[null,true,-7],\"c\":{\"d\":\"é😀\"}}",
            "{\"nul\":\"\\u005cu0000\"}",
            "{\"big\":123456789012345678901234567890,\"e\":1E+30,\"q\":\"\\\"\\\\\\n\"}");
    private static final String ALPHABET = "aZ9 \"\\/\n\t\u0001é\u2028中\uFFFD";

    private final Random random;
    private int ids;

    RandomTickets(long seed) {
        random = new Random(seed);
    }

    ImportedTicket ticket(String place) {
        String id = "T" + ids++;
        return new ImportedTicket(
                place,
                id,
                maybe(() -> TicketKey.NUMBER_WANTED_MAX - ids),
                any(TicketType.values()),
                text(),
                random.nextBoolean() ? "" : text(),
                any(TicketStatus.values()),
                any(Priority.values()),
                some(this::text),
                some(this::text),
                maybe(() -> random.nextInt(TicketContent.MINUTES_MAX)),
                maybe(this::time),
                random.nextLong(TicketContent.POSITION_LAST + 1),
                new Json(METADATA.get(random.nextInt(METADATA.size()))),
                maybe(this::time),
                maybe(this::time),
                maybe(this::time),
                maybe(this::time),
                maybe(this::time),
                maybe(this::text),
                some(() -> task(place, id)),
                some(() -> comment(id)),
                some(() -> new ImportedLink(place, any(LinkKind.values()), random.nextBoolean(), text())));
    }

    private ImportedTask task(String place, String ticket) {
        return new ImportedTask(
                place,
                ticket + "." + ids++,
                text(),
                maybe(this::text),
                any(TaskStatus.values()),
                some(this::text),
                maybe(() -> random.nextInt(100)),
                some(this::text));
    }

    private ImportedComment comment(String ticket) {
        return new ImportedComment(ticket + "#" + ids++, text(), text(), maybe(this::time), maybe(this::time));
    }

    private String text() {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.append(random.nextBoolean() ? "😀" : "y").toString();
    }

    private Instant time() {
        return Instant.ofEpochMilli(random.nextLong(LATEST_MILLIS + 1));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> some(Supplier<T> value) {
        return Stream.generate(value).limit(random.nextInt(4)).toList();
    }
}
