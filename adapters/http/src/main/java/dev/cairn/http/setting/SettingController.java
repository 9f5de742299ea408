package dev.cairn.http.setting;

import dev.cairn.application.setting.SettingService;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Routes;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import java.util.Map;

/** Settings of the system, and what the caller's programs keep for them; a project's are below the project. */
@Routes(HttpSettings.BASE + "/settings")
record SettingController(SettingService settings) {
    /** A stored value. */
    @Introspected
    record Value(Json value) {}

    /** A setting and its value. */
    record Entry(SettingKey key, Json value) {}

    @Get
    SystemSettings system(Caller caller) {
        return settings.system(caller);
    }

    @Patch
    @Consumes({"application/json", "application/merge-patch+json"})
    SystemSettings changeSystem(Caller caller, @Body Partial<SystemSettings> patch) {
        return settings.changeSystem(caller, patch);
    }

    @Get("/user")
    Map<SettingKey, Json> mine(Caller caller) {
        return settings.mine(caller);
    }

    @Put("/user/{key}")
    Entry put(Caller caller, SettingKey key, @Body Value body) {
        return new Entry(key, settings.put(caller, key, body.value()));
    }

    @Delete("/user/{key}")
    void remove(Caller caller, SettingKey key) {
        settings.remove(caller, key);
    }
}
