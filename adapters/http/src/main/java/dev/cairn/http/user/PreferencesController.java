package dev.cairn.http.user;

import dev.cairn.application.user.PreferencesFields;
import dev.cairn.application.user.PreferencesService;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The caller's preferences. */
@Controller(HttpSettings.BASE + "/preferences")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PreferencesController {
    private final Api api;
    private final PreferencesService preferences;

    PreferencesController(Api api, PreferencesService preferences) {
        this.api = api;
        this.preferences = preferences;
    }

    @Get
    HttpResponse<byte[]> get(HttpRequest<?> request) {
        return api.answer(request, Reply.ok(preferences.get(api.caller())));
    }

    @Patch
    @Consumes({"application/json", "application/merge-patch+json"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request) {
        PreferencesFields fields = api.body(request).as(PreferencesFields.class);
        return api.answer(request, Reply.ok(preferences.update(api.caller(), fields)));
    }
}
