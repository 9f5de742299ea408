package dev.cairn.persistence.agent;

import dev.cairn.domain.agent.SummaryUse;
import dev.cairn.domain.agent.SummaryUseRepository;
import dev.cairn.domain.agent.UsageTotal;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** The store of the tokens and costs of summaries. */
@Store
abstract class SummaryUseStore implements SummaryUseRepository, UsageQueries, GenericRepository<SummaryUseRow, Long> {
    private static final String COLUMNS = """
            CAST(NULL AS bigint) AS agent_id, s.project_id, count(*) AS uses, sum(s.input_tokens) AS input_tokens,
                   sum(s.output_tokens) AS output_tokens,
                   sum(CASE WHEN s.estimated THEN 1 ELSE 0 END) AS estimates, coalesce(sum(s.cost_micros), 0) AS cost_micros""";
    private static final String TOTALS = "SELECT NULL AS day, " + COLUMNS
            + " FROM summary_uses s WHERE s.created_at >= :since AND s.created_at < :until";
    private static final String GROUPED =
            " GROUP BY s.project_id ORDER BY s.project_id LIMIT " + (UsageTotal.ASKED_MAX + 1);
    private static final String BY_DAY = DAYS + "SELECT d.day, " + COLUMNS
            + " FROM days d JOIN summary_uses s ON s.created_at >= d.day AND s.created_at < d.ends WHERE s.created_at < :until";
    private static final String OF_DAY =
            " GROUP BY d.day, s.project_id ORDER BY d.day, s.project_id LIMIT " + (UsageTotal.ASKED_MAX + 1);

    abstract SummaryUseRow save(SummaryUseRow row);

    @Query("""
            SELECT coalesce(sum(s.input_tokens + s.output_tokens), 0) AS tokens, coalesce(sum(s.cost_micros), 0) AS cost_micros
              FROM summary_uses s WHERE s.project_id = :project AND s.created_at >= :since""")
    @Override
    public abstract Sum sumOfProject(Id<Project> project, Instant since);

    @Query(TOTALS + " AND s.owner_id = :owner" + GROUPED)
    @Override
    public abstract List<Total> sumsOf(Id<User> owner, Instant since, Instant until);

    @Query(TOTALS + " AND s.project_id = :project" + GROUPED)
    @Override
    public abstract List<Total> sumsIn(Id<Project> project, Instant since, Instant until);

    @Query(BY_DAY + " AND s.owner_id = :owner" + OF_DAY)
    @Override
    public abstract List<Total> sumsByDayOf(Id<User> owner, Instant since, Instant later, Instant until);

    @Query(BY_DAY + " AND s.project_id = :project" + OF_DAY)
    @Override
    public abstract List<Total> sumsByDayIn(Id<Project> project, Instant since, Instant later, Instant until);

    @Override
    public void insert(SummaryUse use) {
        Errors.translating(() -> save(SummaryUseRow.of(use)));
    }
}
