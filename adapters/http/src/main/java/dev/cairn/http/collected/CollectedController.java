package dev.cairn.http.collected;

import dev.cairn.application.collected.Collected;
import dev.cairn.application.collected.CollectedService;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.Validation;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Versioned;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;

/** Collected data and their validation (R24, R25). The ETag is the project's version. */
@Routes(HttpSettings.BASE + "/projects/{project}")
class CollectedController {
    private final CollectedService collected;

    CollectedController(CollectedService collected) {
        this.collected = collected;
    }

    @Get("/collected-data")
    Versioned<Collected> get(Caller caller, ProjectRef project) {
        return versioned(collected.get(caller, project));
    }

    @Put("/collected-data")
    Versioned<Collected> replace(Caller caller, ProjectRef project, @Body CollectedData data, Expected expected) {
        return versioned(collected.replace(caller, project, expected, data));
    }

    @Post("/collected-data/merge")
    @Idempotent
    Versioned<Collected> merge(Caller caller, ProjectRef project, @Body CollectedData data, Expected expected) {
        return versioned(collected.merge(caller, project, expected, data));
    }

    @Post("/validate")
    @Idempotent
    Validation validate(Caller caller, ProjectRef project, Expected expected) {
        return collected.validate(caller, project, expected);
    }

    @Get("/validation")
    Validation validation(Caller caller, ProjectRef project) {
        return collected.validation(caller, project);
    }

    private static Versioned<Collected> versioned(Collected state) {
        return Versioned.of(state, state.lifecycle());
    }
}
