package dev.cairn.http.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cairn.application.port.Readiness;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.http.door.Routes;
import dev.cairn.http.problem.HttpCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Get;
import org.jspecify.annotations.Nullable;

/** Liveness: the process answers. Readiness: the database serves, too, and no stop is near; if not, the answer says why. */
@Routes("/health")
record HealthController(Readiness database, Draining draining) {
    private static final Health UP = new Health("up", null, null);

    /** Whether the server is up; with a reason when it is down. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Health(
            String status, @Nullable String code, @Nullable String reason) {}

    @Get("/liveness")
    Health liveness() {
        return UP;
    }

    @Get("/readiness")
    HttpResponse<Health> readiness() {
        if (draining.begun()) {
            return down(new Unavailable(HttpCode.STOPPING, "The server is about to stop", null));
        }
        return database.problem().map(HealthController::down).orElseGet(() -> HttpResponse.ok(UP));
    }

    private static HttpResponse<Health> down(Unavailable problem) {
        return HttpResponse.<Health>status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(new Health("down", problem.code().wire(), problem.reason()));
    }
}
