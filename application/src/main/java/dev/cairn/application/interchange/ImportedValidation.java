package dev.cairn.application.interchange;

import dev.cairn.domain.collected.ValidationReport;
import java.time.Instant;

/** The last validation of a project; stale when its data changed since. */
public record ImportedValidation(ValidationReport report, Instant validatedAt, boolean stale)
        implements Imported.Carried {}
