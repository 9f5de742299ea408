package dev.cairn.application.agent;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.agent.RunError;
import dev.cairn.domain.agent.Spent;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.setting.SettingHome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks the budgets before a model is asked (T5); an answer that has begun is not cut. */
public record Budget(AgentStores stores) {
    /** Returns the error that forbids an agent another answer today; empty when there is none. */
    Optional<RunError> refusal(Agent agent, @Nullable Id<Project> project, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        AgentContent content = agent.content();
        return within(
                        "The agent has",
                        content.tokensPerDay(),
                        content.costPerDay(),
                        () -> stores.runs().spentByAgent(agent.id(), today))
                .or(() -> project == null ? Optional.empty() : ofProject(project, now));
    }

    /** Returns the error that forbids agents' answers and file summaries in a project today; empty when there is none. */
    public Optional<RunError> ofProject(Id<Project> project, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        ProjectSettings settings = ProjectSettings.of(stores.settings().all(new SettingHome.OfProject(project)));
        return within(
                "The project has",
                settings.agentTokensPerDay(),
                settings.agentCostPerDay(),
                () -> stores.runs()
                        .spentInProject(project, today)
                        .plus(stores.summaries().spentInProject(project, today)));
    }

    private static Optional<RunError> within(
            String who, @Nullable Integer tokens, @Nullable Double cost, Supplier<Spent> sum) {
        if (tokens == null && cost == null) {
            return Optional.empty();
        }
        Spent spent = sum.get();
        if (tokens != null && spent.tokens() >= tokens) {
            return Optional.of(exhausted("%s used the %d tokens of today".formatted(who, tokens)));
        }
        return cost != null && spent.costMicros() >= cost * Spent.MICROS
                ? Optional.of(exhausted("%s cost the %s of today".formatted(who, cost)))
                : Optional.empty();
    }

    private static RunError exhausted(String what) {
        return RunError.of(ErrorCode.BUDGET_EXHAUSTED, what + " (UTC): raise the budget, or wait until tomorrow");
    }
}
