package dev.cairn.application.agent;

import dev.cairn.application.conversation.ConversationStores;
import dev.cairn.application.conversation.MessageService;
import dev.cairn.application.conversation.PostMessage;
import dev.cairn.application.conversation.Talk;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.RunError;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRepository;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.UserType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Use cases of talking to agents: a message and the start of its answers are one transaction (R44, L20). */
public final class ReplyService {
    private final UnitOfWork work;
    private final AgentStores stores;
    private final ConversationStores conversations;
    private final MessageService messages;
    private final Talk talk;
    private final Replies replies;

    public ReplyService(
            UnitOfWork work,
            AgentStores stores,
            ConversationStores conversations,
            MessageService messages,
            Talk talk,
            Replies replies) {
        this.work = work;
        this.stores = stores;
        this.conversations = conversations;
        this.messages = messages;
        this.talk = talk;
        this.replies = replies;
    }

    /**
     * Says a message, and begins the answers to it. What cannot be answered is said nevertheless: its run says why.
     *
     * @throws Invalid {@code unknown_value} for an agent that cannot answer here
     */
    public Posted post(Caller caller, Id<Conversation> id, PostMessage command, ReplyWish wish) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Message message = messages.post(caller, id, command);
            return new Posted(message, begun(act, access, message, wish));
        });
    }

    private List<AgentRun> begun(Act act, Access access, Message message, ReplyWish wish) {
        return switch (wish) {
            case ReplyWish.Nobody _ -> List.of();
            case ReplyWish.Concerned _ ->
                isHuman(act) ? replies.concerned(act, conversation(access, message), message, 0) : List.of();
            case ReplyWish.By(Id<Agent> id) -> {
                Conversation conversation = conversation(access, message);
                Agent agent = requireAgent(act, conversation, id, "reply");
                yield List.of(replies.begin(act, agent, conversation, message.id(), 0));
            }
        };
    }

    private Conversation conversation(Access access, Message message) {
        return conversations.conversations().require(access, message.conversationId());
    }

    /**
     * Whether a human posted the message. Agents that post by themselves get no answers, so that two agents do not
     * answer each other for ever.
     */
    private boolean isHuman(Act act) {
        return stores.users().require(act.caller().userId()).type() == UserType.HUMAN;
    }

    /**
     * Has an agent answer the conversation so far.
     *
     * @throws Invalid {@code unknown_value} for an agent that cannot answer here
     * @throws Conflict {@code no_provider}, {@code budget_exhausted}
     */
    public AgentRun request(Caller caller, Id<Conversation> id, Id<Agent> agentId) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Conversation conversation = talk.requireWritable(access, id);
            Agent agent = requireAgent(act, conversation, agentId, "agentId");
            replies.refusal(act, agent, conversation.projectId()).ifPresent(ReplyService::refuse);
            return replies.begin(act, agent, conversation, last(conversation), 0);
        });
    }

    private static void refuse(RunError error) {
        ErrorCode code =
                ErrorCode.NO_PROVIDER.wire().equals(error.code()) ? ErrorCode.NO_PROVIDER : ErrorCode.BUDGET_EXHAUSTED;
        throw new Conflict(code, error.detail());
    }

    private @Nullable Id<Message> last(Conversation conversation) {
        return conversations
                .messages()
                .page(
                        new MessageRepository.OfConversation(conversation.id()),
                        new PageRequest(1, null, MessageRepository.BACKWARDS, false))
                .items()
                .stream()
                .map(Message::id)
                .findFirst()
                .orElse(null);
    }

    private Agent requireAgent(Act act, Conversation conversation, Id<Agent> id, String field) {
        if (Agent.id(act.caller().userId()).equals(id)) {
            throw Invalid.of(ErrorCode.UNKNOWN_VALUE, field, "An agent does not answer itself");
        }
        return replies.find(conversation, id)
                .orElseThrow(() -> Invalid.of(
                        ErrorCode.UNKNOWN_VALUE,
                        field,
                        "%s is no active agent that takes part in the conversation and may write there; outside of projects it answers where nobody but its owner takes part"
                                .formatted(id)));
    }
}
