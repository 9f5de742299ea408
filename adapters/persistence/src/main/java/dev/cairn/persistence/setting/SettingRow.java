package dev.cairn.persistence.setting;

import dev.cairn.domain.setting.SettingKey;
import dev.cairn.schema.Json;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Map;

/** A row of {@code settings}. */
@MappedEntity("settings")
record SettingRow(
        @Id Scope scope,
        @Id long scopeId,
        @Id String key,
        @Json String value) {
    /** The kind of the setting's owner. */
    enum Scope {
        SYSTEM,
        USER,
        PROJECT
    }

    Map.Entry<SettingKey, dev.cairn.domain.kernel.Json> toDomain() {
        return Map.entry(new SettingKey(key), new dev.cairn.domain.kernel.Json(value));
    }
}
