package dev.cairn.interchange;

import dev.cairn.application.interchange.ImportedTicket;
import dev.cairn.application.interchange.ImportedTicket.ForeignId;
import dev.cairn.application.interchange.ImportedTicket.ImportedComment;
import dev.cairn.application.interchange.ImportedTicket.ImportedLink;
import dev.cairn.application.interchange.ImportedTicket.ImportedTask;
import dev.cairn.domain.interchange.Seen;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
                content(),
                any(TicketStatus.values()),
                maybe(this::time),
                maybe(this::time),
                maybe(this::time),
                maybe(this::time),
                maybe(this::time),
                maybe(this::text),
                maybe(this::text),
                some(this::alias),
                some(() -> task(place, id)),
                some(() -> comment(id)),
                some(() -> new ImportedLink(place, any(LinkKind.values()), random.nextBoolean(), text())));
    }

    private TicketContent content() {
        return TicketContent.titled(text())
                .with(ticket -> ticket.type(any(TicketType.values()))
                        .overview(random.nextBoolean() ? "" : text())
                        .priority(any(Priority.values()))
                        .labels(some(this::text))
                        .acceptanceCriteria(some(this::text))
                        .estimatedMinutes(maybe(() -> random.nextInt(TicketContent.MINUTES_MAX)))
                        .dueAt(maybe(this::time))
                        .position(random.nextLong(TicketContent.POSITION_LAST + 1))
                        .metadata(new Json(METADATA.get(random.nextInt(METADATA.size())))));
    }

    private ForeignId alias() {
        return new ForeignId(text(), text(), maybe(() -> Seen.of(Map.of(text(), text()), some(this::text))));
    }

    private ImportedTask task(String place, String ticket) {
        TaskContent content = TaskContent.of(text())
                .withDescription(maybe(this::text))
                .withLabels(some(this::text))
                .withEstimatedMinutes(maybe(() -> random.nextInt(100)));
        return new ImportedTask(
                place,
                ticket + "." + ids++,
                content,
                any(TaskStatus.values()),
                some(this::text),
                maybe(this::text),
                maybe(this::time),
                maybe(this::time),
                some(this::alias));
    }

    private ImportedComment comment(String ticket) {
        return new ImportedComment(
                ticket + "#" + ids++, text(), text(), maybe(this::time), maybe(this::time), some(this::alias));
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
