package dev.cairn.http.conversation;

import dev.cairn.application.conversation.CreateConversation;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import dev.cairn.http.user.UserNames;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new conversation; people and agents are named by id or username. */
@Introspected
record NewConversation(
        ConversationKind kind,
        @Nullable String title,
        @Nullable String description,
        @Nullable Purpose purpose,
        List<String> agents,
        List<String> participants) {
    CreateConversation command(Caller caller, UserNames names) {
        return new CreateConversation(
                kind,
                title,
                description,
                purpose == null ? Purpose.GENERAL : purpose,
                ids(agents, caller, names),
                ids(participants, caller, names));
    }

    private static List<Id<User>> ids(List<String> named, Caller caller, UserNames names) {
        return named.stream().map(each -> names.id(caller, each)).toList();
    }
}
