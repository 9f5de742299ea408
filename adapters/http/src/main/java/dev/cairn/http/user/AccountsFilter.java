package dev.cairn.http.user;

import dev.cairn.domain.error.Conflict;
import dev.cairn.http.problem.Problems;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import org.jspecify.annotations.Nullable;

/** Refuses the routes that {@link NeedsAccounts} marks where there are none. */
@ServerFilter("/**")
record AccountsFilter(AccountsSwitch accounts, Problems problems) implements Ordered {
    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        if (RouteAttributes.getRouteMatch(request)
                .filter(route -> route.isAnnotationPresent(NeedsAccounts.class))
                .isEmpty()) {
            return null;
        }
        try {
            accounts.requireOn();
            return null;
        } catch (Conflict off) {
            return problems.answer(request, off);
        }
    }

    /** Runs before the body is read. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 4;
    }
}
