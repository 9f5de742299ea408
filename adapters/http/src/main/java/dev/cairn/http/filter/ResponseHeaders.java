package dev.cairn.http.filter;

import dev.cairn.http.problem.CommonHeaders;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Adds the headers of every answer; it stands before all other filters, so that their refusals carry them too. */
@ServerFilter("/**")
final class ResponseHeaders implements Ordered {

    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
        CommonHeaders.addTo(request, response);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
