package dev.cairn.http.search;

import dev.cairn.application.search.SearchService;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Longest;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Within;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Full-text search (R35): the best hits, no further pages. */
@Routes(HttpSettings.BASE + "/search")
record SearchController(SearchService search) {
    @Introspected
    record Wanted(
            @Longest(SearchQuery.TEXT_MAX) @Nullable String q,
            List<SearchKind> kind,
            @Nullable ProjectRef project,

            @Within(min = 1, max = SearchQuery.LIMIT_MAX, absent = PageRequest.LIMIT_DEFAULT)
            int limit) {}

    @Get
    ListBody<SearchHit> search(Caller caller, @RequestBean Wanted wanted) {
        if (wanted.q() == null) {
            throw Invalid.of(ErrorCode.REQUIRED, "q", "q is required");
        }
        return ListBody.whole(search.search(caller, wanted.q(), wanted.kind(), wanted.project(), wanted.limit()));
    }
}
