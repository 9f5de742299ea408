package dev.cairn.schema.plan;

import dev.cairn.domain.kernel.Wire;

/**
 * Something dangerous in a migration.
 *
 * @param place the table, or {@code table.column}
 * @param remedy what to do about it
 */
public record Finding(
        LintRule rule, LintRule.Severity severity, String script, String place, String message, String remedy) {
    public boolean isError() {
        return severity == LintRule.Severity.ERROR;
    }

    /** Returns whether the migration would lose data. */
    public boolean destroys() {
        return rule.destroys();
    }

    /** Whether a server of the version before could not go on beside a new one (G6). */
    public boolean breaksOlder() {
        return rule.breaksOlder();
    }

    @Override
    public String toString() {
        return "%s: %s [%s] %s: %s. %s".formatted(script, Wire.of(severity), rule.id(), place, message, remedy);
    }
}
