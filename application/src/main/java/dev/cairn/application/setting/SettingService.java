package dev.cairn.application.setting;

import dev.cairn.application.file.WatchedFolders;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.setting.KnownSettings;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingKey;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Use cases of settings: those of the system, which have known keys and are written by admins (R18), those of a
 * project, which are content (ADR 16), and those of the caller, whose keys and values are up to the caller's programs.
 */
public final class SettingService {
    /** The most settings of a user. */
    public static final int COUNT_MAX = 100;

    /** The longest value of a user's setting, in characters of JSON. */
    public static final int VALUE_MAX = 10_000;

    private final UnitOfWork work;
    private final SettingRepository settings;
    private final ProjectRepository projects;
    private final WatchedFolders folders;

    public SettingService(
            UnitOfWork work, SettingRepository settings, ProjectRepository projects, WatchedFolders folders) {
        this.work = work;
        this.settings = settings;
        this.projects = projects;
        this.folders = folders;
    }

    /** Answers the settings of the system; those that name folders of this machine only to admins. */
    public SystemSettings system(Caller caller) {
        caller.require(Scope.READ);
        SystemSettings all = SystemSettings.of(settings.all(SettingHome.SYSTEM));
        return caller.isAdmin() ? all : all.withIndexFolders("");
    }

    /** Changes settings of the system. Where others say what of a folder is indexed, all folders are looked through (X7). */
    public SystemSettings changeSystem(Caller caller, Edit<SystemSettings> edit) {
        caller.requireAdmin();
        Change change = work.write(caller, act -> {
            SystemSettings before = SystemSettings.of(settings.all(SettingHome.SYSTEM));
            SystemSettings after = edit.of(before);
            store(act, null, SettingHome.SYSTEM, before, after);
            return new Change(before, after);
        });
        if (change.ofIndexes()) {
            folders.lookThrough();
        }
        return change.after();
    }

    private record Change(SystemSettings before, SystemSettings after) {
        boolean ofIndexes() {
            return !before.secretFiles().equals(after.secretFiles())
                    || before.indexFileBytes() != after.indexFileBytes();
        }
    }

    public ProjectSettings ofProject(Caller caller, ProjectRef ref) {
        return work.read(() -> ProjectSettings.of(settings.all(home(projects.require(Access.read(caller), ref)))));
    }

    public ProjectSettings changeOfProject(Caller caller, ProjectRef ref, Edit<ProjectSettings> edit) {
        return work.write(caller, act -> {
            Project project = projects.require(Access.write(caller), ref).requireWritable();
            ProjectSettings before = ProjectSettings.of(settings.all(home(project)));
            ProjectSettings after = edit.of(before);
            store(act, project.id(), home(project), before, after);
            return after;
        });
    }

    public SortedMap<SettingKey, Json> mine(Caller caller) {
        return settings.all(home(caller.require(Scope.READ).requireUnlimited()));
    }

    /** Stores a setting of the caller. Conflict {@code at_limit} beyond {@value #COUNT_MAX} keys. */
    public Json put(Caller caller, SettingKey key, Json value) {
        caller.require(Scope.WRITE).requireUnlimited();
        if (value.text().length() > VALUE_MAX) {
            throw Invalid.of(ErrorCode.LENGTH, "value", "A setting has at most %d characters".formatted(VALUE_MAX));
        }
        return work.write(caller, act -> {
            SortedMap<SettingKey, Json> all = settings.all(home(caller));
            if (!all.containsKey(key) && all.size() >= COUNT_MAX) {
                throw new Conflict(ErrorCode.AT_LIMIT, "There are %d settings: remove one first".formatted(COUNT_MAX));
            }
            if (!value.equals(all.get(key))) {
                settings.put(home(caller), key, value);
                recorded(act, null, home(caller), Difference.of(key.value(), all.get(key), value));
            }
            return value;
        });
    }

    public void remove(Caller caller, SettingKey key) {
        caller.require(Scope.WRITE).requireUnlimited();
        work.write(caller, act -> {
            Json before = settings.all(home(caller)).get(key);
            if (before == null || !settings.remove(home(caller), key)) {
                throw NotFound.of("setting", key);
            }
            recorded(act, null, home(caller), Difference.of(key.value(), before, null));
            return key;
        });
    }

    private static SettingHome home(Caller caller) {
        return new SettingHome.OfUser(caller.userId());
    }

    private static SettingHome home(Project project) {
        return new SettingHome.OfProject(project.id());
    }

    private void store(Act act, @Nullable Id<Project> project, SettingHome home, Record before, Record after) {
        if (after.equals(before)) {
            return;
        }
        Map<SettingKey, Json> set = KnownSettings.values(before);
        KnownSettings.values(after).forEach((key, value) -> {
            if (!value.equals(set.get(key))) {
                settings.put(home, key, value);
            }
        });
        recorded(act, project, home, Difference.between(before, after));
    }

    private static void recorded(Act act, @Nullable Id<Project> project, SettingHome home, Difference difference) {
        act.record(ActivityType.SETTINGS_UPDATED, project, home.id()).changed(difference);
    }
}
