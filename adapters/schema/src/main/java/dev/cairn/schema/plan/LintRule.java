package dev.cairn.schema.plan;

import dev.cairn.domain.kernel.Wire;
import java.util.Arrays;
import java.util.Optional;

/** The faults that a migration may have although it runs; names are stable, and each has a severity that can be changed. */
public enum LintRule {
    /** A table is dropped, with its rows. */
    DROP_TABLE(Severity.ERROR),
    /** A column is dropped, with its values. */
    DROP_COLUMN(Severity.ERROR),
    /** A column gets a type that does not hold all its values. */
    NARROW_TYPE(Severity.ERROR),
    /** A column becomes required, and rows without a value get none. */
    REQUIRED_WITHOUT_VALUE(Severity.ERROR),
    /** A unique index over rows that may be alike. */
    UNIQUE_OVER_ROWS(Severity.WARNING),
    /** A check or a foreign key over rows that may break it. */
    CONSTRAINT_OVER_ROWS(Severity.WARNING),
    /** A large table is rewritten. */
    REBUILD_LARGE_TABLE(Severity.WARNING),
    /** A foreign key without an index: deleting the row it refers to would read the whole table. */
    FOREIGN_KEY_WITHOUT_INDEX(Severity.ERROR),
    /** The down migration does not bring back what is dropped. */
    IRREVERSIBLE(Severity.WARNING),
    /** A server of the version before, beside a new one, would read things that are gone, or values that it does not know. */
    BREAKS_OLDER_READERS(Severity.WARNING),
    /** A server of the version before, beside a new one, would write values that are now refused. */
    BREAKS_OLDER_WRITERS(Severity.WARNING);

    private final Severity severity;

    LintRule(Severity severity) {
        this.severity = severity;
    }

    /** The severity of a finding. */
    public enum Severity {
        OFF,
        WARNING,
        ERROR
    }

    /** Returns the name as users write it, with hyphens. */
    public String id() {
        return Wire.of(this).replace('_', '-');
    }

    Severity usualSeverity() {
        return severity;
    }

    public static Optional<LintRule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    boolean breaksOlder() {
        return this == BREAKS_OLDER_READERS || this == BREAKS_OLDER_WRITERS;
    }

    boolean destroys() {
        return this == DROP_TABLE || this == DROP_COLUMN || this == NARROW_TYPE;
    }
}
