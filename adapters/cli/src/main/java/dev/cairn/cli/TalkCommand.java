package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.client.Bodies.ListConversationsQuery;
import dev.cairn.client.Bodies.NewMessage;
import dev.cairn.client.Calls;
import dev.cairn.client.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says something where a project's people and agents read it. */
@Command(
        name = "talk",
        description = "Say something in the default channel of a project, or in another conversation.",
        footer = {"", "Example: cairn talk DEMO \"Who takes the importer?\""})
final class TalkCommand implements Callable<Integer> {
    private static final String EVENT = "event: ";
    private static final String DATA = "data: ";
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    @Nullable
    CairnCommand cairn;

    @Parameters(
            arity = "1..2",
            paramLabel = "[PROJECT] TEXT",
            description = "The project (default: CAIRN_PROJECT, or .cairn.toml), and what is said.")
    List<String> words = List.of();

    @Option(names = "--conversation", paramLabel = "ID", description = "Another conversation than the default channel.")
    @Nullable
    String conversation;

    @Override
    public Integer call() {
        CairnCommand parent = Objects.requireNonNull(cairn);
        if (conversation != null && words.size() == 2) {
            throw CommandFailed.usage("Name the project or the conversation, not both");
        }
        String project = conversation != null ? null : parent.project(words.size() == 2 ? words.getFirst() : null);
        try (Session session = parent.session()) {
            Calls calls = session.calls();
            String place = project == null ? Objects.requireNonNull(conversation) : defaultChannel(calls, project);
            JsonNode said = calls.json(Operation.POST_MESSAGE, null, new NewMessage().content(words.getLast()), place);
            parent.print(
                    said,
                    () -> parent.out()
                            .printf(
                                    "%d  %s: %s%n",
                                    said.path("seq").asInt(),
                                    said.path("authorName").asText(),
                                    said.path("content").asText()));
            if (!parent.json) {
                said.path("runs")
                        .forEach(run -> follow(parent, calls, run.path("id").asText()));
            }
        }
        return ExitCode.OK;
    }

    /** Writes what an agent answers, as it comes. */
    private static void follow(CairnCommand parent, Calls calls, String run) {
        PrintWriter out = parent.out();
        String event = "";
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(calls.open(Operation.FOLLOW_RUN, null, null, run), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(EVENT)) {
                    event = line.substring(EVENT.length());
                } else if (line.startsWith(DATA)) {
                    told(out, event, JSON.readTree(line.substring(DATA.length())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
        out.flush();
    }

    private static void told(PrintWriter out, String event, JsonNode data) {
        switch (event) {
            case "delta" -> out.print(data.path("text").asText());
            case "tool" ->
                out.printf(
                        "[%s %s]%n",
                        data.path("kind").asText(), data.path("name").asText());
            case "restarted" -> out.printf("%n[begun again]%n");
            case "failed" ->
                out.printf(
                        "[%s: %s]",
                        data.path("code").asText(), data.path("detail").asText());
            default -> {}
        }
        out.flush();
    }

    private static String defaultChannel(Calls calls, String project) {
        return calls.json(Operation.LIST_CONVERSATIONS, new ListConversationsQuery().isDefault(true), null, project)
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }
}
