package dev.cairn.http.queue;

import dev.cairn.application.queue.ClaimService;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.ClaimFilter;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.user.UserNames;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.Query;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** Who holds what, or held it (Q24). */
@Controller(HttpSettings.BASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClaimListController {
    private final Api api;
    private final ClaimService claims;
    private final UserNames users;

    ClaimListController(Api api, ClaimService claims, UserNames users) {
        this.api = api;
        this.claims = claims;
        this.users = users;
    }

    /** @param ended {@code false}, the default, those that last; {@code true} those that are over; {@code any} */
    @Get(uris = {"/claims", "/projects/{p}/claims"})
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            @PathVariable @Nullable String p,
            @QueryValue @Nullable String ended,
            @QueryValue @Nullable String queue,
            @QueryValue @Nullable String user,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        ClaimFilter filter = new ClaimFilter(
                null,
                query.id("queue"),
                null,
                user == null ? null : users.id(user),
                "any".equals(ended) ? null : query.flag("ended"));
        var page = claims.list(
                api.caller(),
                p == null ? null : ProjectRef.parse(p),
                filter,
                query.page(ClaimRepository.SORTS, ClaimRepository.NEWEST));
        return api.answer(request, query.reply(page.map(ListedClaim::of)));
    }

    @Get("/queue-items/{i}/claims")
    HttpResponse<byte[]> history(
            HttpRequest<?> request,
            String i,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        var page = query.page(ClaimRepository.SORTS, ClaimRepository.NEWEST);
        return api.answer(
                request,
                query.reply(claims.history(api.caller(), Id.parse(i), page).map(ListedClaim::of)));
    }
}
