package dev.cairn.application.user;

import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.user.AccountRepository;
import dev.cairn.domain.user.ApiTokenRepository;
import dev.cairn.domain.user.PreferencesRepository;
import dev.cairn.domain.user.SessionRepository;
import dev.cairn.domain.user.UserRepository;

/** The stores of users, accounts, credentials and settings. */
public record PeopleStores(
        UserRepository users,
        AccountRepository accounts,
        PreferencesRepository preferences,
        SessionRepository sessions,
        ApiTokenRepository tokens,
        SettingRepository settings) {}
