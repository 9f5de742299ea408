package dev.cairn.domain.setting;

import dev.cairn.domain.kernel.Json;
import java.util.SortedMap;

/** Stores all settings: of the system, of users and of projects. A use case checks who may before it calls this. */
public interface SettingRepository {
    /** Answers all settings that were set in a home, by one query; the defaults are not among them. */
    SortedMap<SettingKey, Json> all(SettingHome home);

    /** Stores a setting in place of the one before. */
    void put(SettingHome home, SettingKey key, Json value);

    /**
     * Stores a setting that was not set before. Waits for whoever is just about to set it.
     *
     * @return false when it was set already: it stays as it is
     */
    boolean putFirst(SettingHome home, SettingKey key, Json value);

    /**
     * Removes a setting, so that its default holds.
     *
     * @return false when it was not set
     */
    boolean remove(SettingHome home, SettingKey key);

    /** Removes all settings of a home, so that the defaults hold: the purge of a project calls this. */
    void removeAll(SettingHome home);
}
