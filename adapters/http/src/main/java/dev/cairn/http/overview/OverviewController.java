package dev.cairn.http.overview;

import dev.cairn.application.overview.OverviewService;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.Query;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The projects with the most tickets at a glance (R23): no further pages. */
@Controller(HttpSettings.BASE + "/overviews")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OverviewController {
    private final Api api;
    private final OverviewService overviews;

    OverviewController(Api api, OverviewService overviews) {
        this.api = api;
        this.overviews = overviews;
    }

    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request, @QueryValue @Nullable String limit) {
        Query query = new Query(request);
        return api.answer(request, query.reply(overviews.busiest(api.caller(), query.limit()), null, null));
    }
}
