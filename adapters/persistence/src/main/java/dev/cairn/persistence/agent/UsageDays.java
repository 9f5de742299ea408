package dev.cairn.persistence.agent;

import java.time.Duration;

/**
 * The days from {@code :since} until {@code :until} in SQL that both engines know: a day later is 24 times what lies between {@code :since} and {@code
 * :later}, an hour after it.
 */
final class UsageDays {
    static final Duration HOUR = Duration.ofHours(1);
    static final String HOURS = "24 * (CAST(:later AS timestamptz) - CAST(:since AS timestamptz))";

    /** Defines {@code days}, each with its beginning {@code day} and its end {@code ends}. */
    static final String DAYS =
            "WITH RECURSIVE days(day, ends) AS (SELECT CAST(:since AS timestamptz), CAST(:since AS timestamptz) + "
                    + HOURS + " UNION ALL SELECT d.ends, d.ends + " + HOURS + " FROM days d WHERE d.ends < :until) ";

    private UsageDays() {}
}
