package dev.cairn.application.conversation;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationView;
import dev.cairn.domain.conversation.ParticipantView;
import java.util.List;

/** A conversation as the caller sees it, with its participants. */
public record ShownConversation(ConversationView view, List<ParticipantView> participants) {
    public ShownConversation {
        participants = List.copyOf(participants);
    }

    public Conversation conversation() {
        return view.conversation();
    }
}
