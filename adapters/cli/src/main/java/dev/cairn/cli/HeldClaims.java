package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.client.Bodies.ListClaimsQuery;
import dev.cairn.client.Calls;
import dev.cairn.client.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the claim that a worker means: by its id, by its ticket's key, or as the only one that the worker holds in its project. */
final class HeldClaims {
    private static final int LIMIT = 200;

    private final CairnCommand cairn;
    private final Calls calls;

    HeldClaims(CairnCommand cairn, Calls calls) {
        this.cairn = cairn;
        this.calls = calls;
    }

    /** A claim, and what proves that it is the newest one where that was looked up. */
    record Held(String id, @Nullable Long fencingToken) {}

    /**
     * @param change whether it is to be changed, so that its fencing token is needed
     * @throws CommandFailed {@code not_found} when there is none, {@code usage} when there are several
     */
    Held find(@Nullable String named, boolean change) {
        if (named != null && !change && !named.contains("-")) {
            return new Held(named, null);
        }
        String user =
                calls.json(Operation.GET_ME, null, null).path("user").path("id").asText();
        ListClaimsQuery query = new ListClaimsQuery().user(user).limit(LIMIT).ended(named == null ? "false" : "any");
        Optional<String> project =
                named == null ? cairn.defaultProject(null).filter(key -> !key.isEmpty()) : Optional.empty();
        List<JsonNode> mine = project.map(key -> calls.items(Operation.LIST_CLAIMS_IN_PROJECT, query, null, key))
                .orElseGet(() -> calls.items(Operation.LIST_CLAIMS, query, null))
                .filter(each -> named == null ? isOfThisAgent(each) : isNamed(each, named))
                .limit(named == null ? LIMIT : 1)
                .toList();
        if (mine.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.NOT_FOUND,
                    "not_found",
                    named == null ? "You hold no claim" : "You hold no claim on " + named,
                    "cairn next claims the next ticket");
        }
        if (mine.size() > 1) {
            throw CommandFailed.usage("You hold several claims, name the ticket: "
                    + mine.stream().map(each -> each.path("ticketKey").asText()).collect(Collectors.joining(", ")));
        }
        return new Held(
                mine.getFirst().path("id").asText(),
                mine.getFirst().path("fencingToken").asLong());
    }

    private boolean isOfThisAgent(JsonNode claim) {
        Optional<String> agent = cairn.servers().setting("CAIRN_AGENT");
        return agent.isEmpty() || agent.get().equals(claim.path("agent").asText());
    }

    private static boolean isNamed(JsonNode claim, String named) {
        return claim.path("id").asText().equals(named)
                || claim.path("ticketId").asText().equals(named)
                || claim.path("ticketKey").asText().equals(named.toUpperCase(Locale.ROOT));
    }
}
