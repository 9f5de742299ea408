package dev.cairn.http.activity;

import dev.cairn.application.activity.ActivityService;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.Query;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of everything that happened, newest first. */
@Controller(HttpSettings.BASE + "/activity")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ActivityController {
    private static final int TYPES_MAX = 50;

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
            @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        var page = query.page(ActivityLog.SORTS, ActivityLog.NEWEST_FIRST);
        ProjectRef ref = project == null ? null : ProjectRef.parse(project);
        ActivityFilter filter = new ActivityFilter(null, query.id("actor"), query.id("subject"), types(types));
        return api.answer(request, query.reply(activity.list(api.caller(), ref, filter, page)));
    }

    private static List<String> types(@Nullable String text) {
        List<String> types = text == null ? List.of() : Arrays.asList(text.split(",", -1));
        if (types.size() > TYPES_MAX || !types.stream().allMatch(type -> type.matches("[a-z_]{1,40}\\.[a-z_]{1,40}"))) {
            throw Invalid.of(ErrorCode.FORMAT, "types", "types takes names like ticket.created, separated by commas");
        }
        return types;
    }
}
