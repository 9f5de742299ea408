package dev.cairn.application.activity;

import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.LogState;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.user.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The identity of the log, and the number from which its entries are kept (E8). Both are settings of the system that no
 * user sets. A restore of the database removes the epoch, so that the next reader makes another one.
 */
public record LogIdentity(UnitOfWork work, ActivityLog log, SettingRepository settings, IdGenerator ids) {
    /** The setting with the log's epoch; {@code db restore} removes it by this key. */
    public static final String EPOCH = "logEpoch";

    private static final SettingKey EPOCH_KEY = new SettingKey(EPOCH);
    private static final SettingKey FORGOTTEN_KEY = new SettingKey("logForgotten");

    /**
     * The identity and the state of the log at one moment.
     *
     * @param epoch another one in another log
     * @param forgotten entries up to this number may have gone
     */
    public record Known(String epoch, long forgotten, LogState state) {}

    /** Reads the identity, on the snapshot of the caller's transaction if there is one; makes an epoch if there is none. */
    public Known know() {
        return known().orElseGet(() -> {
            name();
            return known().orElseThrow();
        });
    }

    /** Reads the identity if the log has an epoch. */
    private Optional<Known> known() {
        return work.read(() -> {
            SortedMap<SettingKey, Json> all = settings.all(SettingHome.SYSTEM);
            LogState state = log.state();
            return Optional.ofNullable(all.get(EPOCH_KEY))
                    .map(epoch -> new Known(epoch(epoch.text(), state.place()), forgotten(all), state));
        });
    }

    /** Stores an epoch; of several servers one does so. */
    private void name() {
        work.write(
                Caller.system(),
                _ -> settings.putFirst(
                        SettingHome.SYSTEM, EPOCH_KEY, new Json('"' + ids.next().toString() + '"')));
    }

    /** Stores that old entries were removed, so that a follower from before them is told of the gap. */
    void shortened() {
        long gone = Math.max(0, log.state().oldest() - 1);
        settings.put(SettingHome.SYSTEM, FORGOTTEN_KEY, new Json(String.valueOf(gone)));
    }

    private static long forgotten(Map<SettingKey, Json> all) {
        Json number = all.get(FORGOTTEN_KEY);
        return number == null ? 0 : Long.parseLong(number.text());
    }

    private static String epoch(String json, String place) {
        String name = json.substring(1, json.length() - 1);
        return place.isEmpty() ? name : name + "." + place;
    }
}
