package dev.cairn.http.model;

import dev.cairn.application.model.SecretService;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Confidential;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The routes of stored secrets, for admins: checks them and rotates the master key. They show no secret. */
@Controller(HttpSettings.BASE + "/secrets")
@ExecuteOn(TaskExecutors.BLOCKING)
record SecretController(SecretService secrets) {
    @Get("/check")
    SecretService.Checked check(Caller caller) {
        return secrets.check(caller);
    }

    /** Adds a master key and reseals all secrets with it; runs in many transactions, and may be repeated at any time. */
    @Post("/rotate")
    @Confidential
    SecretService.Rotated rotate(Caller caller) {
        return secrets.rotate(caller);
    }
}
