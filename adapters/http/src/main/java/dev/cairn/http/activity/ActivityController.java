package dev.cairn.http.activity;

import dev.cairn.application.activity.ActivityService;
import dev.cairn.application.activity.Followed;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.Query;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log of everything that happened, newest first; or what happened after an entry, to follow it. */
@Controller(HttpSettings.BASE + "/activity")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ActivityController {
    private static final int TYPES_MAX = 50;
    /** Of the greatest integer that all readers of JSON take. */
    private static final int SEQ_DIGITS_MAX = 16;

    private final Api api;
    private final ActivityService activity;

    ActivityController(Api api, ActivityService activity) {
        this.api = api;
        this.activity = activity;
    }

    @Get
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            @QueryValue @Nullable String project,
            @QueryValue @Nullable String actor,
            @QueryValue @Nullable String subject,
            @QueryValue @Nullable String types,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable String after) {
        Query query = new Query(request);
        ProjectRef ref = project == null ? null : ProjectRef.parse(project);
        ActivityFilter filter = new ActivityFilter(null, query.id("actor"), query.id("subject"), types(types));
        if (after != null) {
            if (sort != null || cursor != null) {
                throw Invalid.of(
                        ErrorCode.INVALID, "after", "after follows the log in its order: leave sort and cursor out");
            }
            int entries =
                    query.page(ActivityLog.SORTS, ActivityLog.NEWEST_FIRST).limit();
            return api.answer(request, followed(activity.follow(api.caller(), ref, filter, number(after), entries)));
        }
        var page = query.page(ActivityLog.SORTS, ActivityLog.NEWEST_FIRST);
        return api.answer(request, query.reply(activity.list(api.caller(), ref, filter, page)));
    }

    /** {@code after} says where to go on; there may be more at once when the page is full. */
    private static Reply followed(Followed followed) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", followed.entries());
        body.put("after", followed.after());
        return new Reply(200, Map.of(), body, true);
    }

    private static long number(String text) {
        if (text.isEmpty() || text.length() > SEQ_DIGITS_MAX || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Invalid.of(ErrorCode.FORMAT, "after", "after is the seq of an entry, or 0 to begin with the first");
        }
        return Long.parseLong(text);
    }

    private static List<String> types(@Nullable String text) {
        List<String> types = text == null ? List.of() : Arrays.asList(text.split(",", -1));
        if (types.size() > TYPES_MAX || !types.stream().allMatch(type -> type.matches("[a-z_]{1,40}\\.[a-z_]{1,40}"))) {
            throw Invalid.of(ErrorCode.FORMAT, "types", "types takes names like ticket.created, separated by commas");
        }
        return types;
    }
}
