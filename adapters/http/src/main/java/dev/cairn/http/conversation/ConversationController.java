package dev.cairn.http.conversation;

import dev.cairn.application.conversation.ConversationService;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Slice;
import dev.cairn.http.door.Versioned;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** Conversations and what was said in them. */
@Controller(HttpSettings.BASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConversationController {
    private static final Sort NEWEST_FIRST = Sort.by(Sort.desc("updatedAt"));

    private final ConversationService conversations;

    ConversationController(ConversationService conversations) {
        this.conversations = conversations;
    }

    /** Which conversations are listed. */
    @Introspected
    record Wanted(List<ConversationKind> kind, List<Purpose> purpose, Paging paging) {}

    @Get("/projects/{project}/conversations")
    ListBody<Conversation> list(Caller caller, ProjectRef project, @RequestBean Wanted wanted) {
        var filter = new ConversationFilter(null, wanted.kind(), wanted.purpose());
        var page = wanted.paging().by(ConversationRepository.SORTS, NEWEST_FIRST);
        return ListBody.of(conversations.list(caller, project, filter, page));
    }

    @Get("/conversations/{conversation}")
    Versioned<Conversation> get(Caller caller, Id<Conversation> conversation) {
        Conversation found = conversations.get(caller, conversation);
        return Versioned.of(found, found.lifecycle());
    }

    @Get("/conversations/{conversation}/messages")
    ListBody<Message> messages(Caller caller, Id<Conversation> conversation, @RequestBean Slice slice) {
        return ListBody.of(conversations.messages(caller, conversation, slice.by(MessageRepository.ORDER)));
    }
}
