package dev.cairn.http.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.application.agent.Posted;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.conversation.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that was said.
 *
 * @param runs the answers to it that were begun; only where there are any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SaidMessage(
        @JsonUnwrapped @JsonInclude(JsonInclude.Include.ALWAYS)
        Message message,

        @Nullable List<AgentRun> runs) {
    static SaidMessage of(Posted posted) {
        return new SaidMessage(posted.message(), posted.runs().isEmpty() ? null : posted.runs());
    }
}
