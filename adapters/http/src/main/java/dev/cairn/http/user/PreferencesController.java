package dev.cairn.http.user;

import dev.cairn.application.user.PreferencesService;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Preferences;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Routes;
import dev.cairn.json.Partial;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;

/** The routes of the caller's preferences. */
@Routes(HttpSettings.BASE + "/preferences")
record PreferencesController(PreferencesService preferences) {
    @Get
    Preferences get(Caller caller) {
        return preferences.get(caller);
    }

    @Patch
    @Consumes({"application/json", "application/merge-patch+json"})
    Preferences update(Caller caller, @Body Partial<Preferences> patch) {
        return preferences.update(caller, patch);
    }
}
