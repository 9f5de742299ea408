package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.kernel.Text;
import dev.cairn.mcp.protocol.Reply.Fate;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message and makes its answer, in both eras (ADR 29). It keeps nothing from one message to the next, and knows no
 * transport: whoever carries messages calls it, from any thread.
 */
public final class Protocol {
    private static final System.Logger LOG = System.getLogger(Protocol.class.getName());
    private static final String DISCOVER = "server/discover";
    private static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";
    private static final int BATCH_MAX = 100;
    private static final int LIST_TTL_MILLIS = 300_000;

    private final Catalogue catalogue;
    private final JsonMapper json;
    private final ObjectReader reader;

    /** @param json strict in what it reads */
    public Protocol(Catalogue catalogue, JsonMapper json) {
        this.catalogue = catalogue;
        this.json = json;
        this.reader = json.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * Answers one message, or several in one.
     *
     * @param head what the transport says of the message; null where it says nothing
     * @param client is told while it waits
     */
    public Reply answer(byte[] bytes, @Nullable Head head, Work work, Client client) {
        JsonNode message;
        try {
            message = reader.readTree(bytes);
        } catch (IOException | NumberFormatException e) {
            return error(null, new RpcError(RpcError.PARSE, "Parse error: this is no JSON"), Fate.REFUSED);
        }
        if (message == null || message.isMissingNode()) {
            return error(null, new RpcError(RpcError.PARSE, "Parse error: there is nothing"), Fate.REFUSED);
        }
        return message instanceof ArrayNode batch
                ? answers(batch, head, work, client)
                : answer(message, head, work, client);
    }

    /** Returns the request that a message cancels, for transports where it would have to wait behind that request; else empty. */
    Optional<JsonNode> cancelled(byte[] bytes) {
        try {
            JsonNode message = reader.readTree(bytes);
            return message == null || Message.isAnswer(message)
                    ? Optional.empty()
                    : Message.of(message).cancels();
        } catch (IOException | NumberFormatException | RpcError e) {
            return Optional.empty();
        }
    }

    /** Whether it only asks if anybody is here, for transports on which it would have to wait behind what takes its time. */
    boolean isPing(byte[] bytes) {
        try {
            JsonNode message = reader.readTree(bytes);
            return message != null && message.path("method").asText().equals("ping");
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    /** As JSON on one line. */
    public byte[] bytes(JsonNode body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The oldest version takes several messages in one; the others do without, and lose nothing when they are taken. */
    private Reply answers(ArrayNode batch, @Nullable Head head, Work work, Client client) {
        if (batch.isEmpty() || batch.size() > BATCH_MAX) {
            String why = "A batch has 1 to %d messages".formatted(BATCH_MAX);
            return error(null, new RpcError(RpcError.REQUEST, why), Fate.REFUSED);
        }
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        for (JsonNode message : batch) {
            JsonNode answer = answer(message, head, work, client).body();
            if (answer != null) {
                answers.add(answer);
            }
        }
        return new Reply(answers.isEmpty() ? null : answers, Fate.TAKEN);
    }

    private Reply answer(JsonNode node, @Nullable Head head, Work work, Client client) {
        if (Message.isAnswer(node)) {
            return new Reply(null, Fate.TAKEN);
        }
        Fate fate = Fate.REFUSED;
        boolean stateless = false;
        try {
            Message message = Message.of(node);
            if (message.isNotification()) {
                message.cancels().ifPresent(client::cancelled);
                return new Reply(null, Fate.TAKEN);
            }
            stateless = isStateless(message, head);
            if (stateless) {
                check(message, head);
            }
            fate = Fate.TAKEN;
            ObjectNode result = stateless ? stateless(message, work, client) : handshake(message, work, client);
            return new Reply(envelope(message.id()).set("result", result), fate);
        } catch (RpcError error) {
            boolean unknown = stateless && error.code() == RpcError.METHOD;
            return error(Message.idOf(node), error, unknown ? Fate.UNKNOWN : fate);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A message could not be answered", e);
            String what = "Something went wrong here, and what was asked for may have been done: look";
            return error(Message.idOf(node), new RpcError(RpcError.INTERNAL, what), fate);
        }
    }

    /** Returns whether a request is of the stateless era: by its own version, its header, or a method of that era alone. */
    private static boolean isStateless(Message message, @Nullable Head head) {
        String beside = head == null ? null : head.version();
        return message.version() != null
                || message.method().equals(DISCOVER)
                || (beside != null && Era.of(beside).orElse(Era.STATELESS) == Era.STATELESS);
    }

    /** Requires all that a stateless request has to carry, as nothing else is known of the client (M10). */
    private static void check(Message message, @Nullable Head head) {
        String beside = head == null ? null : head.version();
        if (message.version() == null && beside != null && Era.of(beside).isEmpty()) {
            throw RpcError.unsupported(Text.excerpt(beside));
        }
        String version = message.requireMeta();
        if (head != null) {
            head.check(message, version);
        }
        if (Era.of(version).orElse(Era.HANDSHAKE) != Era.STATELESS) {
            throw RpcError.unsupported(Text.excerpt(version));
        }
        message.requireCapabilities();
    }

    private ObjectNode stateless(Message message, Work work, Client client) {
        ObjectNode result = switch (message.method()) {
            case DISCOVER -> discovered();
            case "initialize", "ping" -> throw unknown(message);
            default -> common(message, work, client);
        };
        if (isCacheable(message.method())) {
            boolean fixed = !message.method().equals("resources/read");
            result.put("ttlMs", fixed ? LIST_TTL_MILLIS : 0).put("cacheScope", "private");
        }
        result.put("resultType", "complete");
        result.withObject("/_meta").set(SERVER_INFO, catalogue.serverInfo());
        return result;
    }

    private static boolean isCacheable(String method) {
        return method.equals(DISCOVER) || method.endsWith("/list") || method.equals("resources/read");
    }

    private ObjectNode handshake(Message message, Work work, Client client) {
        return switch (message.method()) {
            case "initialize" -> initialized(message);
            case "ping" -> JsonNodeFactory.instance.objectNode();
            default -> common(message, work, client);
        };
    }

    private ObjectNode common(Message message, Work work, Client client) {
        ObjectNode params = message.params();
        return switch (message.method()) {
            case "tools/list" -> onePage(params, catalogue.tools());
            case "resources/list" -> onePage(params, catalogue.resources());
            case "resources/templates/list" -> onePage(params, catalogue.templates());
            case "prompts/list" -> onePage(params, catalogue.prompts());
            case "tools/call" -> called(message, work, client);
            case "resources/read" -> {
                Message.text(params, "uri");
                yield work.answer(message.method(), params, Call.silent());
            }
            case "prompts/get" -> {
                Message.text(params, "name");
                Message.object(params, "arguments");
                yield work.answer(message.method(), params, Call.silent());
            }
            case "completion/complete" -> {
                Message.object(params, "ref");
                Message.object(params, "argument");
                yield work.answer(message.method(), params, Call.silent());
            }
            default -> throw unknown(message);
        };
    }

    private ObjectNode called(Message message, Work work, Client client) {
        ObjectNode params = message.params();
        String tool = Message.text(params, "name");
        if (!catalogue.offersTool(tool)) {
            throw new RpcError(RpcError.PARAMS, "Unknown tool: " + Text.excerpt(tool));
        }
        Message.object(params, "arguments");
        Call call = new Call(Objects.requireNonNull(message.id()), message.progressToken(), client);
        if (!client.begins(call)) {
            throw new RpcError(RpcError.REQUEST, "It was cancelled before it began; nothing was done");
        }
        try {
            return work.answer("tools/call", params, call);
        } finally {
            client.ends(call);
        }
    }

    private static ObjectNode onePage(ObjectNode params, ObjectNode list) {
        if (params.hasNonNull("cursor")) {
            throw new RpcError(RpcError.PARAMS, "There is one page only: leave the cursor away");
        }
        return list;
    }

    private ObjectNode initialized(Message message) {
        String asked = Message.text(message.params(), "protocolVersion");
        boolean spoken = Era.of(asked).filter(era -> era == Era.HANDSHAKE).isPresent();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("protocolVersion", spoken ? asked : Era.HANDSHAKE.newest());
        result.set("capabilities", catalogue.capabilities());
        result.set("serverInfo", catalogue.serverInfo());
        return result.put("instructions", catalogue.instructions());
    }

    private ObjectNode discovered() {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        Era.ALL.forEach(result.putArray("supportedVersions")::add);
        result.set("capabilities", catalogue.capabilities());
        return result.put("instructions", catalogue.instructions());
    }

    private static RpcError unknown(Message message) {
        return new RpcError(RpcError.METHOD, "Method not found: " + Text.excerpt(message.method()));
    }

    private static ObjectNode envelope(@Nullable JsonNode id) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        return envelope.set("id", id == null ? JsonNodeFactory.instance.nullNode() : id);
    }

    private static Reply error(@Nullable JsonNode id, RpcError error, Fate fate) {
        return new Reply(envelope(id).set("error", error.body()), fate);
    }
}
