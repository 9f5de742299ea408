package dev.cairn.http.agent;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.application.agent.ShownAgent;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.Availability;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An agent, with the fields of its user. */
record AgentBody(
        String name,
        @Nullable String avatarUrl,
        Availability availability,
        @Nullable Instant deactivatedAt,
        @JsonUnwrapped Agent agent) {
    static AgentBody of(ShownAgent shown) {
        return new AgentBody(
                shown.user().name(),
                shown.user().content().avatarUrl(),
                shown.availability(),
                shown.user().deactivatedAt(),
                shown.agent());
    }
}
