package dev.cairn.http.bad;

import dev.cairn.application.port.Transactions;
import dev.cairn.cli.CairnCommand;
import jakarta.inject.Inject;

/** Bad three times: an injected field, a transaction outside of application, and another adapter. */
public final class ControllerWithItsOwnTransaction {
    @Inject
    public @org.jspecify.annotations.Nullable Transactions transactions;

    public static String version() {
        return CairnCommand.version();
    }
}
