package dev.cairn.http.security;

import dev.cairn.http.HttpSettings;
import dev.cairn.http.metric.RequestCounts;
import dev.cairn.http.problem.Problems;
import dev.cairn.http.security.Identification.Nobody;
import dev.cairn.http.security.Identification.Sender;
import dev.cairn.http.security.Identification.Unsettled;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Runs the checks on each request in this order and then finds out who sent it, before a route is looked for. The {@link
 * OpenRoutes} answer without a token, and they too only under a name of this server.
 */
@ServerFilter("/**")
final class SecurityFilter implements Ordered {
    private final List<RequestCheck> checks;
    private final OpenRoutes open;
    private final Authenticator authenticator;
    private final Problems problems;
    private final RequestCounts counts;
    private final ExecutorService blocking;

    SecurityFilter(
            HttpSettings settings,
            OwnAddress own,
            Authenticator authenticator,
            Problems problems,
            RequestCounts counts,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.checks = List.of(
                new HostCheck(own),
                new OriginCheck(own),
                new RequestLineCheck(settings.limits().requestLineMaxBytes()),
                new MediaTypeCheck(),
                new BodySizeCheck(settings.limits()));
        this.open = new OpenRoutes(settings.accounts());
        this.authenticator = authenticator;
        this.problems = problems;
        this.counts = counts;
        this.blocking = blocking;
    }

    /**
     * Returns null to let the request pass, as nearly all do; the answer is asynchronous only where the database must be asked.
     */
    @RequestFilter
    @PreMatching
    @Nullable
    CompletionStage<Optional<MutableHttpResponse<byte[]>>> check(HttpRequest<?> request) {
        for (RequestCheck check : checks) {
            Refusal refusal = check.refuse(request);
            if (refusal != null) {
                return CompletableFuture.completedStage(Optional.of(answer(request, refusal)));
            }
        }
        if (open.isForAnybody(request)) {
            return null;
        }
        return switch (authenticator.find(request)) {
            case Sender sender -> {
                sender.who().attachTo(request);
                yield null;
            }
            case Nobody nobody -> CompletableFuture.completedStage(answered(request, nobody));
            case Unsettled unsettled ->
                CompletableFuture.supplyAsync(
                        () -> answered(request, unsettled.question().get()), blocking);
        };
    }

    /** Returns the refusal that ends the request, if there is one. */
    private Optional<MutableHttpResponse<byte[]>> answered(HttpRequest<?> request, Identification settled) {
        return switch (settled) {
            case Sender sender -> {
                sender.who().attachTo(request);
                yield Optional.empty();
            }
            case Nobody nobody -> open.isWayIn(request) ? Optional.empty() : Optional.of(answer(request, nobody.why()));
            case Unsettled _ -> throw new IllegalStateException("It was settled by asking");
        };
    }

    private MutableHttpResponse<byte[]> answer(HttpRequest<?> request, Refusal refusal) {
        MutableHttpResponse<byte[]> answer = problems.answer(request, refusal.code(), refusal.detail(), refusal.hint());
        counts.answered(request, answer.code());
        if (refusal.code().status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }
}
