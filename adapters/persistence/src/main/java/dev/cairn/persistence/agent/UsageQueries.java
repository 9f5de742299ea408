package dev.cairn.persistence.agent;

import dev.cairn.domain.agent.Spent;
import dev.cairn.domain.agent.UsageSums;
import dev.cairn.domain.agent.UsageTotal;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.kernel.Conversions;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up usage by the queries of a store. */
interface UsageQueries extends UsageSums {
    /** A day later is 24 times what lies between {@code :since} and {@code :later}, an hour after it, in SQL of both engines. */
    String HOURS = "24 * (CAST(:later AS timestamptz) - CAST(:since AS timestamptz))";

    /** Defines {@code days} from {@code :since} until {@code :until}, each with its beginning {@code day} and its end {@code ends}. */
    String DAYS =
            "WITH RECURSIVE days(day, ends) AS (SELECT CAST(:since AS timestamptz), CAST(:since AS timestamptz) + "
                    + HOURS + " UNION ALL SELECT d.ends, d.ends + " + HOURS + " FROM days d WHERE d.ends < :until) ";

    /** A sum over uses. */
    @Introspected
    record Sum(long tokens, long costMicros) {
        Spent toDomain() {
            return new Spent(tokens, costMicros);
        }
    }

    /** A row of totals. */
    @Introspected
    record Total(
            @TypeDef(type = DataType.TIMESTAMP) @Nullable Instant day,
            @Nullable Long agentId,
            @Nullable Long projectId,
            long uses,
            long inputTokens,
            long outputTokens,
            long estimates,
            long costMicros) {
        UsageTotal toDomain() {
            return new UsageTotal(
                    Conversions.id(agentId),
                    Conversions.id(projectId),
                    uses,
                    inputTokens,
                    outputTokens,
                    estimates > 0,
                    costMicros,
                    day);
        }
    }

    Sum sumOfProject(Id<Project> project, Instant since);

    List<Total> sumsOf(Id<User> owner, Instant since, Instant until);

    List<Total> sumsIn(Id<Project> project, Instant since, Instant until);

    List<Total> sumsByDayOf(Id<User> owner, Instant since, Instant later, Instant until);

    List<Total> sumsByDayIn(Id<Project> project, Instant since, Instant later, Instant until);

    @Override
    default Spent spentInProject(Id<Project> project, Instant since) {
        return sumOfProject(project, since).toDomain();
    }

    @Override
    default List<UsageTotal> totalsOf(Id<User> owner, Instant since, Instant until) {
        return totals(sumsOf(owner, since, until));
    }

    @Override
    default List<UsageTotal> totalsIn(Id<Project> project, Instant since, Instant until) {
        return totals(sumsIn(project, since, until));
    }

    @Override
    default List<UsageTotal> daysOf(Id<User> owner, Instant since, Instant until) {
        return totals(sumsByDayOf(owner, since, since.plus(Duration.ofHours(1)), until));
    }

    @Override
    default List<UsageTotal> daysIn(Id<Project> project, Instant since, Instant until) {
        return totals(sumsByDayIn(project, since, since.plus(Duration.ofHours(1)), until));
    }

    private static List<UsageTotal> totals(List<Total> rows) {
        return rows.stream().map(Total::toDomain).toList();
    }
}
