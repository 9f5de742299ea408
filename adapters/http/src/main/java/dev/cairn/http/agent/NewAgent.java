package dev.cairn.http.agent;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.application.agent.CreateAgent;
import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.user.UserContent;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** A new agent: what its user is called, and what it is. */
@Introspected
record NewAgent(
        String name,
        @Nullable String avatarUrl,
        @JsonUnwrapped Partial<AgentContent> agent) {
    CreateAgent command() {
        return new CreateAgent(
                UserContent.named(name).withAvatarUrl(avatarUrl), agent.create("role", AgentContent::of));
    }
}
