package dev.cairn.http.activity;

import dev.cairn.application.activity.ActivityService;
import dev.cairn.application.activity.RetentionService;
import dev.cairn.application.project.ProjectService;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.Retention;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.BodyObject;
import dev.cairn.http.wire.Query;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
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
    private final RetentionService retention;
    private final ProjectService projects;

    ActivityController(Api api, ActivityService activity, RetentionService retention, ProjectService projects) {
        this.api = api;
        this.activity = activity;
        this.retention = retention;
        this.projects = projects;
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
        ActivityFilter filter = new ActivityFilter(
                project == null
                        ? null
                        : projects.get(api.caller(), ProjectRef.parse(project)).id(),
                query.id("actor"),
                query.id("subject"),
                types(types));
        return api.answer(request, query.reply(activity.list(api.caller(), filter, page)));
    }

    @Get("/retention")
    HttpResponse<byte[]> retention(HttpRequest<?> request) {
        return api.answer(request, Reply.ok(retention.get(api.caller())));
    }

    /** {@code {"days": null}} keeps the log for ever. */
    @Put("/retention")
    HttpResponse<byte[]> changeRetention(HttpRequest<byte[]> request) {
        BodyObject object = api.body(request);
        if (!object.has("days")) {
            throw Invalid.of(ErrorCode.REQUIRED, "days", "days is required; null keeps the log for ever");
        }
        Retention wanted = new Retention(object.take("days", Integer.class));
        object.end();
        return api.answer(request, Reply.ok(retention.change(api.caller(), wanted)));
    }

    private static List<String> types(@Nullable String text) {
        List<String> types = text == null ? List.of() : Arrays.asList(text.split(",", -1));
        if (types.size() > TYPES_MAX || !types.stream().allMatch(type -> type.matches("[a-z_]{1,40}\\.[a-z_]{1,40}"))) {
            throw Invalid.of(ErrorCode.FORMAT, "types", "types takes names like ticket.created, separated by commas");
        }
        return types;
    }
}
