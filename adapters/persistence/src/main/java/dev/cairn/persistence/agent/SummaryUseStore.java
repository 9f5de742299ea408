package dev.cairn.persistence.agent;

import dev.cairn.domain.agent.Spent;
import dev.cairn.domain.agent.SummaryUse;
import dev.cairn.domain.agent.SummaryUseRepository;
import dev.cairn.domain.agent.UsageTotal;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store of the tokens and costs of summaries. */
@Store
@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class SummaryUseStore implements SummaryUseRepository, GenericRepository<SummaryUseRow, Long> {
    private static final String COLUMNS = """
            s.project_id, count(*) AS summaries, sum(s.input_tokens) AS input_tokens, sum(s.output_tokens) AS output_tokens,
                   sum(CASE WHEN s.estimated THEN 1 ELSE 0 END) AS estimates, coalesce(sum(s.cost_micros), 0) AS cost_micros""";
    private static final String TOTALS = "SELECT NULL AS day, " + COLUMNS
            + " FROM summary_uses s WHERE s.created_at >= :since AND s.created_at < :until";
    private static final String GROUPED =
            " GROUP BY s.project_id ORDER BY s.project_id LIMIT " + (UsageTotal.ASKED_MAX + 1);
    private static final String BY_DAY = UsageDays.DAYS + "SELECT d.day, " + COLUMNS
            + " FROM days d JOIN summary_uses s ON s.created_at >= d.day AND s.created_at < d.ends WHERE s.created_at < :until";
    private static final String OF_DAY =
            " GROUP BY d.day, s.project_id ORDER BY d.day, s.project_id LIMIT " + (UsageTotal.ASKED_MAX + 1);

    abstract SummaryUseRow save(SummaryUseRow row);

    /** A sum over summaries. */
    @Introspected
    record Sum(long tokens, long costMicros) {}

    @Query("""
            SELECT coalesce(sum(s.input_tokens + s.output_tokens), 0) AS tokens, coalesce(sum(s.cost_micros), 0) AS cost_micros
              FROM summary_uses s WHERE s.project_id = :project AND s.created_at >= :since""")
    abstract Sum sumOf(Id<Project> project, Instant since);

    /** A row of totals. */
    @Introspected
    record Total(
            @TypeDef(type = DataType.TIMESTAMP) @Nullable Instant day,
            long projectId,
            long summaries,
            long inputTokens,
            long outputTokens,
            long estimates,
            long costMicros) {
        UsageTotal toDomain() {
            return new UsageTotal(
                    null, new Id<>(projectId), summaries, inputTokens, outputTokens, estimates > 0, costMicros, day);
        }
    }

    @Query(TOTALS + " AND s.owner_id = :owner" + GROUPED)
    abstract List<Total> sumsOf(Id<User> owner, Instant since, Instant until);

    @Query(TOTALS + " AND s.project_id = :project" + GROUPED)
    abstract List<Total> sumsIn(Id<Project> project, Instant since, Instant until);

    @Query(BY_DAY + " AND s.owner_id = :owner" + OF_DAY)
    abstract List<Total> sumsByDayOf(Id<User> owner, Instant since, Instant later, Instant until);

    @Query(BY_DAY + " AND s.project_id = :project" + OF_DAY)
    abstract List<Total> sumsByDayIn(Id<Project> project, Instant since, Instant later, Instant until);

    @Override
    public void insert(SummaryUse use) {
        Errors.translating(() -> save(SummaryUseRow.of(use)));
    }

    @Override
    public Spent spentInProject(Id<Project> project, Instant since) {
        Sum sum = sumOf(project, since);
        return new Spent(sum.tokens(), sum.costMicros());
    }

    @Override
    public List<UsageTotal> daysOf(Id<User> owner, Instant since, Instant until) {
        return sumsByDayOf(owner, since, since.plus(UsageDays.HOUR), until).stream()
                .map(Total::toDomain)
                .toList();
    }

    @Override
    public List<UsageTotal> daysIn(Id<Project> project, Instant since, Instant until) {
        return sumsByDayIn(project, since, since.plus(UsageDays.HOUR), until).stream()
                .map(Total::toDomain)
                .toList();
    }

    @Override
    public List<UsageTotal> totalsOf(Id<User> owner, Instant since, Instant until) {
        return sumsOf(owner, since, until).stream().map(Total::toDomain).toList();
    }

    @Override
    public List<UsageTotal> totalsIn(Id<Project> project, Instant since, Instant until) {
        return sumsIn(project, since, until).stream().map(Total::toDomain).toList();
    }
}
