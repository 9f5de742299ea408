package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.client.Bodies.ListConversationsQuery;
import dev.cairn.client.Bodies.PostMessage;
import dev.cairn.client.Calls;
import dev.cairn.client.Operation;
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
            JsonNode said = calls.json(Operation.POST_MESSAGE, null, new PostMessage().content(words.getLast()), place);
            parent.print(
                    said,
                    () -> parent.out()
                            .printf(
                                    "%d  %s: %s%n",
                                    said.path("seq").asInt(),
                                    said.path("authorName").asText(),
                                    said.path("content").asText()));
        }
        return ExitCode.OK;
    }

    private static String defaultChannel(Calls calls, String project) {
        return calls.json(Operation.LIST_CONVERSATIONS, new ListConversationsQuery().isDefault(true), null, project)
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }
}
