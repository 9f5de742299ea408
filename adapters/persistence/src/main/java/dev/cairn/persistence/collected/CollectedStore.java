package dev.cairn.persistence.collected;

import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.CollectedRepository;
import dev.cairn.domain.collected.CollectedTree;
import dev.cairn.domain.collected.ReportTree;
import dev.cairn.domain.collected.ValidationReport;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.json.JsonTrees;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.JsonLists;
import dev.cairn.persistence.kernel.ReadBack;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The store of collected data and validation reports, each one JSON column. */
@Singleton
final class CollectedStore implements CollectedRepository {
    private static final String DATA = "SELECT data FROM collected_data WHERE project_id = ?";
    private static final String REPORT =
            "SELECT report FROM collected_data WHERE project_id = ? AND report IS NOT NULL";
    private static final String SAVE_DATA = """
            INSERT INTO collected_data (project_id, data) VALUES (?, ?)
            ON CONFLICT (project_id) DO UPDATE SET data = excluded.data
            """;
    private static final String SAVE_REPORT = """
            INSERT INTO collected_data (project_id, data, report) VALUES (?, '{}', ?)
            ON CONFLICT (project_id) DO UPDATE SET report = excluded.report
            """;

    private final Sql sql;

    CollectedStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public CollectedData find(Id<Project> project) {
        return sql.query(DATA, row -> CollectedTree.read(JsonTrees.read(row.text("data"))), project).stream()
                .findFirst()
                .orElse(CollectedData.NONE);
    }

    @Override
    public void save(Id<Project> project, CollectedData data) {
        sql.update(
                SAVE_DATA,
                project,
                ReadBack.row(data, CollectedStore::text, text -> CollectedTree.read(JsonTrees.read(text))));
    }

    private static String text(CollectedData data) {
        return JsonLists.write(CollectedTree.write(data));
    }

    @Override
    public Optional<ValidationReport> findReport(Id<Project> project) {
        return sql.query(REPORT, row -> ReportTree.read(JsonTrees.read(row.text("report"))), project).stream()
                .findFirst();
    }

    @Override
    public void saveReport(Id<Project> project, ValidationReport report) {
        sql.update(SAVE_REPORT, project, JsonLists.write(ReportTree.write(report)));
    }
}
