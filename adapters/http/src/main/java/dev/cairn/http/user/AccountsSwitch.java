package dev.cairn.http.user;

import dev.cairn.domain.error.Conflict;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.problem.HttpCode;
import jakarta.inject.Singleton;

/** Knows whether people may have accounts on this server. */
@Singleton
final class AccountsSwitch {
    private final boolean on;

    AccountsSwitch(HttpSettings settings) {
        this.on = settings.accounts();
    }

    /** @throws Conflict {@code accounts_off} */
    void requireOn() {
        if (!on) {
            throw new Conflict(
                    HttpCode.ACCOUNTS_OFF,
                    "Accounts are off: nobody registers or logs in here. CAIRN_ACCOUNTS=on switches them on");
        }
    }
}
