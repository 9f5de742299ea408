package dev.cairn.application.user;

import dev.cairn.application.work.Act;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SystemSettings;
import dev.cairn.domain.user.Account;
import dev.cairn.domain.user.PasswordHash;
import dev.cairn.domain.user.Preferences;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;

/** Creates users with their accounts, inside the transaction of a use case (R13). */
record Enrolment(PeopleStores stores, LocalOwner localOwner) {
    /**
     * Registers a user on their own behalf. The first one takes over the built-in owner with all its data; accounts
     * that an admin made earlier do not count, because otherwise the owner would never get an account.
     */
    User register(Act act, Register command, PasswordHash hash) {
        User owner = stores.users().requireLocked(localOwner.id());
        if (owner.active() && stores.accounts().find(owner.id()).isEmpty()) {
            return enrolled(act, command, hash, first(act, command, owner));
        }
        requireOpen();
        return enrolled(act, command, hash, newcomer(act, command));
    }

    /** Adds a user on behalf of an admin. */
    User add(Act act, Register command, PasswordHash hash) {
        return enrolled(act, command, hash, newcomer(act, command));
    }

    private User enrolled(Act act, Register command, PasswordHash hash, User user) {
        stores.accounts().insert(Account.create(user.id(), command.username(), hash, act.now()));
        stores.preferences().save(user.id(), Preferences.DEFAULT);
        return user;
    }

    private User newcomer(Act act, Register command) {
        return stores.users().insert(User.human(act.newId(), command.content(), SystemRole.MEMBER, act.now()));
    }

    /** Requires the owner as caller for taking over the owner's data, because anyone on this machine can reach the server. */
    private User first(Act act, Register command, User owner) {
        if (!act.caller().userId().equals(owner.id())) {
            throw new Denied(
                    ErrorCode.LOCAL_OWNER_REQUIRED,
                    "The first account takes over everything that is here: register it with the local token");
        }
        act.caller().requirePerson();
        return stores.users().update(owner.edit(command.content(), act.now()));
    }

    private void requireOpen() {
        SystemSettings now = SystemSettings.of(stores.settings().all(SettingHome.SYSTEM));
        if (!now.openRegistration()) {
            throw new Denied(ErrorCode.REGISTRATION_CLOSED, "Registration is closed: ask an admin for an account");
        }
    }
}
