package dev.cairn.persistence.agent;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.AgentRunRepository;
import dev.cairn.domain.agent.Transcript;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The store of runs. */
@Store
@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class AgentRunStore implements AgentRunRepository, GenericRepository<AgentRunRow, Long> {
    private final RowList<AgentRunRow, AgentRun> list;

    AgentRunStore(SharedSql sql) {
        this.list = sql.list(AgentRunRow.class, AgentRunRow::withoutTranscript, Sorts.of(Set.of("createdAt")));
    }

    abstract Optional<AgentRunRow> findById(long id);

    abstract AgentRunRow save(AgentRunRow row);

    abstract AgentRunRow update(AgentRunRow row);

    @Query("UPDATE agent_runs SET transcript = :text WHERE id = :id AND attempt = :attempt AND status = 'RUNNING'")
    abstract void write(Id<AgentRun> id, int attempt, String text);

    @Query(
            "SELECT DISTINCT r.agent_id FROM agent_runs r WHERE r.finished_at IS NULL AND r.status = 'RUNNING' AND r.agent_id "
                    + IdSet.IN)
    abstract List<Long> findBusy(String ids);

    @Query("SELECT r.* FROM agent_runs r WHERE r.finished_at IS NULL AND r.agent_id = :agent ORDER BY r.id")
    abstract List<AgentRunRow> findLiveOf(Id<Agent> agent);

    @Query("""
            SELECT coalesce(sum(coalesce(r.input_tokens, 0) + coalesce(r.output_tokens, 0)), 0) FROM agent_runs r
             WHERE r.agent_id = :agent AND r.created_at >= :since
            """)
    abstract long sumOfAgent(Id<Agent> agent, Instant since);

    @Query("""
            SELECT coalesce(sum(coalesce(r.input_tokens, 0) + coalesce(r.output_tokens, 0)), 0) FROM agent_runs r
             WHERE r.project_id = :project AND r.created_at >= :since
            """)
    abstract long sumOfProject(Id<Project> project, Instant since);

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
    public void draft(Id<AgentRun> id, int attempt, Transcript transcript) {
        write(id, attempt, AgentRunRow.text(transcript));
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
    public List<AgentRun> findLive(Id<Agent> agent) {
        return Errors.readingEach(findLiveOf(agent), AgentRunRow::toDomain);
    }

    @Override
    public long tokensOfAgent(Id<Agent> agent, Instant since) {
        return sumOfAgent(agent, since);
    }

    @Override
    public long tokensOfProject(Id<Project> project, Instant since) {
        return sumOfProject(project, since);
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
