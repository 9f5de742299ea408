package dev.cairn.http.health;

import dev.cairn.application.user.LocalOwner;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;

/** Liveness: the process answers. Readiness: the database does too. */
@Controller("/health")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HealthController {
    private static final byte[] UP = "{\"status\":\"up\"}".getBytes(StandardCharsets.UTF_8);

    private final LocalOwner owner;

    HealthController(LocalOwner owner) {
        this.owner = owner;
    }

    @Get("/liveness")
    HttpResponse<byte[]> liveness() {
        return HttpResponse.ok(UP).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/readiness")
    HttpResponse<byte[]> readiness() {
        owner.user();
        return liveness();
    }
}
