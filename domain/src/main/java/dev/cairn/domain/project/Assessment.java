package dev.cairn.domain.project;

import dev.cairn.domain.kernel.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The completeness of a project's collected data, and the result of its last validation (R24, R25).
 *
 * @param completeness 0 to 100
 * @param validationScore 0 to 100, 0 before the first validation
 * @param validationStale whether data that the validation read has changed since
 */
public record Assessment(
        int completeness, int validationScore, @Nullable Instant validatedAt, boolean validationStale) {
    public static final int MAX = 100;
    public static final Assessment NONE = new Assessment(0, 0, null, false);

    public Assessment {
        completeness = Limits.range("completeness", completeness, 0, MAX);
        validationScore = Limits.range("validationScore", validationScore, 0, MAX);
    }

    /** Returns the assessment after a change of data that a validation reads. */
    Assessment changed(int newCompleteness) {
        return new Assessment(newCompleteness, validationScore, validatedAt, validatedAt != null);
    }

    Assessment validated(int score, Instant now) {
        return new Assessment(completeness, score, now, false);
    }
}
