package dev.cairn.application.conversation;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;

/**
 * Use cases of conversations. A channel is read by all members of its project, a chat by its owner and the project's
 * editors (R38); to everybody else it is {@code not_found}.
 */
public final class ConversationService {
    private final UnitOfWork work;
    private final ConversationStores stores;

    public ConversationService(UnitOfWork work, ConversationStores stores) {
        this.work = work;
        this.stores = stores;
    }

    public Page<Conversation> list(Caller caller, ProjectRef ref, ConversationFilter filter, PageRequest page) {
        Access access = Access.read(caller);
        return work.read(() -> {
            Project project = stores.projects().require(access, ref);
            return stores.conversations().page(access, filter.in(project.id()), page);
        });
    }

    public Conversation get(Caller caller, Id<Conversation> id) {
        return stores.conversations().require(Access.read(caller), id);
    }

    /** Answers messages in the order of {@code seq} (R37). */
    public Page<Message> messages(Caller caller, Id<Conversation> id, PageRequest page) {
        return work.read(() -> {
            Conversation conversation = stores.conversations().require(Access.read(caller), id);
            return stores.messages().page(new MessageRepository.OfConversation(conversation.id()), page);
        });
    }
}
