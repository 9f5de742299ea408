package dev.cairn.http.agent;

import dev.cairn.application.agent.AgentService;
import dev.cairn.application.agent.RunService;
import dev.cairn.application.agent.ShownAgent;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.agent.AgentRepository;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.AgentRunRepository;
import dev.cairn.domain.agent.RunStatus;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.MayBeEmpty;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Slice;
import dev.cairn.http.door.Versioned;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller's agents: users that answer with a language model (R47). */
@Routes(HttpSettings.BASE + "/agents")
class AgentController {
    private static final Sort NEWEST = Sort.by(Sort.desc("createdAt"));

    private final AgentService agents;
    private final RunService runs;

    AgentController(AgentService agents, RunService runs) {
        this.agents = agents;
        this.runs = runs;
    }

    /** The conversation of a preview. */
    @Introspected
    record Occasion(@Nullable Id<Conversation> conversationId) {}

    @Introspected
    record Wanted(List<RunStatus> status, Slice slice) {}

    @Post
    @Idempotent
    Created<AgentBody> create(Caller caller, @Body NewAgent body) {
        ShownAgent made = agents.create(caller, body.command());
        return Created.at(
                "/agents/" + made.agent().id(), AgentBody.of(made), made.agent().lifecycle());
    }

    @Get
    ListBody<AgentBody> list(Caller caller, @RequestBean Paging paging) {
        return ListBody.of(agents.list(caller, paging.by(AgentRepository.SORTS, NEWEST)), AgentBody::of);
    }

    /** Whether it is busy changes while its version stays. */
    @Get("/{agent}")
    Versioned<AgentBody> get(Caller caller, Id<Agent> agent) {
        ShownAgent shown = agents.get(caller, agent);
        return Versioned.whole(AgentBody.of(shown), shown.agent().lifecycle());
    }

    @Patch("/{agent}")
    @Consumes({"application/json", "application/merge-patch+json"})
    Versioned<AgentBody> update(Caller caller, Id<Agent> agent, @Body Partial<AgentContent> patch, Expected expected) {
        return versioned(agents.update(caller, agent, expected, patch));
    }

    @Delete("/{agent}")
    void delete(Caller caller, Id<Agent> agent, Expected expected) {
        agents.delete(caller, agent, expected);
    }

    @Post("/{agent}/activate")
    @Idempotent
    Versioned<AgentBody> activate(Caller caller, Id<Agent> agent, Expected expected) {
        return versioned(agents.activate(caller, agent, expected));
    }

    @Post("/{agent}/deactivate")
    @Idempotent
    Versioned<AgentBody> deactivate(Caller caller, Id<Agent> agent, Expected expected) {
        return versioned(agents.deactivate(caller, agent, expected));
    }

    @Post("/{agent}/preview")
    @Idempotent
    PromptBody preview(Caller caller, Id<Agent> agent, @Body @MayBeEmpty Occasion occasion) {
        return PromptBody.of(agents.preview(caller, agent, occasion.conversationId()));
    }

    @Get("/{agent}/runs")
    ListBody<AgentRun> listRuns(Caller caller, Id<Agent> agent, @RequestBean Wanted wanted) {
        var _ = agents.get(caller, agent);
        return ListBody.of(
                runs.list(caller, null, agent, wanted.status(), wanted.slice().by(AgentRunRepository.NEWEST_FIRST)));
    }

    private static Versioned<AgentBody> versioned(ShownAgent shown) {
        return Versioned.of(AgentBody.of(shown), shown.agent().lifecycle());
    }
}
