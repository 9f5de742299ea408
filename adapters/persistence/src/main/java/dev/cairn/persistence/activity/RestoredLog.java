package dev.cairn.persistence.activity;

import dev.cairn.application.activity.LogIdentity;

/** What is done to the log of a database that is restored from a backup. */
public final class RestoredLog {
    /** Takes its name away: whoever asks for it first gives it a new one, so that who followed it sees that it is another one (E8). */
    public static final String FORGET =
            "DELETE FROM settings WHERE scope = 'SYSTEM' AND key = '" + LogIdentity.EPOCH + "'";

    private RestoredLog() {}
}
