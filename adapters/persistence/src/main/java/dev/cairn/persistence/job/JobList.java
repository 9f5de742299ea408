package dev.cairn.persistence.job;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.job.JobFilter;
import dev.cairn.domain.job.JobView;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.kernel.Audience;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.SortField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists jobs of all projects; a job's subject decides who sees it. */
final class JobList {
    private static final String FROM = """
            jobs r
              LEFT JOIN agent_runs a ON a.id = r.subject_id AND r.kind = 'REPLY'
              LEFT JOIN projects p ON p.id = CASE WHEN r.kind IN ('INDEX', 'SUMMARY') THEN r.subject_id ELSE a.project_id END""";
    private static final String SEEN = "CASE WHEN r.kind = 'REPLY' THEN " + Audience.sees("a.conversation_id")
            + " WHEN r.kind = 'RETENTION' THEN CAST(? AS bigint) = 1"
            + " ELSE p.deleted_at IS NULL AND " + Membership.sees("p.id") + " END";
    /** Ids grow with time, so that the newest are found along the primary key. */
    private static final SortField<JobView> ID =
            SortField.integer("r.id", view -> view.job().id().value());

    private final KeysetList<JobView> list;

    JobList(SharedSql sql) {
        this.list = sql.list(JobRow.class, ", p.id AS project_id", FROM, Map.of("createdAt", ID), ID, JobList::read);
    }

    Page<JobView> page(Access access, JobFilter filter, PageRequest request) {
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(Arrays.asList(Audience.values(access)));
        values.add(filter.system() ? 1L : 0L);
        values.addAll(Arrays.asList(Membership.values(access)));
        Conditions where = new Conditions()
                .and(SEEN, values.toArray())
                .oneOf("r.kind", filter.kinds())
                .oneOf("r.status", filter.statuses());
        return list.page(filter, where, request);
    }

    private static JobView read(Cells row) {
        return new JobView(row.as(JobRow.class).toDomain(), row.optionalId("project_id"));
    }
}
