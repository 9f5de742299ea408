package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.client.Operation;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks at everything that may be wrong with the data, or at the secrets of a server elsewhere, and changes nothing. */
@Command(
        name = "doctor",
        description =
                "Look for damage, for rows that break the rules, and for secrets that cannot be opened; what is found exits with 6.",
        footer = {"", "Example: cairn doctor"})
final class DoctorCommand extends Subcommand implements Callable<Integer> {
    @Override
    public Integer call() {
        CairnCommand parent = parent();
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        ArrayNode findings = found.putArray("findings");
        Optional<URI> remote = parent.remote();
        if (remote.isEmpty()) {
            parent.requireData();
            DatabaseAdministration database = parent.servers().database(parent.dataDirectory());
            DatabaseAdministration.Check check = database.check();
            check.damage().forEach(each -> findings.add("damaged: " + each));
            check.problems().forEach(findings::add);
            database.verify()
                    .contradictions()
                    .forEach(each ->
                            findings.add("%s %s %s (%s)".formatted(each.kind(), each.id(), each.words(), each.rule())));
        }
        try (Session session = parent.session()) {
            JsonNode checked = session.calls().json(Operation.CHECK_SECRETS, null, null);
            found.put("secrets", checked.path("secrets").asInt());
            for (JsonNode each : checked.path("unreadable")) {
                findings.add(each.path("reason").asText());
            }
        }
        found.put("databaseChecked", remote.isEmpty());
        parent.print(found, () -> show(parent, remote, found));
        return findings.isEmpty() ? ExitCode.OK : ExitCode.DRIFT;
    }

    /** Prints the findings; for a remote server, adds that its database was not examined. */
    private static void show(CairnCommand parent, Optional<URI> remote, JsonNode found) {
        if (found.path("findings").isEmpty()) {
            String sound = remote.isEmpty() ? "The data is sound, and all" : "All";
            parent.out()
                    .printf(
                            "%s %d secrets can be opened%n",
                            sound, found.path("secrets").asInt());
        }
        found.path("findings").forEach(each -> parent.out().println(each.asText()));
        remote.ifPresent(url -> parent.out()
                .printf("The database behind %s was not looked at: cairn doctor does that on its machine%n", url));
    }
}
