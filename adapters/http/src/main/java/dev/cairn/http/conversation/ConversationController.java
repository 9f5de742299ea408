package dev.cairn.http.conversation;

import dev.cairn.application.conversation.ConversationService;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.ConversationRepository;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.conversation.Purpose;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.Query;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversations and what was said in them. */
@Controller(HttpSettings.BASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConversationController {
    private static final Sort NEWEST_FIRST = Sort.by(Sort.desc("updatedAt"));

    private final Api api;
    private final ConversationService conversations;

    ConversationController(Api api, ConversationService conversations) {
        this.api = api;
        this.conversations = conversations;
    }

    @Get("/projects/{p}/conversations")
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            String p,
            @QueryValue @Nullable String kind,
            @QueryValue @Nullable String purpose,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        List<ConversationKind> kinds = query.values("kind", ConversationKind.class);
        List<Purpose> purposes = query.values("purpose", Purpose.class);
        var page = query.page(ConversationRepository.SORTS, NEWEST_FIRST);
        return api.answer(
                request,
                query.reply(conversations.list(
                        api.caller(), ProjectRef.parse(p), id -> new ConversationFilter(id, kinds, purposes), page)));
    }

    @Get("/conversations/{c}")
    HttpResponse<byte[]> get(HttpRequest<?> request, String c) {
        Conversation conversation = conversations.get(api.caller(), Id.parse(c));
        return api.answer(request, Reply.ok(conversation, conversation.lifecycle()));
    }

    @Get("/conversations/{c}/messages")
    HttpResponse<byte[]> messages(
            HttpRequest<?> request, String c, @QueryValue @Nullable String limit, @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        var page = query.page(Set.of(), MessageRepository.ORDER);
        return api.answer(request, query.reply(conversations.messages(api.caller(), Id.parse(c), page)));
    }
}
