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

/**
 * Finds the claim that a worker means: by its id, by the ticket on which it is the worker's newest one, or as the only one that
 * the worker holds in its project.
 */
record HeldClaims(CairnCommand cairn, Calls calls) {
    private static final int LIMIT = 200;

    /** A claim, and its fencing token where that was looked up. */
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
                .filter(each -> isMeant(each, named))
                .limit(named == null ? LIMIT : 1)
                .toList();
        if (mine.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.NOT_FOUND,
                    "not_found",
                    "You hold no claim" + (named == null ? "" : " on " + named)
                            + agent().map(" as "::concat).orElse(""),
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

    /** An agent that lost its lease does not reach, by the ticket, the claim of another one of the same user. */
    private boolean isMeant(JsonNode claim, @Nullable String named) {
        return claim.path("id").asText().equals(named)
                || (isOfThisAgent(claim) && (named == null || isOnTicket(claim, named)));
    }

    private boolean isOfThisAgent(JsonNode claim) {
        return agent().filter(name -> !name.equals(claim.path("agent").asText()))
                .isEmpty();
    }

    private Optional<String> agent() {
        return cairn.servers().setting("CAIRN_AGENT");
    }

    private static boolean isOnTicket(JsonNode claim, String named) {
        return claim.path("ticketId").asText().equals(named)
                || claim.path("ticketKey").asText().equals(named.toUpperCase(Locale.ROOT));
    }
}
