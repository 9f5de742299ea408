package dev.cairn.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.cli.CairnCommand;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.mcp.Mcp;
import dev.cairn.mcp.guide.Completion;
import dev.cairn.mcp.guide.Desk;
import dev.cairn.mcp.guide.Prompts;
import dev.cairn.mcp.guide.Resources;
import dev.cairn.mcp.own.OwnTools;
import dev.cairn.mcp.own.Remember;
import dev.cairn.mcp.protocol.Call;
import dev.cairn.mcp.protocol.CallsInFlight;
import dev.cairn.mcp.protocol.Catalogue;
import dev.cairn.mcp.protocol.Choice;
import dev.cairn.mcp.protocol.Client;
import dev.cairn.mcp.protocol.Head;
import dev.cairn.mcp.protocol.Protocol;
import dev.cairn.mcp.protocol.Reply;
import dev.cairn.mcp.protocol.Work;
import dev.cairn.mcp.tool.Toolbox;
import dev.cairn.mcp.work.ClaimNextTool;
import dev.cairn.mcp.work.ClaimTools;
import dev.cairn.mcp.work.ContextTool;
import dev.cairn.mcp.work.FileLinks;
import dev.cairn.mcp.work.FilesTool;
import dev.cairn.mcp.work.GetTool;
import dev.cairn.mcp.work.ListTool;
import dev.cairn.mcp.work.Projects;
import dev.cairn.mcp.work.SavingTools;
import dev.cairn.mcp.work.SearchTool;
import dev.cairn.mcp.work.TalkTools;
import dev.cairn.mcp.work.TicketViews;
import io.micronaut.context.annotation.ClassImport;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** The tools of agents over the use cases of a server, and the protocol over the tools: made when the first message comes. */
@ClassImport(
        annotate = Singleton.class,
        classes = {
            ClaimNextTool.class,
            ClaimTools.class,
            Completion.class,
            ContextTool.class,
            Desk.class,
            FileLinks.class,
            FilesTool.class,
            GetTool.class,
            ListTool.class,
            Projects.class,
            Prompts.class,
            Remember.class,
            Resources.class,
            SavingTools.class,
            SearchTool.class,
            TalkTools.class,
            TicketViews.class
        })
@Factory
final class McpWiring {
    /** Makes the tools, in the order in which they are listed. */
    @Singleton
    @Requires(beans = HttpSettings.class)
    Toolbox tools(
            HttpSettings settings,
            ContextTool context,
            SearchTool search,
            GetTool get,
            ListTool list,
            SavingTools saving,
            ClaimNextTool next,
            ClaimTools claims,
            TalkTools talk,
            FilesTool files) {
        return new Toolbox(
                List.of(
                        context.tool(),
                        search.search(),
                        get.tool(),
                        list.tool(),
                        saving.ticket(),
                        saving.tasks(),
                        next.tool(),
                        claims.update(),
                        claims.finish(),
                        talk.post(),
                        talk.read(),
                        files.tool()),
                settings.limits().jsonDepthMax());
    }

    /** Makes the tools of Cairn's own agents (T2); without a server these have none. */
    @Singleton
    @Requires(beans = HttpSettings.class)
    OwnTools ownTools(Toolbox tools, Remember remember, HttpSettings settings) {
        return new OwnTools(
                new Catalogue(CairnCommand.version(), Choice.ALL),
                tools,
                remember,
                settings.limits().jsonDepthMax());
    }

    /** Offers all tools over HTTP; the caller's token decides what it may do with them. */
    @Singleton
    Mcp mcp(Toolbox tools, Desk desk) {
        Catalogue catalogue = new Catalogue(CairnCommand.version(), Choice.ALL);
        Protocol protocol = new Protocol(catalogue, tools.json().mapper());
        return new Door(protocol, desk::of);
    }

    /** Joins the protocol to HTTP: one for all requests, where a caller may cancel its calls by other requests. */
    record Door(Protocol protocol, Function<Caller, Work> work, CallsInFlight calls) implements Mcp {
        Door(Protocol protocol, Function<Caller, Work> work) {
            this(protocol, work, new CallsInFlight());
        }

        @Override
        public Mcp.Reply answer(Caller caller, Mcp.Head head, byte[] message, Listener listener) {
            var reply = protocol.answer(message, beside(head), work.apply(caller), client(caller, listener));
            return new Mcp.Reply(status(reply), reply.body());
        }

        @Override
        public byte[] bytes(JsonNode body) {
            return protocol.bytes(body);
        }

        private Client client(Caller caller, Listener listener) {
            Object owner = List.of(caller.userId(), caller.credential());
            return new Client() {
                @Override
                public boolean gone() {
                    return listener.gone();
                }

                @Override
                public void tell(ObjectNode notification) {
                    listener.tell(protocol.bytes(notification));
                }

                @Override
                public boolean begins(Call call) {
                    calls.begins(owner, call);
                    return true;
                }

                @Override
                public void ends(Call call) {
                    calls.ends(owner, call);
                }

                @Override
                public void cancelled(JsonNode id) {
                    calls.cancel(owner, id);
                }
            };
        }
    }

    private static Head beside(Mcp.Head head) {
        return new Head(head.version(), head.method(), head.name());
    }

    /** Returns the HTTP status: an unknown method is 404 only in the stateless era. */
    private static int status(Reply reply) {
        return switch (reply.fate()) {
            case TAKEN -> reply.body() == null ? 202 : 200;
            case REFUSED -> 400;
            case UNKNOWN -> 404;
        };
    }
}
