package dev.cairn.persistence.activity;

import dev.cairn.application.activity.LogIdentity;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.setting.SettingHome;
import java.util.concurrent.ThreadLocalRandom;

/** Renews the identity of the log in a database that is restored from a backup, or moved. */
public final class RestoredLog {
    /** Removes the log's epoch; the next use sets a new one, by which followers notice that it is another log (E8). */
    public static final String FORGET =
            "DELETE FROM settings WHERE scope = 'SYSTEM' AND key = '" + LogIdentity.EPOCH + "'";

    private RestoredLog() {}

    /** Returns the statement that names the log where it has no name, since a later reader may find the database read-only. */
    public static String named() {
        return "INSERT INTO settings (scope, scope_id, key, value) VALUES ('SYSTEM', %d, '%s', '\"%s\"') ON CONFLICT DO NOTHING"
                .formatted(
                        SettingHome.SYSTEM.id().value(),
                        LogIdentity.EPOCH,
                        new Id<>(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE)));
    }
}
