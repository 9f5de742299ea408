package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls that are being answered, for a transport on which a client says with another message that it does not want an answer any
 * more. Clients number their requests alike, and nothing tells two apart that show the same token: so only a call is cancelled that is
 * the one of its number. Should it be another client's all the same, that one is answered as if its time were over.
 */
public final class CallsInFlight {
    private final Set<InFlight> calls = ConcurrentHashMap.newKeySet();

    /** @param owner who may cancel it */
    private record InFlight(Object owner, Call call) {}

    public void begins(Object owner, Call call) {
        calls.add(new InFlight(owner, call));
    }

    public void ends(Object owner, Call call) {
        calls.remove(new InFlight(owner, call));
    }

    public void cancel(Object owner, JsonNode id) {
        List<Call> meant = calls.stream()
                .filter(each -> each.owner.equals(owner) && each.call.id().equals(id))
                .map(InFlight::call)
                .toList();
        if (meant.size() == 1) {
            meant.getFirst().cancel();
        }
    }
}
