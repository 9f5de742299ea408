package dev.cairn.domain.collected;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.Optional;

/** The store of collected data and validation reports: they are large, and the project's own row is read all the time. */
public interface CollectedRepository {
    /** {@link CollectedData#NONE} when nothing has been collected. */
    CollectedData find(Id<Project> project);

    void save(Id<Project> project, CollectedData data);

    Optional<ValidationReport> findReport(Id<Project> project);

    void saveReport(Id<Project> project, ValidationReport report);
}
