package dev.cairn.application.model;

import dev.cairn.application.port.SecretBox;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.SealedSecret;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.setting.SettingRepository;
import org.jspecify.annotations.Nullable;

/**
 * Seals the secrets of providers inside the writes that store them, so that a rotation sees what is sealed with a key before, or
 * it is sealed with the rotation's (L16). On PostgreSQL writes run side by side, and keys are in no database: each rotation
 * changes a row that each sealing reads. A write that has sealed before that change, and is not seen by the rotation's last look,
 * would have to come before the one and behind the other, so it is refused as not serial, and runs again.
 */
public record ProviderSealing(SecretBox box, SettingRepository settings) {
    private static final SettingKey MASTER_KEY = new SettingKey("masterKey");

    /**
     * Refuses to seal where a rotation on another server has made a key that is not here: what is sealed here could not be opened
     * there. Conflict {@code master_key_unusable}. Not inside of a write, so that it sees what has just changed.
     */
    void requireNewestKey() {
        Json newest = newest();
        while (newest != null && !box.hasKey(newest.text().replace("\"", ""))) {
            Json before = newest;
            newest = newest();
            if (before.equals(newest)) {
                throw new Conflict(
                        ErrorCode.MASTER_KEY_UNUSABLE,
                        "The master key %s, which another server has rotated to, is not here: copy its master.key, or rotate here"
                                .formatted(before.text().replace("\"", "")));
            }
        }
    }

    private @Nullable Json newest() {
        return settings.all(SettingHome.SYSTEM).get(MASTER_KEY);
    }

    /** Seals a key. Call it inside of a write only. */
    SealedSecret seal(ProviderKey key, Id<ModelProvider> provider) {
        settings.all(SettingHome.SYSTEM); // Read first: a write that reads this row later has the new key already.
        return box.seal(key, ProviderSecrets.place(provider));
    }

    /**
     * Stores the id of the current master key. Call it inside of a write only, once the key exists and before any
     * secret is read.
     */
    void changesTo(String keyId) {
        settings.put(SettingHome.SYSTEM, MASTER_KEY, new Json('"' + keyId + '"'));
    }
}
