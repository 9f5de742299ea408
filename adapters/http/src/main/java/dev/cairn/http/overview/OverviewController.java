package dev.cairn.http.overview;

import dev.cairn.application.overview.OverviewService;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.overview.ProjectOverview;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Within;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;

/** The projects with the most tickets at a glance (R23): no further pages. */
@Routes(HttpSettings.BASE + "/overviews")
record OverviewController(OverviewService overviews) {
    /** The number of projects shown. */
    @Introspected
    record Wanted(
            @Within(min = 1, max = PageRequest.LIMIT_MAX, absent = PageRequest.LIMIT_DEFAULT)
            int limit) {}

    @Get
    ListBody<ProjectOverview> list(Caller caller, @RequestBean Wanted wanted) {
        return ListBody.whole(overviews.busiest(caller, wanted.limit()));
    }
}
