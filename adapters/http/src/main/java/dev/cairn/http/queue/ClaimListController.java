package dev.cairn.http.queue;

import dev.cairn.application.queue.ClaimService;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.ClaimFilter;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Parameters;
import dev.cairn.http.door.Routes;
import dev.cairn.http.user.UserNames;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.RequestBean;
import org.jspecify.annotations.Nullable;

/** The routes of claims, live and ended (Q24). */
@Routes(HttpSettings.BASE)
record ClaimListController(ClaimService claims, QueueNames queues, UserNames users) {
    /**
     * Which claims are listed.
     *
     * @param ended {@code false}, the default, those that last; {@code true} those that are over; {@code any}
     */
    @Introspected
    record Wanted(
            @Nullable String queue,
            @Nullable String user,
            @Nullable String ended,
            Paging paging) {
        @Nullable
        Boolean over() {
            return "any".equals(ended) ? null : ended != null && Parameters.flag("ended", ended);
        }
    }

    @Get(uris = {"/claims", "/projects/{project}/claims"})
    ListBody<ListedClaim> list(Caller caller, @PathVariable @Nullable ProjectRef project, @RequestBean Wanted wanted) {
        var user = users.asked(caller, wanted.user(), "user");
        var queue = queues.asked(caller, project, wanted.queue());
        var filter = new ClaimFilter(null, queue, null, user, wanted.over());
        var page = wanted.paging().by(ClaimRepository.SORTS, ClaimRepository.NEWEST);
        return ListBody.of(claims.list(caller, project, filter, page), ListedClaim::of);
    }

    @Get("/queue-items/{item}/claims")
    ListBody<ListedClaim> history(Caller caller, Id<QueueItem> item, @RequestBean Paging paging) {
        var page = paging.by(ClaimRepository.SORTS, ClaimRepository.NEWEST);
        return ListBody.of(claims.history(caller, item, page), ListedClaim::of);
    }
}
