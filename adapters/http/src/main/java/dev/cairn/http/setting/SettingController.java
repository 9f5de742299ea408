package dev.cairn.http.setting;

import dev.cairn.application.setting.SettingService;
import dev.cairn.application.setting.SystemSettingsFields;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.BodyObject;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Settings of the system, and what the caller's programs keep for them; a project's are below the project. */
@Controller(HttpSettings.BASE + "/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SettingController {
    private final Api api;
    private final SettingService settings;

    SettingController(Api api, SettingService settings) {
        this.api = api;
        this.settings = settings;
    }

    /** A setting and its value. */
    record Entry(SettingKey key, Json value) {}

    @Get
    HttpResponse<byte[]> system(HttpRequest<?> request) {
        return api.answer(request, Reply.ok(settings.system(api.caller())));
    }

    @Patch
    @Consumes({"application/json", "application/merge-patch+json"})
    HttpResponse<byte[]> changeSystem(HttpRequest<byte[]> request) {
        SystemSettingsFields fields = api.body(request).as(SystemSettingsFields.class);
        return api.answer(request, Reply.ok(settings.changeSystem(api.caller(), fields)));
    }

    @Get("/user")
    HttpResponse<byte[]> mine(HttpRequest<?> request) {
        return api.answer(request, Reply.ok(settings.mine(api.caller())));
    }

    @Put("/user/{key}")
    HttpResponse<byte[]> put(HttpRequest<byte[]> request, String key) {
        BodyObject object = api.body(request);
        Json value = object.require("value", Json.class);
        object.end();
        SettingKey name = new SettingKey(key);
        return api.answer(request, Reply.ok(new Entry(name, settings.put(api.caller(), name, value))));
    }

    @Delete("/user/{key}")
    HttpResponse<byte[]> remove(HttpRequest<?> request, String key) {
        settings.remove(api.caller(), new SettingKey(key));
        return api.noContent();
    }
}
