package dev.cairn.domain.collected;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last validation of a project.
 *
 * @param validatedAt null, with no gates, when there was none yet
 * @param stale whether data that it read has changed since
 */
public record Validation(
        int score,
        boolean passed,
        List<GateResult> gates,
        @Nullable Instant validatedAt,
        boolean stale) {
    public static final Validation NONE = new Validation(0, false, List.of(), null, false);

    public Validation {
        gates = List.copyOf(gates);
    }

    public static Validation of(ValidationReport report, @Nullable Instant at, boolean stale) {
        return new Validation(report.score(), report.passed(), report.gates(), at, stale);
    }
}
