package dev.cairn.http.security;

import dev.cairn.http.problem.HttpCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses requests from pages of other sites, of other ports of this machine, and of no site at all. */
record OriginCheck(OwnAddress own) implements RequestCheck {
    private static final String FETCH_SITE = "Sec-Fetch-Site";
    /** The allowed values: from a page of ours, or typed in by the user. */
    private static final Set<String> FETCHES_ALLOWED = Set.of("same-origin", "none");

    @Override
    public @Nullable Refusal refuse(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        if (!headers.contains(HttpHeaders.ORIGIN) && !headers.contains(FETCH_SITE)) {
            return null;
        }
        List<String> origins = headers.getAll(HttpHeaders.ORIGIN);
        List<String> sites = headers.getAll(FETCH_SITE);
        boolean ours = (origins.isEmpty() || (origins.size() == 1 && own.hosts().origin(origins.getFirst())))
                && FETCHES_ALLOWED.containsAll(sites);
        return ours ? null : new Refusal(HttpCode.ORIGIN_NOT_ALLOWED, "Pages of other sites may not call this server");
    }
}
