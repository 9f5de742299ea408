package dev.cairn.application.activity;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.activity.Facts;
import dev.cairn.domain.activity.Retention;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How long the log is kept, and its shortening. Safe to run in many processes at once. */
public final class RetentionService {
    /** Entries per transaction. */
    private static final int SLICE_SIZE = 500;
    /** The subject of system settings. */
    private static final Id<Retention> SYSTEM = new Id<>(0);

    private final UnitOfWork work;
    private final ActivityLog log;

    public RetentionService(UnitOfWork work, ActivityLog log) {
        this.work = work;
        this.log = log;
    }

    public Retention get(Caller caller) {
        caller.require(Scope.READ);
        return log.retention();
    }

    public Retention change(Caller caller, Retention retention) {
        caller.requireAdmin();
        return work.write(caller, changes -> {
            Difference difference = Difference.between(facts(log.retention()), facts(retention));
            log.saveRetention(retention);
            changes.record("setting.updated", null, SYSTEM, difference, Map.of());
            return retention;
        });
    }

    /** Removes entries that are older, slice by slice, and answers how many; the newest entry always stays. */
    public int apply(Caller caller) {
        Integer days = log.retention().days();
        if (days == null) {
            return 0;
        }
        Instant oldest = work.now().minus(Duration.ofDays(days));
        int removed = 0;
        int slice;
        do {
            slice = work.bulk(caller, _ -> log.deleteOldest(oldest, SLICE_SIZE));
            removed += slice;
        } while (slice == SLICE_SIZE);
        return removed;
    }

    private static Facts facts(Retention retention) {
        return new Facts().with("activityRetentionDays", retention.days());
    }
}
