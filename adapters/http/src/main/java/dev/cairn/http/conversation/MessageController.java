package dev.cairn.http.conversation;

import dev.cairn.application.agent.Posted;
import dev.cairn.application.agent.ReplyService;
import dev.cairn.application.conversation.MessageService;
import dev.cairn.application.conversation.MessageText;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Versioned;
import dev.cairn.http.door.Within;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import org.jspecify.annotations.Nullable;

/** The routes of messages, in the order of their numbers. */
@Routes(HttpSettings.BASE)
class MessageController {
    private final MessageService messages;
    private final ReplyService replies;

    MessageController(MessageService messages, ReplyService replies) {
        this.messages = messages;
        this.replies = replies;
    }

    @Introspected
    record Wanted(
            @Nullable Integer afterSeq,
            @Nullable Integer beforeSeq,

            @Within(min = 1, max = PageRequest.LIMIT_MAX, absent = PageRequest.LIMIT_DEFAULT)
            int limit,

            @Nullable String cursor) {}

    @Post("/conversations/{conversation}/messages")
    @Idempotent
    Created<SaidMessage> post(Caller caller, Id<Conversation> conversation, @Body NewMessage body) {
        Posted posted = replies.post(caller, conversation, body.message(), body.wish());
        Message message = posted.message();
        return Created.at("/messages/" + message.id(), SaidMessage.of(posted), message.lifecycle());
    }

    @Get("/conversations/{conversation}/messages")
    ListBody<Message> list(Caller caller, Id<Conversation> conversation, @RequestBean Wanted wanted) {
        return ListBody.of(messages.list(
                caller, conversation, wanted.afterSeq(), wanted.beforeSeq(), wanted.limit(), wanted.cursor()));
    }

    @Get("/messages/{message}")
    Versioned<Message> get(Caller caller, Id<Message> message) {
        return versioned(messages.get(caller, message));
    }

    @Patch("/messages/{message}")
    @Consumes({"application/json", "application/merge-patch+json"})
    Versioned<Message> edit(Caller caller, Id<Message> message, @Body Partial<MessageText> patch, Expected expected) {
        return versioned(messages.edit(caller, message, expected, patch));
    }

    @Delete("/messages/{message}")
    void delete(Caller caller, Id<Message> message, Expected expected) {
        messages.delete(caller, message, expected);
    }

    private static Versioned<Message> versioned(Message message) {
        return Versioned.of(message, message.lifecycle());
    }
}
