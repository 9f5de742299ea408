package dev.cairn.server.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.server.fuzz.Line.NoAnswer;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests that follow from a seed and from what was answered before: things are made, used, changed, deleted and restored. */
final class Session {
    /** So many of a hundred requests are honest, so that there is something to be hostile to. */
    private static final int HONEST = 40;

    private static final int HONEST_AT_FIRST = 60;
    private static final int FAULTS_MAX = 20;
    /** How often an honest client sends a request again without the field that was refused. */
    private static final int AMENDMENTS = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Chance chance;
    private final Known known;
    private final HttpShots http;
    private final McpShots mcp;
    private final Judge judge;
    private final Errors errors;
    private final Line line;
    private final AgentPipe pipe;
    private final int port;
    private final String token;
    private @Nullable String refusal;
    private boolean spoiled;

    Session(
            long seed,
            Described described,
            Judge judge,
            Errors errors,
            Line line,
            AgentPipe pipe,
            int port,
            String token) {
        this.pipe = pipe;
        this.chance = new Chance(seed);
        this.known = new Known(Set.of("owner", self(line, port, token)));
        this.http = new HttpShots(described, known, chance);
        this.mcp = new McpShots(described, known, chance);
        this.judge = judge;
        this.errors = errors;
        this.line = line;
        this.port = port;
        this.token = token;
    }

    /**
     * What is wrong, and with what.
     *
     * @param shot as it was sent
     */
    record Fault(String what, Shot shot) {}

    /** Sends so many requests; answers the faults, each cut down to what it needs, and one of each kind. */
    Collection<Fault> play(int shots, Coverage coverage) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        for (int i = 0; i < shots && !spoiled && faults.size() < FAULTS_MAX; i++) {
            boolean honest = i < HONEST_AT_FIRST || chance.percent(HONEST);
            if (honest) {
                chance.beHonest();
            } else if (chance.percent(60)) {
                chance.beHostileOnce(4 + chance.below(40));
            } else {
                chance.beHostile(3 + chance.below(20));
            }
            Shot shot = next();
            Optional<String> wrong = send(shot, coverage);
            for (int tries = 0; tries < AMENDMENTS && wrong.isEmpty() && honest && refusal != null; tries++) {
                Shot amended = Shrinker.without(shot, refusal);
                amended = amended == null ? http.with(shot, refusal.replaceFirst("/", "")) : amended;
                if (amended == null) {
                    break;
                }
                shot = amended;
                wrong = send(shot, coverage);
            }
            if (wrong.isPresent()) {
                String kind = kind(wrong.get());
                Fault fault = new Fault("request %d of the session: %s".formatted(i + 1, wrong.get()), shot);
                faults.computeIfAbsent(kind, _ -> new Fault(fault.what(), shrunk(fault.shot(), kind)));
            }
        }
        return faults.values();
    }

    private Shot next() {
        if (!chance.percent(25)) {
            return http.next();
        }
        Shot message = mcp.next();
        return chance.percent(40) ? message.asLine() : message;
    }

    private Shot shrunk(Shot shot, String kind) {
        Coverage uncounted = new Coverage();
        return new Shrinker(other -> send(other, uncounted).map(Session::kind).equals(Optional.of(kind))).shrunk(shot);
    }

    /** What faults of one kind have in common. */
    private static String kind(String wrong) {
        return wrong.lines().findFirst().orElse("").replaceAll("\\b[0-9A-Z]{13}\\b|\\b[0-9a-f-]{36}\\b", "…");
    }

    private static String self(Line line, int port, String token) {
        Shot me = new Shot("", "", "GET", "/api/v1/auth/me", List.of(), List.of("Authorization: Bearer $TOKEN"), null);
        try {
            Heard heard = line.send(me.bytes(port, token), false);
            return JSON.readTree(heard.body()).findPath("id").asText();
        } catch (NoAnswer | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether nothing is left to be asked for here, as whoever asks has no access any more. */
    boolean isSpoiled() {
        return spoiled;
    }

    private Optional<String> send(Shot shot, Coverage coverage) {
        try {
            Heard heard = shot.isLine()
                    ? pipe.send(Objects.requireNonNull(shot.body()))
                    : line.send(shot.bytes(port, token), shot.method().equals("HEAD"));
            coverage.count(shot, heard);
            Optional<String> fault = judge.fault(shot, heard).or(() -> Optional.ofNullable(errors.next()));
            refusal = null;
            spoiled |= heard.status() == 401 && new String(heard.body(), UTF_8).contains("owner_deactivated");
            if (fault.isEmpty() && (heard.status() < 300 || heard.status() == 400)) {
                learn(shot, heard);
            }
            return fault;
        } catch (NoAnswer e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            if (!shot.isLine()) {
                throw e;
            }
            return Optional.of("the line breaks: " + e);
        }
    }

    private void learn(Shot shot, Heard heard) {
        if (heard.status() < 300) {
            http.taken(shot);
        }
        for (Map.Entry<String, String> header : heard.headers().entrySet()) {
            switch (header.getKey()) {
                case "etag" -> known.tag(shot.path(), header.getValue());
                case "set-cookie" -> known.cookie(header.getValue());
                default -> {}
            }
        }
        if (heard.type().contains("ndjson")) {
            known.export(new String(heard.body(), UTF_8));
        }
        if (heard.type().contains("json") && !heard.type().contains("ndjson") && heard.body().length > 0) {
            try {
                JsonNode answer = JSON.readTree(new String(heard.body(), UTF_8));
                JsonNode violation = violation(answer);
                String pointer = violation.path("pointer").asText();
                refusal = pointer.startsWith("/") ? pointer : null;
                known.allow(
                        pointer.replaceFirst("/", ""), violation.path("message").asText());
                if (heard.status() < 300) {
                    known.take(shot.kind(), shot.isMcp() ? answer.path("result").path("structuredContent") : answer);
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What an answer says is wrong with a field; nothing when it was none. */
    private static JsonNode violation(JsonNode answer) {
        JsonNode said = answer;
        if (answer.path("result").path("isError").asBoolean()) {
            try {
                said = JSON.readTree(answer.path("result")
                        .path("content")
                        .path(0)
                        .path("text")
                        .asText());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        return said.path("errors").path(0);
    }
}
