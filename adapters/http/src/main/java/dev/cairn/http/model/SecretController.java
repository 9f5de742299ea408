package dev.cairn.http.model;

import dev.cairn.application.model.SecretService;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Confidential;
import dev.cairn.http.door.Routes;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** The routes of stored secrets, for admins: checks them and rotates the master key. They show no secret. */
@Routes(HttpSettings.BASE + "/secrets")
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
