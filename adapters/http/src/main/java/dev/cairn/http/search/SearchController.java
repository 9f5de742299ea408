package dev.cairn.http.search;

import dev.cairn.application.search.SearchService;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.search.SearchQuery;
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
import org.jspecify.annotations.Nullable;

/** Full-text search (R35): the best hits, no further pages. */
@Controller(HttpSettings.BASE + "/search")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchController {
    private final Api api;
    private final SearchService search;

    SearchController(Api api, SearchService search) {
        this.api = api;
        this.search = search;
    }

    @Get
    HttpResponse<byte[]> search(
            HttpRequest<?> request,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String kind,
            @QueryValue @Nullable String project,
            @QueryValue @Nullable String limit) {
        Query query = new Query(request);
        String text = query.text("q", SearchQuery.TEXT_MAX);
        if (text == null) {
            throw Invalid.of(ErrorCode.REQUIRED, "q", "q is required");
        }
        ProjectRef ref = project == null ? null : ProjectRef.parse(project);
        return api.answer(
                request,
                query.reply(
                        search.search(api.caller(), text, query.values("kind", SearchKind.class), ref, query.limit()),
                        null,
                        null));
    }
}
