package dev.cairn.http.conversation;

import dev.cairn.application.conversation.Begun;
import dev.cairn.application.conversation.ConversationService;
import dev.cairn.application.conversation.ShownConversation;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.ConversationView;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Answer;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Longest;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Passing;
import dev.cairn.http.door.Routes;
import dev.cairn.http.user.UserNames;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conversations of a project, and those of a person. */
@Routes(HttpSettings.BASE)
class ConversationListController {
    private final ConversationService conversations;
    private final UserNames names;

    ConversationListController(ConversationService conversations, UserNames names) {
        this.conversations = conversations;
        this.names = names;
    }

    @Introspected
    record Wanted(
            List<ConversationKind> kind,
            List<Purpose> purpose,
            Archived archived,
            @Nullable Boolean unread,
            @Nullable Boolean isDefault,
            @Longest(ConversationFilter.TEXT_MAX) @Nullable String q,
            Paging paging) {
        ConversationFilter filter() {
            return new ConversationFilter(null, kind, purpose, archived, unread, isDefault, q);
        }

        PageRequest page() {
            return paging.by(ConversationRepository.SORTS, ConversationRepository.NEWEST_FIRST);
        }
    }

    /** The query of conversations in all projects. */
    @Introspected
    record WantedAnywhere(@Nullable ProjectRef project, Wanted wanted) {}

    @Post("/projects/{project}/conversations")
    @Idempotent
    Created<ShownConversation> create(Caller caller, ProjectRef project, @Body NewConversation body) {
        return created(conversations.create(caller, project, body.command(caller, names)));
    }

    @Get("/projects/{project}/conversations")
    ListBody<ConversationView> list(Caller caller, ProjectRef project, @RequestBean Wanted wanted) {
        return ListBody.of(conversations.list(caller, project, wanted.filter(), wanted.page()));
    }

    @Post("/conversations")
    @Idempotent
    Answer<ShownConversation> begin(Caller caller, @Body NewTalk body) {
        Begun begun = conversations.begin(caller, body.command(caller, names));
        return begun.created() ? created(begun.shown()) : new Passing<>(begun.shown());
    }

    @Get("/conversations")
    ListBody<ConversationView> listAll(Caller caller, @RequestBean WantedAnywhere anywhere) {
        Wanted wanted = anywhere.wanted();
        return ListBody.of(conversations.list(caller, anywhere.project(), wanted.filter(), wanted.page()));
    }

    private static Created<ShownConversation> created(ShownConversation shown) {
        Conversation conversation = shown.conversation();
        return Created.at("/conversations/" + conversation.id(), shown, conversation.lifecycle());
    }
}
