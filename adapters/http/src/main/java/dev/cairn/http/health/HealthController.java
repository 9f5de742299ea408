package dev.cairn.http.health;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.port.Readiness;
import dev.cairn.domain.error.Unavailable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;

/** Liveness: the process answers. Readiness: the database serves, too, and if not, the answer says why. */
@Controller("/health")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HealthController {
    private static final byte[] UP = "{\"status\":\"up\"}".getBytes(StandardCharsets.UTF_8);

    private final Readiness database;

    HealthController(Readiness database) {
        this.database = database;
    }

    @Get("/liveness")
    HttpResponse<byte[]> liveness() {
        return HttpResponse.ok(UP).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/readiness")
    HttpResponse<byte[]> readiness() {
        return database.problem().map(HealthController::down).orElseGet(this::liveness);
    }

    private static HttpResponse<byte[]> down(Unavailable problem) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("status", "down")
                .put("code", problem.code().wire())
                .put("reason", problem.reason());
        return HttpResponse.<byte[]>status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
