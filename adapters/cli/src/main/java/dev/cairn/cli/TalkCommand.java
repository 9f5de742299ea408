package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.client.Bodies.ListConversationsQuery;
import dev.cairn.client.Bodies.NewMessage;
import dev.cairn.client.Calls;
import dev.cairn.client.EventStream;
import dev.cairn.client.Operation;
import dev.cairn.client.ProblemException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says something where a project's people and agents read it. */
@Command(
        name = "talk",
        description = "Say something in the default channel of a project, or in another conversation.",
        footer = {"", "Example: cairn talk DEMO \"Who takes the importer?\""})
final class TalkCommand extends Subcommand implements Callable<Integer> {
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
        CairnCommand parent = parent();
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
                boolean answered = true;
                for (JsonNode run : said.path("runs")) {
                    answered &= follow(parent, calls, run.path("id").asText());
                }
                if (!answered) {
                    return ExitCode.ERROR;
                }
                if (!parent.quiet
                        && said.path("runs").isEmpty()
                        && words.getLast().contains("@")) {
                    explain(parent, calls, words.getLast(), project);
                }
            }
        }
        return ExitCode.OK;
    }

    /** Writes what an agent answers, as it comes; false when it failed. */
    private static boolean follow(CairnCommand parent, Calls calls, String run) {
        PrintWriter out = parent.quiet ? new PrintWriter(Writer.nullWriter()) : parent.out();
        boolean failed = false;
        try (EventStream answer = calls.stream(Operation.FOLLOW_RUN, null, null, run)) {
            while (answer.hasNext()) {
                EventStream.Event event = answer.next();
                told(out, event.name(), event.data());
                if (event.name().equals("failed")) {
                    failed = true;
                    if (parent.quiet) {
                        told(parent.err(), event.name(), event.data());
                        parent.err().println();
                    }
                }
            }
            return !failed;
        } finally {
            out.println();
            out.flush();
        }
    }

    /** Says why those of one's agents do not answer that were called. */
    private static void explain(CairnCommand parent, Calls calls, String text, @Nullable String project) {
        String said = text.toLowerCase(Locale.ROOT);
        calls.items(Operation.LIST_AGENTS, null, null).forEach(agent -> {
            String name = agent.path("name").asText();
            if (said.contains("@" + name.toLowerCase(Locale.ROOT))) {
                String why = silence(calls, agent, project);
                parent.out().printf("%s does not answer: %s%n", name, why);
            }
        });
    }

    private static String silence(Calls calls, JsonNode agent, @Nullable String project) {
        String id = agent.path("id").asText();
        if (agent.path("availability").asText().equals("inactive")) {
            return "it is not active (cairn agent activate %s)".formatted(id);
        }
        if (project == null) {
            return "it takes no part in the conversation, or may not write there, or somebody else takes part outside of projects";
        }
        String put = "(cairn member put %s editor --project %s)".formatted(id, project);
        try {
            JsonNode member = calls.json(Operation.GET_MEMBER, null, null, project, id);
            return "it is %s of %s only %s".formatted(member.path("role").asText(), project, put);
        } catch (ProblemException e) {
            return "it is no member of %s %s".formatted(project, put);
        }
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
