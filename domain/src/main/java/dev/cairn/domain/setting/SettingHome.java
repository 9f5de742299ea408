package dev.cairn.domain.setting;

import dev.cairn.domain.kernel.Id;

/** What a setting belongs to. */
public sealed interface SettingHome {
    SettingHome SYSTEM = new OfSystem();

    record OfSystem() implements SettingHome {}

    record OfUser(Id<?> id) implements SettingHome {}

    record OfProject(Id<?> id) implements SettingHome {}
}
