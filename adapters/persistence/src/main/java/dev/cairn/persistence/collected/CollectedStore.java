package dev.cairn.persistence.collected;

import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.CollectedRepository;
import dev.cairn.domain.collected.CollectedTree;
import dev.cairn.domain.collected.ReportTree;
import dev.cairn.domain.collected.ValidationReport;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.json.JsonTrees;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.JsonLists;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The store of collected data and validation reports, each one JSON column. */
@Store
abstract class CollectedStore implements CollectedRepository, GenericRepository<CollectedRow, Long> {
    abstract Optional<String> findDataByProjectId(long projectId);

    abstract Optional<String> findReportByProjectIdAndReportIsNotNull(long projectId);

    @Query("""
            INSERT INTO collected_data (project_id, data) VALUES (:project, :data)
            ON CONFLICT (project_id) DO UPDATE SET data = excluded.data
            """)
    abstract void putData(Id<Project> project, String data);

    @Query("""
            INSERT INTO collected_data (project_id, data, report) VALUES (:project, '{}', :report)
            ON CONFLICT (project_id) DO UPDATE SET report = excluded.report
            """)
    abstract void putReport(Id<Project> project, String report);

    @Override
    public CollectedData find(Id<Project> project) {
        return Errors.reading(
                CollectedRow.class,
                project.value(),
                () -> findDataByProjectId(project.value())
                        .map(data -> CollectedTree.read(JsonTrees.read(data)))
                        .orElse(CollectedData.NONE));
    }

    @Override
    public void save(Id<Project> project, CollectedData data) {
        putData(
                project,
                ReadBack.row(
                        data,
                        some -> JsonLists.write(CollectedTree.write(some)),
                        text -> CollectedTree.read(JsonTrees.read(text))));
    }

    @Override
    public Optional<ValidationReport> findReport(Id<Project> project) {
        return Errors.reading(
                CollectedRow.class,
                project.value(),
                () -> findReportByProjectIdAndReportIsNotNull(project.value())
                        .map(report -> ReportTree.read(JsonTrees.read(report))));
    }

    @Override
    public void saveReport(Id<Project> project, ValidationReport report) {
        putReport(project, JsonLists.write(ReportTree.write(report)));
    }
}
