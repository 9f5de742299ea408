package dev.cairn.http.overview;

import dev.cairn.application.overview.OverviewService;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.overview.ProjectOverview;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.ListBody;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** The projects with the most tickets at a glance (R23): no further pages. */
@Controller(HttpSettings.BASE + "/overviews")
@ExecuteOn(TaskExecutors.BLOCKING)
record OverviewController(OverviewService overviews) {
    /** The number of projects shown. */
    @Introspected
    record Wanted(@Nullable Integer limit) {}

    @Get
    ListBody<ProjectOverview> list(Caller caller, @RequestBean Wanted wanted) {
        int limit = wanted.limit() == null ? PageRequest.LIMIT_DEFAULT : wanted.limit();
        return ListBody.whole(overviews.busiest(caller, limit));
    }
}
