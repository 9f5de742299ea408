package dev.cairn.http.conversation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.application.agent.ReplyWish;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Json;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * A new message, and who is to answer it.
 *
 * @param reply the id of an agent, false for nobody, true or nothing for those whom it concerns
 */
@Introspected
record NewMessage(
        @JsonUnwrapped PostMessage message, @Nullable Json reply) {
    ReplyWish wish() {
        return switch (reply == null ? "true" : reply.text()) {
            case "true" -> new ReplyWish.Concerned();
            case "false" -> new ReplyWish.Nobody();
            case String id when id.startsWith("\"") -> new ReplyWish.By(new Json(id).id());
            default -> throw Invalid.of(ErrorCode.UNKNOWN_VALUE, "reply", "reply is the id of an agent, true or false");
        };
    }
}
