package dev.cairn.http.wire;

import dev.cairn.http.HttpSettings;
import dev.cairn.json.StrictJson;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Sets up the mapper for requests. */
@Factory
final class Mapper {
    @Singleton
    StrictJson json(HttpSettings settings) {
        return new StrictJson(settings.limits().jsonDepthMax());
    }
}
