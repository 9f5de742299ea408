package dev.cairn.domain.setting;

import dev.cairn.domain.kernel.Id;

/** What a setting belongs to. */
public sealed interface SettingHome {
    SettingHome SYSTEM = new OfSystem();

    /** Whose settings they are; the system, which has no id, counts as 0. */
    Id<?> id();

    record OfSystem() implements SettingHome {
        private static final Id<SettingHome> NO_ID = new Id<>(0);

        @Override
        public Id<?> id() {
            return NO_ID;
        }
    }

    record OfUser(Id<?> id) implements SettingHome {}

    record OfProject(Id<?> id) implements SettingHome {}
}
