package dev.cairn.mcp.own;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.agent.AgentTools;
import dev.cairn.application.model.ToolCall;
import dev.cairn.application.model.ToolOffer;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import dev.cairn.mcp.protocol.Call;
import dev.cairn.mcp.protocol.Catalogue;
import dev.cairn.mcp.protocol.Toolset;
import dev.cairn.mcp.tool.Asked;
import dev.cairn.mcp.tool.Place;
import dev.cairn.mcp.tool.Toolbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same tools that agents elsewhere have, for Cairn's own (T2): those that read, and those that write where the agent's scopes allow
 * it; and one to keep what it learned.
 */
public final class OwnTools implements AgentTools {
    /** The longest answer of a tool, in characters; the rest is cut, which the answer says. */
    static final int ANSWER_MAX = 16_000;

    private static final String CUT = "\n… cut here: ask for less";

    private final Catalogue catalogue;
    private final Toolbox tools;
    private final Remember remember;
    private final int depthMax;
    private final ObjectMapper mapper;

    public OwnTools(Catalogue catalogue, Toolbox tools, Remember remember, int depthMax) {
        this.catalogue = catalogue;
        this.tools = tools;
        this.remember = remember;
        this.depthMax = depthMax;
        this.mapper = tools.json().mapper();
    }

    @Override
    public List<ToolOffer> offers(Caller agent) {
        List<ToolOffer> offers = new ArrayList<>();
        for (JsonNode tool : catalogue.listed()) {
            String name = tool.path("name").asText();
            boolean reads = tool.path("annotations").path("readOnlyHint").booleanValue();
            if (reads || agent.scopes().contains(needed(name))) {
                offers.add(new ToolOffer(
                        name,
                        tool.path("description").asText(),
                        tool.path("inputSchema").toString()));
            }
        }
        offers.add(new ToolOffer(Remember.NAME, Remember.DESCRIPTION, Remember.SCHEMA));
        return offers;
    }

    private static Scope needed(String tool) {
        return Toolset.CLAIMS.tools().contains(tool) ? Scope.CLAIM : Scope.WRITE;
    }

    @Override
    public String call(Caller agent, Id<Conversation> where, ToolCall call) {
        boolean offered = offers(agent).stream().anyMatch(offer -> offer.name().equals(call.name()));
        if (!offered) {
            return "There is no tool of this name: call one of those that are listed";
        }
        Optional<ObjectNode> arguments = arguments(call.arguments());
        if (arguments.isEmpty()) {
            return "The arguments are no JSON object";
        }
        Toolbox box = call.name().equals(Remember.NAME) ? new Toolbox(List.of(remember.tool(where)), depthMax) : tools;
        return box.call(call.name(), new Asked(agent, Place.UNKNOWN, Call.silent()), arguments.get())
                .map(result ->
                        bounded(result.path("content").path(0).path("text").asText()))
                .orElse("There is no tool of this name");
    }

    private Optional<ObjectNode> arguments(String text) {
        try {
            JsonNode read = mapper.readTree(text.isBlank() ? "{}" : text);
            return read instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String bounded(String text) {
        return text.length() <= ANSWER_MAX ? text : text.substring(0, ANSWER_MAX) + CUT;
    }
}
