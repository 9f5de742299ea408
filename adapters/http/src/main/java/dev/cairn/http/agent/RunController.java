package dev.cairn.http.agent;

import dev.cairn.application.agent.ReplyService;
import dev.cairn.application.agent.RunService;
import dev.cairn.application.agent.RunStream;
import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRun;
import dev.cairn.domain.agent.AgentRunRepository;
import dev.cairn.domain.agent.RunStatus;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Accepted;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Slice;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers of agents: asked for, followed while they come, and ended (R43). */
@Routes(HttpSettings.BASE)
class RunController {
    /** The digits of the greatest integer that all readers of JSON take. */
    private static final int SEQ_DIGITS_MAX = 16;

    private final ReplyService replies;
    private final RunService runs;
    private final RunFrames frames;

    RunController(ReplyService replies, RunService runs, RunFrames frames) {
        this.replies = replies;
        this.runs = runs;
        this.frames = frames;
    }

    /** The agent that is to answer. */
    @Introspected
    record Asked(Id<Agent> agentId) {}

    @Introspected
    record Wanted(
            @Nullable Id<Conversation> conversation,
            @Nullable Id<Agent> agent,
            List<RunStatus> status,
            Slice slice) {}

    @Post("/conversations/{conversation}/replies")
    @Idempotent
    Accepted<AgentRun> request(Caller caller, Id<Conversation> conversation, @Body Asked body) {
        AgentRun run = replies.request(caller, conversation, body.agentId());
        return Accepted.at("/runs/" + run.id(), run);
    }

    @Get("/runs")
    ListBody<AgentRun> list(Caller caller, @RequestBean Wanted wanted) {
        return ListBody.of(runs.list(
                caller,
                wanted.conversation(),
                wanted.agent(),
                wanted.status(),
                wanted.slice().by(AgentRunRepository.NEWEST_FIRST)));
    }

    @Get("/runs/{run}")
    AgentRun get(Caller caller, Id<AgentRun> run) {
        return runs.get(caller, run);
    }

    /** Not once per Idempotency-Key: it waits for what another transaction stores, and a second one answers the same. */
    @Post("/runs/{run}/cancel")
    AgentRun cancel(Caller caller, Id<AgentRun> run) {
        return runs.cancel(caller, run);
    }

    /** A client that comes back names the last number that it has seen, and goes on behind it. */
    @Get("/runs/{run}/stream")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    HttpResponse<RunFlow> followRun(
            HttpRequest<?> request,
            Caller caller,
            Id<AgentRun> run,
            @Header("Last-Event-ID") @Nullable String lastEventId) {
        RunStream stream = runs.follow(caller, run, number(lastEventId));
        if (request.getMethod() == HttpMethod.HEAD) {
            stream.close();
            return HttpResponse.<RunFlow>ok().contentType(MediaType.TEXT_EVENT_STREAM_TYPE);
        }
        return HttpResponse.<RunFlow>ok(RunBody.of(stream, frames))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header("X-Accel-Buffering", "no");
    }

    private static long number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (text.isEmpty() || text.length() > SEQ_DIGITS_MAX || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Invalid.of(
                    ErrorCode.FORMAT, "Last-Event-ID", "Last-Event-ID is the id of an event of the run's stream");
        }
        return Long.parseLong(text);
    }
}
