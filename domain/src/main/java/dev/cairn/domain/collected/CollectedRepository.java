package dev.cairn.domain.collected;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.Optional;

/**
 * Stores what is collected about a project, and the report of its validation, apart from the project's row, which is
 * read all the time and would be large. A use case finds the project with an access before it calls this.
 */
public interface CollectedRepository {
    /** Answers the collected data, {@link CollectedData#NONE} when there are none. */
    CollectedData find(Id<Project> project);

    /** Stores the collected data in place of what was there. */
    void save(Id<Project> project, CollectedData data);

    /** Answers the newest report; empty before the first validation. */
    Optional<ValidationReport> findReport(Id<Project> project);

    /** Stores a report in place of the one before. */
    void saveReport(Id<Project> project, ValidationReport report);
}
