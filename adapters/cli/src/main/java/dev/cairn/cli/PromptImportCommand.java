package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cairn.client.Bodies.ProjectFormatNameQuery;
import dev.cairn.client.FileBody;
import dev.cairn.client.Operation;
import dev.cairn.client.ProblemException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files and folders with prompts. */
@Command(
        name = "import",
        description = "Import prompts from Markdown, archives and folders; importing them again updates.",
        footer = {
            "",
            "Examples:",
            "  cairn prompt import --project DEMO prompts.md",
            "  cairn prompt import .claude/commands",
            "Without a project, or with --project '', they are of no project. What cannot be read does not stop the others;",
            "a file of which everything was left out exits with 2, as one that is refused."
        })
final class PromptImportCommand implements Callable<Integer> {
    private static final String STDIN = "-";
    private static final int PROBLEMS_SHOWN = 20;

    private final CairnCommand cairn;

    @Option(
            names = "--project",
            paramLabel = "KEY",
            description = "The project's key or id (default: CAIRN_PROJECT, or .cairn.toml).")
    @Nullable
    String named;

    @Option(names = "--name", paramLabel = "TEXT", description = "What a prompt from the standard input is called.")
    @Nullable
    String name;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files and folders; - is the standard input.")
    List<String> files = List.of();

    PromptImportCommand(CairnCommand cairn) {
        this.cairn = cairn;
    }

    /** One request: the format, name and content sent for a file. */
    private record Sent(String format, @Nullable String name, FileBody body) {}

    @Override
    public Integer call() throws IOException {
        for (String file : files) {
            if (!file.equals(STDIN)) {
                Path path = Path.of(file);
                if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
                    throw CommandFailed.noFile(path);
                }
                cairn.requireForeign(path);
            }
        }
        int exit = ExitCode.OK;
        ArrayNode reports = JsonNodeFactory.instance.arrayNode();
        try (Session session = cairn.session()) {
            for (String file : files) {
                try {
                    reports.add(imported(session, file));
                } catch (ProblemException refused) {
                    if (files.size() == 1) {
                        throw refused;
                    }
                    exit = exit == ExitCode.OK ? ExitCode.ofStatus(refused.status()) : exit;
                    reports.addObject()
                            .putObject("error")
                            .put("code", refused.code())
                            .put("message", refused.detail());
                }
            }
        }
        cairn.print(reports, () -> {
            for (int i = 0; i < files.size(); i++) {
                show(files.get(i), reports.get(i));
            }
        });
        if (exit != ExitCode.OK) {
            return exit;
        }
        return reports.valueStream().anyMatch(PromptImportCommand::leftOut) ? ExitCode.USAGE : ExitCode.OK;
    }

    /** Whether it had prompts, and none of them is there now. */
    private static boolean leftOut(JsonNode report) {
        return report.path("skipped").asInt() > 0
                && Stream.of("created", "updated", "unchanged")
                        .allMatch(count -> report.path(count).asInt() == 0);
    }

    private JsonNode imported(Session session, String file) throws IOException {
        if (file.equals(STDIN)) {
            return send(session, new Sent("markdown", name, markdown(BodyPublishers.ofInputStream(() -> System.in))));
        }
        Path path = Path.of(file);
        if (!Files.isDirectory(path)) {
            boolean zip = file.toLowerCase(Locale.ROOT).endsWith(".zip");
            String title = String.valueOf(path.getFileName());
            BodyPublisher content = BodyPublishers.ofFile(path);
            return send(
                    session,
                    zip
                            ? new Sent("zip", title, new FileBody(TemporaryArchive.MEDIA_TYPE, content))
                            : new Sent("markdown", title, markdown(content)));
        }
        try (TemporaryArchive archive = TemporaryArchive.make()) {
            FolderArchive.pack(path, archive, FolderArchive::isMarkdown);
            BodyPublisher content = BodyPublishers.ofInputStream(archive::open);
            return send(session, new Sent("zip", null, new FileBody(TemporaryArchive.MEDIA_TYPE, content)));
        }
    }

    private static FileBody markdown(BodyPublisher content) {
        return new FileBody("text/markdown", content);
    }

    private JsonNode send(Session session, Sent sent) {
        ProjectFormatNameQuery query = new ProjectFormatNameQuery().format(sent.format());
        cairn.defaultProject(named).filter(key -> !key.isEmpty()).ifPresent(query::project);
        if (sent.name() != null) {
            query.name(sent.name());
        }
        return session.api().calls().json(Operation.IMPORT_PROMPTS, query, sent.body());
    }

    private void show(String file, JsonNode report) {
        JsonNode error = report.path("error");
        if (error.isObject()) {
            cairn.err()
                    .printf(
                            "%s: %s (%s)%n",
                            file,
                            error.path("message").asText(),
                            error.path("code").asText());
            cairn.err().flush();
            return;
        }
        cairn.out()
                .printf(
                        "%s: %d created, %d updated, %d unchanged, %d left out%n",
                        file,
                        report.path("created").asInt(),
                        report.path("updated").asInt(),
                        report.path("unchanged").asInt(),
                        report.path("skipped").asInt());
        JsonNode problems = report.path("problems");
        for (int i = 0; i < Math.min(problems.size(), PROBLEMS_SHOWN); i++) {
            JsonNode problem = problems.get(i);
            String place = problem.has("line")
                    ? "line " + problem.path("line").asInt()
                    : problem.path("path").asText();
            cairn.out().printf("  %s: %s%n", place, problem.path("message").asText());
        }
        if (problems.size() > PROBLEMS_SHOWN) {
            cairn.out().printf("  … and %d more problems; --json lists all%n", problems.size() - PROBLEMS_SHOWN);
        }
    }
}
