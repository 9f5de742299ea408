package dev.cairn.domain.agent;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.user.Scope;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an agent that its owner may edit. Its name and picture are fields of its user.
 *
 * @param role the agent's role, as "Reviewer"
 * @param instructions further instructions for the agent; null for none
 * @param providerId the provider of its model; null for its owner's default
 * @param configuration a JSON object, which Cairn keeps and does not read
 * @param scopes the scopes of its tools while it answers (T2); reading is always allowed
 * @param tokensPerRun how many tokens one answer may take over all its rounds (T5); null for any number
 * @param tokensPerDay how many tokens its answers may take in a day of UTC (T5); null for any number
 * @param costPerDay the most that its runs may cost in a day of UTC, in the currency of the prices; null for no limit
 */
@RecordBuilder
public record AgentContent(
        String role,
        String goal,
        String backstory,
        @Nullable String instructions,
        @Nullable Id<ModelProvider> providerId,
        ModelConfig modelConfig,
        Json configuration,
        List<Scope> scopes,
        @Nullable Integer tokensPerRun,
        @Nullable Integer tokensPerDay,
        @Nullable Double costPerDay)
        implements AgentContentBuilder.With {
    public static final int ROLE_MAX = 100;
    public static final int GOAL_MAX = 5_000;
    public static final int BACKSTORY_MAX = 10_000;
    public static final int INSTRUCTIONS_MAX = 50_000;
    /** The longest configuration, in characters. */
    public static final int CONFIGURATION_MAX = 20_000;

    public static final int TOKENS_MAX = 1_000_000_000;
    public static final double COST_MAX = 1_000_000;

    public AgentContent {
        role = Text.of("role", role, 1, ROLE_MAX);
        goal = Text.of("goal", goal, 0, GOAL_MAX);
        backstory = Text.of("backstory", backstory, 0, BACKSTORY_MAX);
        instructions = Text.optional("instructions", instructions, INSTRUCTIONS_MAX);
        if (!configuration.isObject()) {
            throw Invalid.of(ErrorCode.FORMAT, "configuration", "configuration must be a JSON object");
        }
        Text.exact("configuration", configuration.text(), 1, CONFIGURATION_MAX);
        scopes = scopes.stream().distinct().sorted().toList();
        if (scopes.contains(Scope.ADMIN)) {
            throw Invalid.of(
                    ErrorCode.UNKNOWN_VALUE, "scopes", "scopes takes read, write and claim: no agent is an admin");
        }
        tokensPerRun = Limits.optionalRange("tokensPerRun", tokensPerRun, 1, TOKENS_MAX);
        tokensPerDay = Limits.optionalRange("tokensPerDay", tokensPerDay, 1, TOKENS_MAX);
        costPerDay = Limits.optionalRange("costPerDay", costPerDay, 0, COST_MAX);
    }

    /** Makes the content of a new agent of this role with the defaults: the default model and the scope read. */
    public static AgentContent of(String role) {
        return new AgentContent(
                role,
                "",
                "",
                null,
                null,
                ModelConfig.DEFAULT,
                Json.EMPTY_OBJECT,
                List.of(Scope.READ),
                null,
                null,
                null);
    }
}
