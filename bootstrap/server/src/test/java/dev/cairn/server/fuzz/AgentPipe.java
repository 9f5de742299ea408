package dev.cairn.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.http.HttpLimits;
import dev.cairn.json.StrictJson;
import dev.cairn.mcp.protocol.Catalogue;
import dev.cairn.mcp.protocol.Choice;
import dev.cairn.mcp.protocol.Client;
import dev.cairn.mcp.protocol.Protocol;
import dev.cairn.mcp.remote.AttachedWork;
import dev.cairn.mcp.tool.Place;
import java.net.URI;
import java.util.Map;

/** An agent's own end of the line, as {@code cairn mcp} has it: it answers by itself, or has the server answer. */
final class AgentPipe implements AutoCloseable {
    private final AttachedWork work;
    private final Protocol protocol;

    AgentPipe(URI url, String token) {
        JsonMapper json =
                StrictJson.inSnakeCase(HttpLimits.DEFAULT.jsonDepthMax()).mapper();
        work = new AttachedWork(Place.UNKNOWN, () -> new AttachedWork.Server(url, token), json);
        protocol = new Protocol(new Catalogue("1", Choice.ALL), json);
    }

    /** As over HTTP, so that it can be judged alike. */
    Heard send(byte[] line) {
        long start = System.nanoTime();
        JsonNode answer = protocol.answer(line, null, work, Client.SILENT).body();
        long millis = (System.nanoTime() - start) / 1_000_000;
        return answer == null
                ? new Heard(202, Map.of(), new byte[0], false, millis)
                : new Heard(200, Map.of("content-type", "application/json"), protocol.bytes(answer), false, millis);
    }

    @Override
    public void close() {
        work.close();
    }
}
