package dev.cairn.application.interchange;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationFilter;
import dev.cairn.domain.conversation.ConversationView;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import java.util.ArrayList;
import java.util.List;

/** Reads the channels and chats of a project that a caller may read, oldest first. */
final class Conversations {
    private Conversations() {}

    static List<Conversation> all(UnitOfWork work, ImportStores stores, Access access, Id<Project> project) {
        ConversationFilter filter = ConversationFilter.ANY.in(project).withArchived(Archived.ANY);
        List<Conversation> all = new ArrayList<>();
        PageRequest request = new PageRequest(PageRequest.LIMIT_MAX, null, Sort.by(Sort.asc("createdAt")), false);
        Page<ConversationView> page;
        do {
            PageRequest next = request;
            page = work.read(() -> stores.talk().conversations().page(access, filter, next));
            page.items().forEach(view -> all.add(view.conversation()));
            request = request.at(page.nextCursor());
        } while (page.nextCursor() != null);
        return all;
    }
}
