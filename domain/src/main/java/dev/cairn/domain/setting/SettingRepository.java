package dev.cairn.domain.setting;

import dev.cairn.domain.kernel.Json;
import java.util.SortedMap;

/** The one store of settings. */
public interface SettingRepository {
    /** All that were set, by one query. */
    SortedMap<SettingKey, Json> all(SettingHome home);

    void put(SettingHome home, SettingKey key, Json value);

    /**
     * Sets what has not been set; whoever is just about to set it is waited for.
     *
     * @return whether this was the first
     */
    boolean putFirst(SettingHome home, SettingKey key, Json value);

    /** @return whether it had been set */
    boolean remove(SettingHome home, SettingKey key);

    /** Back to the defaults; nothing of them stays. */
    void removeAll(SettingHome home);
}
