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
 * Which log it is, and from where on it is kept (E8). Both stand in settings of the system that nobody sets. A restore of the database
 * removes the name, so that the next one who asks gives another.
 */
public final class LogIdentity {
    /** The name of the log; {@code db restore} removes it by this key. */
    public static final String EPOCH = "logEpoch";

    private static final SettingKey EPOCH_KEY = new SettingKey(EPOCH);
    private static final SettingKey FORGOTTEN_KEY = new SettingKey("logForgotten");

    private final UnitOfWork work;
    private final ActivityLog log;
    private final SettingRepository settings;
    private final IdGenerator ids;

    public LogIdentity(UnitOfWork work, ActivityLog log, SettingRepository settings, IdGenerator ids) {
        this.work = work;
        this.log = log;
        this.settings = settings;
        this.ids = ids;
    }

    /**
     * The log as it is now.
     *
     * @param epoch another one in another log
     * @param forgotten entries up to this number may have gone
     */
    public record Known(String epoch, long forgotten, LogState state) {}

    /** Reads it, on the snapshot of the caller's transaction where there is one; names the log where it has no name. */
    public Known know() {
        return known().orElseGet(() -> {
            name();
            return known().orElseThrow();
        });
    }

    /** Its number and name alone, where it has one. */
    private Optional<Known> known() {
        return work.read(() -> {
            SortedMap<SettingKey, Json> all = settings.all(SettingHome.SYSTEM);
            LogState state = log.state();
            return Optional.ofNullable(all.get(EPOCH_KEY))
                    .map(epoch -> new Known(epoch(epoch.text(), state.place()), forgotten(all), state));
        });
    }

    /** Of several servers one names it. */
    private void name() {
        work.write(
                Caller.system(),
                _ -> settings.putFirst(
                        SettingHome.SYSTEM, EPOCH_KEY, new Json('"' + ids.next().toString() + '"')));
    }

    /** Notes that entries have gone: whoever goes on from before cannot be told what was. */
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
