package dev.cairn.persistence.agent;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.AgentRunRepository;
import dev.cairn.domain.agent.Spent;
import dev.cairn.domain.agent.UsageTotal;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The store of runs. */
@Store
abstract class AgentRunStore implements AgentRunRepository, UsageQueries, GenericRepository<AgentRunRow, Long> {
    private static final String SUM = """
            SELECT coalesce(sum(coalesce(r.input_tokens, 0) + coalesce(r.output_tokens, 0)), 0) AS tokens,
                   coalesce(sum(r.cost_micros), 0) AS cost_micros FROM agent_runs r""";
    private static final String COLUMNS = """
            r.agent_id, r.project_id, count(*) AS uses, coalesce(sum(r.input_tokens), 0) AS input_tokens,
                   coalesce(sum(r.output_tokens), 0) AS output_tokens,
                   coalesce(sum(CASE WHEN r.estimated THEN 1 ELSE 0 END), 0) AS estimates,
                   coalesce(sum(r.cost_micros), 0) AS cost_micros""";
    private static final String TOTALS = "SELECT NULL AS day, " + COLUMNS
            + " FROM agent_runs r WHERE r.created_at >= :since AND r.created_at < :until";
    private static final String GROUPED =
            " GROUP BY r.agent_id, r.project_id ORDER BY r.agent_id, coalesce(r.project_id, 0) LIMIT "
                    + (UsageTotal.ASKED_MAX + 1);
    private static final String BY_DAY = DAYS + "SELECT d.day, " + COLUMNS
            + " FROM days d JOIN agent_runs r ON r.created_at >= d.day AND r.created_at < d.ends WHERE r.created_at < :until";
    private static final String OF_DAY =
            " GROUP BY d.day, r.agent_id, r.project_id ORDER BY d.day, r.agent_id, coalesce(r.project_id, 0) LIMIT "
                    + (UsageTotal.ASKED_MAX + 1);

    private final RowList<AgentRunRow, AgentRun> list;

    AgentRunStore(SharedSql sql) {
        this.list = sql.list(AgentRunRow.class, AgentRunRow::withoutTranscript, Sorts.of(Set.of("createdAt")));
    }

    abstract Optional<AgentRunRow> findById(long id);

    abstract AgentRunRow save(AgentRunRow row);

    abstract AgentRunRow update(AgentRunRow row);

    @Query("""
            UPDATE agent_runs SET transcript = :transcript, input_tokens = :inputTokens, output_tokens = :outputTokens,
                   estimated = :estimated, cost_micros = :costMicros
             WHERE id = :id AND attempt = :attempt AND status = 'RUNNING'
            """)
    abstract void write(
            long id,
            int attempt,
            String transcript,
            @Nullable Long inputTokens,
            @Nullable Long outputTokens,
            boolean estimated,
            @Nullable Long costMicros);

    @Query(
            "SELECT DISTINCT r.agent_id FROM agent_runs r WHERE r.finished_at IS NULL AND r.status = 'RUNNING' AND r.agent_id "
                    + IdSet.IN)
    abstract List<Long> findBusy(String ids);

    @Query("SELECT r.* FROM agent_runs r WHERE r.finished_at IS NULL AND r.agent_id " + IdSet.IN + " ORDER BY r.id")
    abstract List<AgentRunRow> findLiveOf(String ids);

    @Query(SUM + " WHERE r.agent_id = :agent AND r.created_at >= :since")
    abstract Sum sumOfAgent(Id<Agent> agent, Instant since);

    @Query(SUM + " WHERE r.project_id = :project AND r.created_at >= :since")
    @Override
    public abstract Sum sumOfProject(Id<Project> project, Instant since);

    @Query(TOTALS + " AND r.owner_id = :owner" + GROUPED)
    @Override
    public abstract List<Total> sumsOf(Id<User> owner, Instant since, Instant until);

    @Query(TOTALS + " AND r.project_id = :project" + GROUPED)
    @Override
    public abstract List<Total> sumsIn(Id<Project> project, Instant since, Instant until);

    @Query(BY_DAY + " AND r.owner_id = :owner" + OF_DAY)
    @Override
    public abstract List<Total> sumsByDayOf(Id<User> owner, Instant since, Instant later, Instant until);

    @Query(BY_DAY + " AND r.project_id = :project" + OF_DAY)
    @Override
    public abstract List<Total> sumsByDayIn(Id<Project> project, Instant since, Instant later, Instant until);

    @Override
    public Optional<AgentRun> find(Id<AgentRun> id) {
        return findById(id.value()).map(row -> Errors.reading(row, AgentRunRow::toDomain));
    }

    @Override
    public void insert(AgentRun run) {
        Errors.translating(() -> save(ReadBack.row(run, AgentRunRow::of, AgentRunRow::toDomain)));
    }

    @Override
    public void update(AgentRun run) {
        Errors.translating(() -> update(ReadBack.row(run, AgentRunRow::of, AgentRunRow::toDomain)));
    }

    @Override
    public void draft(AgentRun run) {
        AgentRunRow row = AgentRunRow.of(run);
        write(
                row.id(),
                row.attempt(),
                row.transcript(),
                row.inputTokens(),
                row.outputTokens(),
                row.estimated(),
                row.costMicros());
    }

    @Override
    public Set<Id<Agent>> busyAmong(Collection<Id<Agent>> agents) {
        return agents.isEmpty()
                ? Set.of()
                : findBusy(IdSet.of(agents)).stream()
                        .map(id -> new Id<Agent>(id))
                        .collect(Collectors.toSet());
    }

    @Override
    public List<AgentRun> findLive(Collection<Id<Agent>> agents) {
        return Errors.readingEach(findLiveOf(IdSet.of(agents)), AgentRunRow::toDomain);
    }

    @Override
    public Spent spentByAgent(Id<Agent> agent, Instant since) {
        return sumOfAgent(agent, since).toDomain();
    }

    @Override
    public Page<AgentRun> page(Filter filter, PageRequest request) {
        Conditions where = new Conditions()
                .equal("conversation_id", filter.conversationId())
                .equal("agent_id", filter.agentId())
                .equal("owner_id", filter.ownerId())
                .oneOf("status", filter.statuses());
        return list.page(filter, where, request);
    }
}
