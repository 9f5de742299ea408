package dev.cairn.http.conversation;

import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.user.UserNames;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new chat of the caller's, or a direct conversation with others, who are named by id or username. */
@Introspected
record NewTalk(
        ConversationKind kind,
        @Nullable String title,
        @Nullable String description,
        @Nullable Purpose purpose,
        List<String> participants) {
    CreateConversation command(Caller caller, UserNames names) {
        return new CreateConversation(
                kind,
                title,
                description,
                purpose == null ? Purpose.GENERAL : purpose,
                List.of(),
                names.ids(caller, participants, "participants"));
    }
}
