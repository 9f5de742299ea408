package dev.cairn.application.setting;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import java.util.Map;
import java.util.SortedMap;

/**
 * Use cases of settings: those of the system, which are known and an admin's (R18), and those of the caller, which are
 * whatever their programs like to keep. A project's are use cases of projects.
 */
public final class SettingService {
    /** Of one user. */
    public static final int COUNT_MAX = 100;

    /** Of one user's setting, in characters of JSON. */
    public static final int VALUE_MAX = 10_000;

    private final UnitOfWork work;
    private final SettingRepository settings;

    public SettingService(UnitOfWork work, SettingRepository settings) {
        this.work = work;
        this.settings = settings;
    }

    public SystemSettings system(Caller caller) {
        caller.require(Scope.READ);
        return SystemSettings.of(settings.all(SettingHome.SYSTEM));
    }

    public SystemSettings changeSystem(Caller caller, SystemSettingsFields fields) {
        caller.requireAdmin();
        return work.write(caller, changes -> {
            SystemSettings changed = fields.over(SystemSettings.of(settings.all(SettingHome.SYSTEM)));
            changed.values().forEach((key, value) -> settings.put(SettingHome.SYSTEM, key, value));
            changes.record("settings.updated", null, caller.userId(), Map.of());
            return changed;
        });
    }

    public SortedMap<SettingKey, Json> mine(Caller caller) {
        return settings.all(home(caller.require(Scope.READ).requireUnlimited()));
    }

    /** Conflict {@code at_limit} beyond {@value #COUNT_MAX} keys. */
    public Json put(Caller caller, SettingKey key, Json value) {
        caller.require(Scope.WRITE).requireUnlimited();
        if (value.text().length() > VALUE_MAX) {
            throw Invalid.of(ErrorCode.LENGTH, "value", "A setting has at most %d characters".formatted(VALUE_MAX));
        }
        return work.write(caller, changes -> {
            SortedMap<SettingKey, Json> all = settings.all(home(caller));
            if (!all.containsKey(key) && all.size() >= COUNT_MAX) {
                throw new Conflict(ErrorCode.AT_LIMIT, "There are %d settings: remove one first".formatted(COUNT_MAX));
            }
            settings.put(home(caller), key, value);
            changes.record("settings.updated", null, caller.userId(), Map.of("key", key.value()));
            return value;
        });
    }

    public void remove(Caller caller, SettingKey key) {
        caller.require(Scope.WRITE).requireUnlimited();
        work.write(caller, changes -> {
            if (!settings.remove(home(caller), key)) {
                throw NotFound.of("setting", key);
            }
            changes.record("settings.updated", null, caller.userId(), Map.of("key", key.value()));
            return key;
        });
    }

    private static SettingHome home(Caller caller) {
        return new SettingHome.OfUser(caller.userId());
    }
}
