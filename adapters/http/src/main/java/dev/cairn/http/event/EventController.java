package dev.cairn.http.event;

import dev.cairn.application.event.EventRequest;
import dev.cairn.application.event.EventService;
import dev.cairn.application.event.EventStream;
import dev.cairn.application.event.Polled;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Called;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Within;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of events: a stream of server-sent events, and a long poll (E1–E10). */
@Routes(HttpSettings.BASE + "/events")
record EventController(EventService events, EventConnections connections) {
    private static final int TYPES_MAX = 50;
    /** The digits of the greatest integer that all readers of JSON take. */
    private static final int SEQ_DIGITS_MAX = 16;

    /** The types of events, and the number to begin behind. */
    @Introspected
    record Wanted(
            @Nullable ProjectRef project,
            @Nullable String types,
            @Nullable String after) {
        EventRequest since(@Nullable String lastEventId) {
            Long number = lastEventId == null ? number("after", after) : number("Last-Event-ID", lastEventId);
            return new EventRequest(project, EventController.types(types), number);
        }
    }

    /** The query of a poll: {@link Wanted}, and the seconds to wait. */
    @Introspected
    record Asked(
            Wanted wanted,

            @Called("wait") @Within(min = 0, max = EventService.WAIT_SECONDS_MAX, absent = 0)
            int seconds) {}

    /** A browser that comes back names the last number it has seen in the header, which then counts. */
    @Get
    @Produces(MediaType.TEXT_EVENT_STREAM)
    HttpResponse<EventFlow> followEvents(
            HttpRequest<?> request,
            Caller caller,
            @RequestBean Wanted wanted,
            @Header("Last-Event-ID") @Nullable String lastEventId) {
        EventStream stream = events.open(caller, wanted.since(lastEventId));
        if (request.getMethod() == HttpMethod.HEAD) {
            stream.close();
            return HttpResponse.<EventFlow>ok().contentType(MediaType.TEXT_EVENT_STREAM_TYPE);
        }
        return HttpResponse.<EventFlow>ok(connections.body(stream))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header("X-Accel-Buffering", "no");
    }

    @Get("/poll")
    Polled pollEvents(Caller caller, @RequestBean Asked asked) {
        Duration wait = Duration.ofSeconds(asked.seconds());
        return events.poll(caller, asked.wanted().since(null), wait);
    }

    private static @Nullable Long number(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.isEmpty() || text.length() > SEQ_DIGITS_MAX || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Invalid.of(ErrorCode.FORMAT, name, name + " is the number of an event, or 0 to begin with the first");
        }
        return Long.valueOf(text);
    }

    private static List<String> types(@Nullable String text) {
        List<String> types = text == null ? List.of() : Arrays.asList(text.split(",", -1));
        if (types.size() > TYPES_MAX || !types.stream().allMatch(type -> type.matches("[a-z_]{1,40}\\.[a-z_]{1,40}"))) {
            throw Invalid.of(ErrorCode.FORMAT, "types", "types takes names like ticket.created, separated by commas");
        }
        return types;
    }
}
