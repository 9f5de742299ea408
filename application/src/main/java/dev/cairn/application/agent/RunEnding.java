package dev.cairn.application.agent;

import dev.cairn.application.conversation.Talk;
import dev.cairn.application.job.Jobs;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.Commits;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.RunError;
import dev.cairn.domain.agent.RunStatus;
import dev.cairn.domain.agent.RunUsage;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRole;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a run inside a transaction, with at most one message (L21, T3). */
public record RunEnding(AgentStores stores, Talk talk, Replies replies, Jobs jobs, LiveRuns live, Commits commits) {
    /** Cancels the running answers of those users that are agents. */
    public void cancelAll(Act act, List<Id<User>> users) {
        List<Id<Agent>> ids = users.stream().map(Agent::id).toList();
        stores.runs().findLive(ids).forEach(run -> cancel(act, run));
    }

    /** Cancels a run, on whichever server it runs: stores what is known here; its attempt adds the rest. */
    AgentRun cancel(Act act, AgentRun run) {
        jobs.find(JobKind.REPLY, run.id()).ifPresent(job -> jobs.cancel(act, job));
        AgentRun known = live.known(run);
        return end(act, run, Outcome.cancelled(known.transcript(), known.usage(), known.model()));
    }

    /**
     * Adds to a run that was ended from outside what was unknown then (T3, T5): its usage, and the rest of the text,
     * which goes into the message unless that was changed meanwhile.
     */
    void handIn(Act act, AgentRun run, Outcome outcome) {
        AgentRun known = run.withTranscript(outcome.transcript())
                .withUsage(outcome.usage())
                .withModel(outcome.model());
        if (known.equals(run)) {
            return;
        }
        String text = outcome.transcript().message();
        User agent = stores.users().find(new Id<>(run.agentId().value())).orElse(null);
        if (run.messageId() != null) {
            talk.sayRest(
                    act,
                    run.projectId(),
                    run.conversationId(),
                    run.messageId(),
                    message -> message.with(
                            next -> next.content(text).model(outcome.model()).usage(counted(outcome.usage()))));
        } else if (agent != null && !text.isEmpty() && run.finishReason() != null) {
            try {
                known = known.withMessageId(
                        say(act, known, agent, text).message().id());
            } catch (Unavailable e) {
                throw e;
            } catch (DomainError e) { // The conversation takes no messages any more.
            }
        }
        stores.runs().update(known);
        commits.afterwards(live::ended);
    }

    AgentRun end(Act act, AgentRun run, Outcome outcome) {
        AgentRun known = run.withTranscript(outcome.transcript())
                .withUsage(outcome.usage())
                .withModel(outcome.model());
        User agent = stores.users().find(new Id<>(run.agentId().value())).orElse(null);
        AgentRun ended = known.end(outcome.status(), outcome.reason(), outcome.error(), act.now());
        String text = outcome.transcript().message();
        Said said = null;
        if (agent != null && !text.isEmpty()) {
            try {
                said = say(act, ended, agent, text);
                ended = ended.withMessageId(said.message().id());
            } catch (Unavailable e) {
                throw e;
            } catch (DomainError e) { // The agent left the project meanwhile, or the conversation is archived or gone.
                ended = known.end(RunStatus.FAILED, null, new RunError(e.code().wire(), e.reason()), act.now());
            }
        }
        stores.runs().update(ended);
        act.record(ActivityType.RUN_ENDED, run.projectId(), run.id())
                .within(run.conversationId())
                .with("agent", run.agentId().toString())
                .with("status", Wire.of(ended.status()));
        commits.afterwards(live::ended);
        if (said != null && ended.status() == RunStatus.SUCCEEDED) {
            replies.concerned(act, said.conversation(), said.message(), run.depth() + 1);
        }
        return ended;
    }

    private record Said(Conversation conversation, Message message) {}

    private Said say(Act act, AgentRun run, User agent, String text) {
        Caller author = Caller.of(agent);
        Conversation conversation = talk.requireWritable(Access.write(author), run.conversationId());
        Message message = Message.said(act.newId(), conversation, author, text, act.now())
                .with(next -> next.role(MessageRole.ASSISTANT)
                        .parentId(run.triggerId())
                        .runId(run.id())
                        .model(run.model())
                        .usage(counted(run.usage()))
                        .finishReason(run.finishReason())
                        .metadata(metadata(run)));
        return new Said(conversation, talk.say(act, conversation, message));
    }

    /** Returns the provider's count for the message; null for an estimate, which is stored with the run only (L11). */
    private static @Nullable Json counted(@Nullable RunUsage usage) {
        return usage == null || usage.estimated()
                ? null
                : new Json("{\"inputTokens\":%d,\"outputTokens\":%d}"
                        .formatted(usage.inputTokens(), usage.outputTokens()));
    }

    /** Returns the metadata of an incomplete answer: how it ended, and its error. */
    private static Json metadata(AgentRun run) {
        RunError error = run.error();
        boolean whole = run.status() == RunStatus.SUCCEEDED || run.finishReason() == null;
        if (whole && error == null) {
            return Json.EMPTY_OBJECT;
        }
        String ended = run.finishReason() == null ? Wire.of(run.status()) : Wire.of(run.finishReason());
        return new Json(
                error == null
                        ? "{\"ended\":\"%s\"}".formatted(ended)
                        : "{\"ended\":\"%s\",\"code\":\"%s\"}".formatted(ended, error.code()));
    }
}
