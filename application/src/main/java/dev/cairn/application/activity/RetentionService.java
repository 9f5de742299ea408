package dev.cairn.application.activity;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Removes log entries older than {@link SystemSettings#activityRetentionDays}. Safe to run in many processes at once. */
public final class RetentionService {
    /** The number of entries that one transaction removes. */
    private static final int SLICE_SIZE = 500;

    private final UnitOfWork work;
    private final ActivityLog log;
    private final SettingRepository settings;
    private final LogIdentity identity;

    public RetentionService(UnitOfWork work, ActivityLog log, SettingRepository settings, LogIdentity identity) {
        this.work = work;
        this.log = log;
        this.settings = settings;
        this.identity = identity;
    }

    /** Removes entries that are older, slice by slice, and answers how many; the newest entry always stays. */
    public int apply(Caller caller) {
        return apply(caller, () -> false);
    }

    /** @param stopped whether the slices that are left wait for the next time */
    public int apply(Caller caller, BooleanSupplier stopped) {
        Integer days = SystemSettings.of(settings.all(SettingHome.SYSTEM)).activityRetentionDays();
        if (days == null) {
            return 0;
        }
        Instant oldest = work.now().minus(Duration.ofDays(days));
        int removed = 0;
        int slice;
        do {
            slice = work.bulk(caller, _ -> shortened(log.deleteOldest(oldest, SLICE_SIZE)));
            removed += slice;
        } while (slice == SLICE_SIZE && !stopped.getAsBoolean());
        return removed;
    }

    private int shortened(int removed) {
        if (removed > 0) {
            identity.shortened();
        }
        return removed;
    }
}
