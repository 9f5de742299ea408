package dev.cairn.application.agent;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.RunError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.setting.SettingHome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says whether an agent may begin another answer today (T5); an answer that was begun is not cut. */
final class Budget {
    private final AgentStores stores;

    Budget(AgentStores stores) {
        this.stores = stores;
    }

    /** Answers why it may not. */
    Optional<RunError> refusal(Agent agent, @Nullable Id<Project> project, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        Integer ofAgent = agent.content().tokensPerDay();
        if (ofAgent != null && stores.runs().tokensOfAgent(agent.id(), today) >= ofAgent) {
            return Optional.of(exhausted("The agent has", ofAgent));
        }
        if (project != null) {
            Integer ofProject = ProjectSettings.of(stores.settings().all(new SettingHome.OfProject(project)))
                    .agentTokensPerDay();
            if (ofProject != null && stores.runs().tokensOfProject(project, today) >= ofProject) {
                return Optional.of(exhausted("The project's agents have", ofProject));
            }
        }
        return Optional.empty();
    }

    Optional<RunError> refusal(Agent agent, AgentRun run, Instant now) {
        return refusal(agent, run.projectId(), now);
    }

    private static RunError exhausted(String who, int tokens) {
        return RunError.of(
                ErrorCode.BUDGET_EXHAUSTED,
                "%s used the %d tokens of today (UTC): raise the budget, or wait until tomorrow"
                        .formatted(who, tokens));
    }
}
