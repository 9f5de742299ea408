package dev.cairn.domain.setting;

import dev.cairn.domain.kernel.Id;

/** The owner of settings: the system, a user or a project. */
public sealed interface SettingHome {
    SettingHome SYSTEM = new OfSystem();

    /** Returns the owner's id; 0 for the system, which has none. */
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
