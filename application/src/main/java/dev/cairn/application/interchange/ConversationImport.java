package dev.cairn.application.interchange;

import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.conversation.MessageRole;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Text;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Imports conversations (I8). A conversation is matched by kind, purpose and title, and among several equal ones by
 * order; its messages continue those stored, as long as both begin alike.
 */
final class ConversationImport {
    /** The number of messages in one transaction. */
    private static final int SLICE_SIZE = 20;

    private final ImportContext context;
    private final ImportTally tally;
    private final List<ImportedMessage> waiting = new ArrayList<>();
    private @Nullable Map<String, Deque<Conversation>> known;
    private @Nullable Conversation current;
    private List<String> here = List.of();
    private int read;
    private boolean diverged;

    ConversationImport(ImportContext context, ImportTally tally) {
        this.context = context;
        this.tally = tally;
    }

    void begin(ImportedConversation brought) {
        finish();
        Map<String, Deque<Conversation>> all = known();
        Conversation same = all.getOrDefault(
                        name(brought.kind(), brought.title(), brought.isDefault()), new ArrayDeque<>())
                .poll();
        if (same == null) {
            same = context.slice(act -> created(act, brought));
            tally.changed();
        }
        current = adopted(same, brought);
        here = messages(same);
        read = 0;
        diverged = false;
    }

    /** Gives the default channel the imported title if it is untouched here. */
    private Conversation adopted(Conversation same, ImportedConversation brought) {
        if (!same.isDefault()
                || same.lifecycle().version() > 0
                || same.content().equals(brought.content())) {
            return same;
        }
        tally.changed();
        return context.slice(
                act -> context.stores().talk().conversations().update(same.edit(brought.content(), act.now())));
    }

    void add(ImportedMessage message) {
        int place = read++;
        if (place < here.size()) {
            // Messages of the system name the project, which may be another one here.
            boolean same = message.role() == MessageRole.SYSTEM
                    || here.get(place).equals(fingerprint(message.role(), message.content()));
            if (!same && !diverged) {
                diverged = true;
                tally.problem(new ImportProblem(
                        "file",
                        "not_carried_over",
                        "The conversation '%s' went on differently here: its messages were left out"
                                .formatted(Text.excerpt(
                                        Objects.requireNonNull(current).title()))));
            }
        } else if (!diverged) {
            waiting.add(message);
            if (waiting.size() == SLICE_SIZE) {
                finish();
            }
        }
    }

    void finish() {
        if (waiting.isEmpty()) {
            return;
        }
        List<ImportedMessage> said = List.copyOf(waiting);
        waiting.clear();
        Conversation before = Objects.requireNonNull(current);
        current = context.slice(act -> said(act, before, said));
        tally.changed();
    }

    private Conversation said(Act act, Conversation before, List<ImportedMessage> said) {
        Conversation after = context.stores().talk().conversations().require(before.id());
        for (ImportedMessage each : said) {
            Message message = each.at(act.newId(), after, parent(after, each), act.now());
            context.stores().talk().messages().insert(message);
            act.record(ActivityType.MESSAGE_CREATED, after.projectId(), message.id())
                    .within(after.id())
                    .at(message.lifecycle())
                    .with("seq", message.seq());
            after = after.said(message);
        }
        return context.stores().talk().conversations().update(after);
    }

    private @Nullable Id<Message> parent(Conversation conversation, ImportedMessage message) {
        return message.parentSeq() == null
                ? null
                : context.stores()
                        .talk()
                        .messages()
                        .findBySeq(conversation.id(), message.parentSeq())
                        .map(Message::id)
                        .orElse(null);
    }

    private Conversation created(Act act, ImportedConversation brought) {
        Instant created = brought.createdAt() == null ? act.now() : brought.createdAt();
        Conversation stored = context.stores()
                .talk()
                .conversations()
                .insert(Conversation.of(
                                act.newId(),
                                context.project(),
                                context.caller().userId(),
                                brought.kind(),
                                brought.content(),
                                brought.purpose(),
                                created)
                        .withLifecycle(new Lifecycle(0, created, created, brought.archivedAt(), null, null)));
        act.record(ActivityType.CONVERSATION_CREATED, stored);
        return stored;
    }

    private Map<String, Deque<Conversation>> known() {
        Map<String, Deque<Conversation>> all = known;
        if (all == null) {
            all = new HashMap<>();
            for (Conversation each : Conversations.all(
                    context.work(),
                    context.stores(),
                    Access.read(context.caller()),
                    context.project().id())) {
                all.computeIfAbsent(name(each.kind(), each.title(), each.isDefault()), _ -> new ArrayDeque<>())
                        .add(each);
            }
            known = all;
        }
        return all;
    }

    private static String name(ConversationKind kind, String title, boolean isDefault) {
        return isDefault ? "default" : kind + " " + Text.uniqueKey(title.strip());
    }

    private List<String> messages(Conversation conversation) {
        List<String> found = new ArrayList<>();
        PageRequest request = new PageRequest(SLICE_SIZE, null, MessageRepository.ORDER, false);
        Page<Message> page;
        do {
            PageRequest next = request;
            page = context.work()
                    .read(() -> context.stores()
                            .talk()
                            .messages()
                            .page(new MessageRepository.OfConversation(conversation.id()), next));
            page.items()
                    .forEach(message -> found.add(
                            fingerprint(message.role(), message.shown().content())));
            request = request.at(page.nextCursor());
        } while (page.nextCursor() != null);
        return found;
    }

    private static String fingerprint(MessageRole role, String content) {
        return Fingerprint.of(List.of(role, content.strip()));
    }
}
