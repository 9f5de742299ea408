package dev.cairn.http.conversation;

import dev.cairn.application.conversation.ConversationService;
import dev.cairn.application.conversation.ForkConversation;
import dev.cairn.application.conversation.MessageService;
import dev.cairn.application.conversation.ParticipantService;
import dev.cairn.application.conversation.ReadMark;
import dev.cairn.application.conversation.ShownConversation;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationContent;
import dev.cairn.domain.conversation.ParticipantView;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.MayBeEmpty;
import dev.cairn.http.door.Purge;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Versioned;
import dev.cairn.http.user.UserNames;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;

/** The routes of a conversation and its participants. Its fields about messages change while its version stays. */
@Routes(HttpSettings.BASE + "/conversations/{conversation}")
class ConversationController {
    private final ConversationService conversations;
    private final ParticipantService participants;
    private final MessageService messages;
    private final UserNames names;

    ConversationController(
            ConversationService conversations,
            ParticipantService participants,
            MessageService messages,
            UserNames names) {
        this.conversations = conversations;
        this.participants = participants;
        this.messages = messages;
        this.names = names;
    }

    /** The number of the last message read. */
    @Introspected
    record Read(int seq) {}

    @Get
    Versioned<ShownConversation> get(Caller caller, Id<Conversation> conversation) {
        return versioned(conversations.get(caller, conversation));
    }

    @Patch
    @Consumes({"application/json", "application/merge-patch+json"})
    Versioned<ShownConversation> update(
            Caller caller, Id<Conversation> conversation, @Body Partial<ConversationContent> patch, Expected expected) {
        return versioned(conversations.update(caller, conversation, expected, patch));
    }

    @Delete
    void delete(Caller caller, Id<Conversation> conversation, @RequestBean Purge how, Expected expected) {
        if (how.purge()) {
            conversations.purge(caller, conversation, expected);
        } else {
            conversations.delete(caller, conversation, expected);
        }
    }

    @Post("/archive")
    @Idempotent
    Versioned<ShownConversation> archive(Caller caller, Id<Conversation> conversation, Expected expected) {
        return versioned(conversations.archive(caller, conversation, expected));
    }

    @Post("/unarchive")
    @Idempotent
    Versioned<ShownConversation> unarchive(Caller caller, Id<Conversation> conversation, Expected expected) {
        return versioned(conversations.unarchive(caller, conversation, expected));
    }

    @Post("/restore")
    @Idempotent
    Versioned<ShownConversation> restore(Caller caller, Id<Conversation> conversation, Expected expected) {
        return versioned(conversations.restore(caller, conversation, expected));
    }

    @Post("/fork")
    @Idempotent
    Created<ShownConversation> fork(
            Caller caller, Id<Conversation> conversation, @Body @MayBeEmpty ForkConversation body) {
        ShownConversation forked = conversations.fork(caller, conversation, body);
        return Created.at(
                "/conversations/" + forked.conversation().id(),
                forked,
                forked.conversation().lifecycle());
    }

    @Put("/participants/{user}")
    ParticipantView putParticipant(Caller caller, Id<Conversation> conversation, String user) {
        return participants.put(caller, conversation, names.id(caller, user));
    }

    @Delete("/participants/{user}")
    void removeParticipant(Caller caller, Id<Conversation> conversation, String user) {
        participants.remove(caller, conversation, names.id(caller, user));
    }

    @Put("/read")
    ReadMark read(Caller caller, Id<Conversation> conversation, @Body Read body) {
        return messages.read(caller, conversation, body.seq());
    }

    private static Versioned<ShownConversation> versioned(ShownConversation shown) {
        return Versioned.whole(shown, shown.conversation().lifecycle());
    }
}
