package dev.cairn.http.conversation;

import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.user.UserNames;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new channel or chat of a project; agents are named by id or username. */
@Introspected
record NewConversation(
        ConversationKind kind,
        String title,
        @Nullable String description,
        @Nullable Purpose purpose,
        List<String> agents) {
    CreateConversation command(Caller caller, UserNames names) {
        return new CreateConversation(
                kind,
                title,
                description,
                purpose == null ? Purpose.GENERAL : purpose,
                names.ids(caller, agents, "agents"),
                List.of());
    }
}
