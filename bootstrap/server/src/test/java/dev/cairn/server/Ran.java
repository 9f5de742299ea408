package dev.cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.cli.CairnCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** How a command of the command line came out. */
public record Ran(int exit, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs it in this process, which takes a tenth of one of its own. */
    public static Ran of(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                CairnCommand.run(new LocalServers(environment), new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ran(exit, out.toString(), err.toString());
    }

    public JsonNode json() {
        try {
            return JSON.readTree(out);
        } catch (IOException e) {
            throw new UncheckedIOException(out, e);
        }
    }

    /** What {@code --json} answers, without its frame. */
    public JsonNode result() {
        JsonNode json = json();
        assertThat(json.path("v").asInt()).as(out).isOne();
        return json.path("result");
    }
}
