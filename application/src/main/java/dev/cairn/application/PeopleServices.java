package dev.cairn.application;

import dev.cairn.application.setting.SettingService;
import dev.cairn.application.user.AccountService;
import dev.cairn.application.user.ApiTokenService;
import dev.cairn.application.user.Authentication;
import dev.cairn.application.user.Deactivation;
import dev.cairn.application.user.LocalOwner;
import dev.cairn.application.user.PeopleStores;
import dev.cairn.application.user.PreferencesService;
import dev.cairn.application.user.TokenAuthentication;
import dev.cairn.application.user.UserService;
import dev.cairn.application.work.UnitOfWork;

/** The use cases of people and settings. */
public record PeopleServices(
        AccountService accounts,
        UserService users,
        ApiTokenService tokens,
        PreferencesService preferences,
        SettingService settings,
        Authentication authentication) {

    static PeopleServices of(UnitOfWork work, Ports.Stores s, Ports.People p, LocalOwner owner) {
        PeopleStores stores =
                new PeopleStores(s.users(), p.accounts(), p.preferences(), p.sessions(), p.tokens(), p.settings());
        return new PeopleServices(
                new AccountService(work, stores, p.secrets(), owner),
                new UserService(work, stores, new Deactivation(stores, s.projects())),
                new ApiTokenService(work, stores, s.projects(), p.secrets()),
                new PreferencesService(work, p.preferences()),
                new SettingService(work, p.settings(), s.projects()),
                new TokenAuthentication(work, stores));
    }
}
