package dev.cairn.http.overview;

import dev.cairn.application.overview.OverviewService;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.overview.ProjectOverview;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Routes;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import org.jspecify.annotations.Nullable;

/** The projects with the most tickets at a glance (R23): no further pages. */
@Routes(HttpSettings.BASE + "/overviews")
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
