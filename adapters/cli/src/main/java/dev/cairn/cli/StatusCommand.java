package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.cli.ServerLauncher.Database;
import dev.cairn.client.Bodies.LimitQuery;
import dev.cairn.client.Operation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the place of the data, the running server, and the projects with their counts. */
@Command(
        name = "status",
        description = "Show where the data is, whether a server runs, and the projects with their counts.",
        footer = {"", "Example: cairn status --json"})
final class StatusCommand extends Subcommand implements Callable<Integer> {
    private static final int PROJECTS_SHOWN = 50;

    @Override
    public Integer call() {
        CairnCommand parent = parent();
        try (Session session = parent.session()) {
            ObjectNode status = JsonNodeFactory.instance.objectNode();
            status.put("version", CairnCommand.version());
            status.put(
                    "server",
                    session.ownServer() ? null : session.calls().server().toString());
            if (parent.remote().isEmpty()) {
                Path data = parent.dataDirectory();
                Database database = parent.servers().target(data);
                status.put("dataDirectory", data.toString());
                status.put("database", database.name());
                status.put("databaseBytes", database.bytes());
            }
            ArrayNode projects = status.putArray("projects");
            session.calls()
                    .json(Operation.LIST_OVERVIEWS, new LimitQuery().limit(PROJECTS_SHOWN + 1), null)
                    .path("items")
                    .forEach(projects::add);
            status.put("moreProjects", projects.size() > PROJECTS_SHOWN);
            if (projects.size() > PROJECTS_SHOWN) {
                projects.remove(PROJECTS_SHOWN);
            }
            parent.print(status, () -> show(parent, status));
        }
        return ExitCode.OK;
    }

    private static void show(CairnCommand parent, JsonNode status) {
        parent.out().printf("cairn %s%n", status.path("version").asText());
        if (status.has("database")) {
            String bytes = status.path("databaseBytes").isNull()
                    ? ""
                    : " (%,d bytes)".formatted(status.path("databaseBytes").asLong());
            parent.out()
                    .printf(
                            "data     %s%ndatabase %s%s%n",
                            status.path("dataDirectory").asText(),
                            status.path("database").asText(),
                            bytes);
        }
        parent.out().printf("server   %s%n", status.path("server").asText("not running"));
        for (JsonNode project : status.path("projects")) {
            JsonNode tickets = project.path("tickets");
            parent.out()
                    .printf(
                            "%-10s %s: %d open, %d in progress, %d completed; %d open tasks; %d queued%n",
                            project.path("key").asText(),
                            project.path("name").asText(),
                            tickets.path("open").asLong(),
                            tickets.path("in_progress").asLong(),
                            tickets.path("completed").asLong(),
                            project.path("openTasks").asLong(),
                            project.path("queueDepth").asLong());
        }
        if (status.path("moreProjects").asBoolean()) {
            parent.out().println("… and more: cairn project list --all");
        }
    }
}
