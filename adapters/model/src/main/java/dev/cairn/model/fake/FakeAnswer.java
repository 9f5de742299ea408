package dev.cairn.model.fake;

import dev.cairn.model.fake.FakeFormat.Stop;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Answers one question, as its scenario wants it. */
final class FakeAnswer {
    private static final int HALF = FakeProvider.TOKENS.size() / 2;
    private static final long SLOW_MILLIS = 200;
    private static final String ARGUMENTS = "{\"query\":\"cairn\"}";

    private final Socket client;
    private final OutputStream out;
    private final FakeRequest request;
    private final URI trap;
    private final Consumer<Scenario> gone;
    private final String model;

    FakeAnswer(Socket client, FakeRequest request, URI trap, Consumer<Scenario> gone) throws IOException {
        this.client = client;
        this.out = client.getOutputStream();
        this.request = request;
        this.trap = trap;
        this.gone = gone;
        this.model = request.model();
    }

    void give() throws IOException, InterruptedException {
        FakeFormat format = FakeFormat.of(request.path()).orElse(null);
        if (format == null) {
            whole(
                    404,
                    "application/json",
                    FakeFormat.error("not_found", "There is no such route here").toString());
            return;
        }
        Scenario scenario = scenario();
        if (!refused(scenario)) {
            if (request.json().path("stream").asBoolean(format == FakeFormat.OLLAMA)) {
                streamed(format, scenario);
            } else {
                List<String> tokens = tokens(scenario);
                String text = String.join("", tokens).strip();
                whole(
                        200,
                        "application/json",
                        format.whole(model, text, input(), tokens.size()).toString());
            }
        }
    }

    private Scenario scenario() {
        String[] path = request.path().split("/", -1);
        String first = path.length > 1 ? path[1] : "";
        String last = model.startsWith("fake-") ? model.substring("fake-".length()) : "";
        return Scenario.of(first).or(() -> Scenario.of(last)).orElse(Scenario.NORMAL);
    }

    /** Answers without any stream where the scenario wants that. */
    private boolean refused(Scenario scenario) throws IOException {
        String key = request.key();
        switch (scenario) {
            case RATE_LIMITED -> error(429, "Retry-After: 2\r\n", "Slow down");
            case OVERLOADED -> error(503, "Retry-After: 2\r\n", "Too much to do");
            case FAILING -> error(500, "", "It went wrong");
            case UNAUTHORIZED -> error(401, "", "Incorrect API key provided: " + key);
            case INVALID -> error(400, "", "I do not like this, " + key + "!");
            case REDIRECT -> error(307, "Location: " + trap + "\r\n", "It is elsewhere");
            case HTML -> whole(200, "text/html", "<!doctype html><title>Welcome</title><p>Please log in");
            case LONG_ERROR -> {
                head(500, "application/json", "");
                endless("x".repeat(64 * 1024));
            }
            case SILENT -> untilGone(scenario);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void streamed(FakeFormat format, Scenario scenario) throws IOException, InterruptedException {
        head(200, format.mediaType(), "Transfer-Encoding: chunked\r\n");
        if (scenario == Scenario.HEAD_ONLY) {
            untilGone(scenario);
            return;
        }
        boolean counted = scenario != Scenario.NO_USAGE;
        send(format.begin(model, counted ? input() : -1), scenario);
        List<String> tokens = tokens(scenario);
        for (int i = 0; i < tokens.size(); i++) {
            if (i == HALF && interrupted(format, scenario)) {
                return;
            }
            if (scenario == Scenario.SLOW) {
                Thread.sleep(SLOW_MILLIS);
            }
            send(format.token(model, tokens.get(i)), scenario);
        }
        finish(format, scenario, tokens.size(), counted);
    }

    private void finish(FakeFormat format, Scenario scenario, int output, boolean counted) throws IOException {
        Stop stop = switch (scenario) {
            case TOOLS -> Stop.TOOL;
            case LENGTH -> Stop.LENGTH;
            default -> Stop.DONE;
        };
        if (scenario == Scenario.TOOLS) {
            send(format.call(model, request.tool(), ARGUMENTS), scenario);
        }
        send(format.end(model, stop, counted ? output : -1), scenario);
        if (counted) {
            send(format.usage(model, input(), output), scenario);
        }
        if (scenario != Scenario.UNFINISHED) {
            send(format.last(model, stop, input(), output, counted), scenario);
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Goes wrong after half of the words where the scenario wants that. */
    private boolean interrupted(FakeFormat format, Scenario scenario) throws IOException {
        switch (scenario) {
            case CUT -> client.setSoLinger(true, 0); // Closing sends a reset.
            case CLOSED -> client.shutdownOutput();
            case ERROR_EVENT -> send(format.error("It went wrong"), scenario);
            case ECHO_KEY -> send(format.error("Who sends " + request.key() + " should know better"), scenario);
            case GARBAGE -> send("%%% this is no event %%%\n\n", scenario);
            case BROKEN_JSON -> send((format == FakeFormat.OLLAMA ? "" : "data: ") + "{\"broken\":\n\n", scenario);
            case STALL -> untilGone(scenario);
            case ENDLESS -> {
                while (true) {
                    send(format.token(model, "on "), scenario);
                }
            }
            case LONG_LINE -> endless("x".repeat(16 * 1024));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void endless(String text) throws IOException {
        try {
            while (true) {
                send(text, Scenario.LONG_LINE);
            }
        } catch (SocketException e) {
            gone.accept(Scenario.LONG_LINE);
            throw e;
        }
    }

    /** Waits until the client closes the connection, and says so. */
    private void untilGone(Scenario scenario) throws IOException {
        try {
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } finally {
            gone.accept(scenario);
        }
    }

    private List<String> tokens(Scenario scenario) {
        return switch (scenario) {
            case NORMAL -> words(echo(request.question()));
            case TOOLS -> List.of("Let me look. ");
            case SAY_KEY -> saying(request.key());
            case SPLIT -> List.of("Grüße, ", "世界 ", "👋🏽 ", "ﷺ");
            default -> FakeProvider.TOKENS;
        };
    }

    private static List<String> saying(String key) {
        int half = key.length() / 2;
        return List.of("You showed me ", key.substring(0, half), key.substring(half), ", the whole of it.");
    }

    private static String echo(String question) {
        long count = question.strip().isEmpty() ? 0 : question.strip().split("\\s+", -1).length;
        return "You said, in %d %s: \"%s\" I am the fake model of Cairn: I repeat what I hear. "
                        .formatted(count, count == 1 ? "word" : "words", question.strip())
                + "Give this agent another provider, and a real model answers here.";
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split("(?<= )", -1));
    }

    private int input() {
        return Math.max(1, request.text().length() / 4);
    }

    private void send(String text, Scenario scenario) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        String form = scenario == Scenario.CRLF ? ": ping\n\n" + text : text;
        if (scenario == Scenario.CRLF) {
            form = (text.startsWith("{") ? "\n" + text : form).replace("\n", "\r\n");
        }
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        int part = scenario == Scenario.SPLIT ? 1 : bytes.length;
        try {
            for (int i = 0; i < bytes.length; i += part) {
                out.write((Integer.toHexString(part) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(bytes, i, part);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (SocketException e) {
            gone.accept(scenario);
            throw e;
        }
    }

    private void error(int status, String more, String message) throws IOException {
        byte[] body = FakeFormat.error("fake_error", message).toString().getBytes(StandardCharsets.UTF_8);
        head(status, "application/json", more + "Content-Length: " + body.length + "\r\n");
        out.write(body);
        out.flush();
    }

    private void whole(int status, String mediaType, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        head(status, mediaType, "Content-Length: " + body.length + "\r\n");
        out.write(body);
        out.flush();
    }

    private void head(int status, String mediaType, String more) throws IOException {
        String coding = more.isEmpty() ? "Transfer-Encoding: chunked\r\n" : more;
        String head = "HTTP/1.1 %d Fake\r\nContent-Type: %s\r\nConnection: close\r\n%s\r\n"
                .formatted(status, mediaType, coding);
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
