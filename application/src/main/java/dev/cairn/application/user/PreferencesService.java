package dev.cairn.application.user;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Preferences;
import dev.cairn.domain.user.PreferencesRepository;
import dev.cairn.domain.user.Scope;

/** Use cases of the caller's own preferences. */
public final class PreferencesService {
    private final UnitOfWork work;
    private final PreferencesRepository preferences;

    public PreferencesService(UnitOfWork work, PreferencesRepository preferences) {
        this.work = work;
        this.preferences = preferences;
    }

    public Preferences get(Caller caller) {
        return preferences.of(caller.require(Scope.READ).requireUnlimited().userId());
    }

    public Preferences update(Caller caller, Edit<Preferences> edit) {
        caller.require(Scope.WRITE).requireUnlimited();
        return work.write(caller, act -> {
            Preferences before = preferences.of(caller.userId());
            Preferences changed = edit.of(before);
            if (!changed.equals(before)) {
                preferences.save(caller.userId(), changed);
                act.record(ActivityType.PREFERENCES_UPDATED, null, caller.userId())
                        .changed(Difference.between(before, changed));
            }
            return changed;
        });
    }
}
